import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «پرونده الکترونیکی» of an employee: identity, decrees, appointments, requests, results, outcomes,
/// courses and hours (S1-1b).
struct PersonnelFile: RecordDescription {
  static let name = "personnel-file"
  let id: ID<Person>
  let title: String

  init(_ person: Person) {
    id = person.id
    title = Phrases.Competency.fileOf(person.name.inFull)
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    let data = try PersonnelFileData(id, records, context)
    return RecordPage(
      facts: data.sections.flatMap { $0.facts },
      links: [
        .init(Phrases.Competency.print, step: .open(SheetScreen([data.sheet])))
      ]
        + data.requests.map { line in
          .init(
            "\(Phrases.Competency.request): \(line.periodTitle)",
            step: .open(RecordScreen(CompetencyRecord(line))))
        },
      history: context.actor.role == .learner ? nil : try records.past(of: "person", id.rawValue))
  }
}

/// What the file of a person holds, by section.
struct PersonnelFileData: Sendable {
  struct Section: Sendable {
    let title: String
    var facts: [RecordPage.Fact]
  }

  let title: String
  private(set) var sections: [Section] = []
  let requests: [CompetencyLine]

  /// - Throws: `Failure.forbidden` for a person out of reach.
  init(_ id: ID<Person>, _ records: borrowing some Querying & ~Copyable, _ context: Context) throws
  {
    let reach = context.actor.personReach
    guard let line = try records.personLine(id, in: reach) else { throw Failure.forbidden }
    title = Phrases.Competency.fileOf(line.person.name.inFull)
    requests = try records.competencyRequests(in: reach, CompetencyFilter(person: id))
    let employment = try records.employment(of: id)
    let participation = Participation(line.person, employment, on: context.today)
    sections = [
      Section(
        title: Phrases.Competency.identity,
        facts: line.identityFacts + [.init(Phrases.Competency.participation, participation.name)]),
      Section(
        title: Phrases.People.employment,
        facts: try records.employmentFacts(employment, on: context.today)),
      Section(
        title: Phrases.Competency.request,
        facts: try requests.flatMap { try Self.facts($0, records, context) }),
    ]
    sections.append(try Self.courses(of: id, records, context))
  }

  private static func facts(
    _ line: CompetencyLine, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [RecordPage.Fact] {
    let request = line.request
    var facts: [RecordPage.Fact] = [
      .init(
        line.periodTitle,
        Phrases.Competency.summary(
          request.state.name, request.registered, Phrases.Competency.grouped(request.tracking)))
    ]
    for dimension in AssessmentDimension.allCases {
      guard let score = line.scores[dimension] else { continue }
      facts.append(
        .init(
          Phrases.Competency.dimension(dimension),
          Phrases.Competency.of(score.said, context.rules.competencyScoreMaximum)))
    }
    if !request.outcome.isEmpty {
      let title = try records.outcomeTitle(request.outcome)
      let day = request.decided?.said ?? ""
      facts.append(.init(Phrases.Competency.outcome, "\(title) (\(day))", tone: .good))
      facts.append(.init(Phrases.Competency.benefit, Phrases.Competency.benefitNote))
    }
    return facts
  }

  private static func courses(
    of id: ID<Person>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Section {
    let courses = try records.enrolments(of: id, on: context.today)
    let past = try records.trainingRecords(of: id)
    let passed =
      courses.filter { $0.enrolment.state == .passed }.reduce(0) { $0 + $1.line.courseMinutes }
      + past.reduce(0) { $0 + $1.minutes }
    var section = Section(
      title: Phrases.Competency.courses,
      facts: [.init(Phrases.Competency.hours, HourMinute.text(passed))])
    for record in past {
      section.facts.append(
        .init(
          Phrases.LearnerData.past,
          Phrases.LearnerData.past(record.title, record.minutes, record.year)))
    }
    for own in courses {
      section.facts.append(
        .init(
          own.line.courseTitle,
          Phrases.Competency.course(
            HourMinute.text(own.line.courseMinutes), own.enrolment.state.name,
            own.line.trainingClass.from, own.line.trainingClass.to)))
    }
    return section
  }

  /// The file as a list: for the printer, a workbook, a table.
  var sheet: Sheet {
    Sheet(
      title: title,
      columns: [
        Sheet.Column(Phrases.Competency.file, width: 20),
        Sheet.Column(Phrases.Competency.field, width: 24),
        Sheet.Column(Phrases.Competency.value),
      ],
      rows: sections.flatMap { section in
        section.facts.map { fact in
          Sheet.Row([.text(section.title), .text(fact.label), .text(fact.value)])
        }
      })
  }
}

extension PersonLine {
  /// Who the person is.
  fileprivate var identityFacts: [RecordPage.Fact] {
    [
      .init(Phrases.Competency.name, person.name.inFull, tone: .strong),
      .init(Phrases.Competency.nationalCode, person.nationalCode?.shown ?? Phrases.Competency.none),
      .init(
        Phrases.Competency.personnelCode, person.personnelCode?.shown ?? Phrases.Competency.none),
      .init(Phrases.People.fatherName, person.fatherName.isEmpty ? "—" : person.fatherName),
      .init(Phrases.People.birthDay, person.birthDay?.said ?? Phrases.Competency.none),
      .init(Phrases.People.kind, person.kind.name),
      .init(
        Phrases.Competency.place, Phrases.Competency.place(unitName, schoolName)),
    ]
  }
}

extension Querying where Self: ~Copyable {
  /// Every decree and appointment, those that hold on the day marked.
  fileprivate func employmentFacts(
    _ employment: Employment, on day: JalaliDate
  ) throws -> [RecordPage.Fact] {
    var facts: [RecordPage.Fact] = []
    let current = employment.decree(on: day)?.id
    for decree in employment.decrees {
      let post = try items(of: "post-kind").first { $0.code == decree.postKind }?.title ?? ""
      facts.append(
        .init(
          Phrases.Competency.paper(Phrases.Employment.decree, isCurrent: decree.id == current),
          Phrases.LearnerData.paper(
            decree.number, decree.from, decree.to, [decree.jobTitle, post])))
    }
    let held = Set(employment.appointments(on: day).map(\.id))
    for appointment in employment.appointments {
      facts.append(
        .init(
          Phrases.Competency.paper(
            Phrases.Employment.appointment, isCurrent: held.contains(appointment.id)),
          Phrases.LearnerData.paper(
            appointment.number, appointment.from, appointment.to, [try appointment.said(self)])))
    }
    if held.isEmpty {
      facts.append(
        .init(Phrases.Employment.appointment, Phrases.Competency.noAppointments, tone: .warning))
    }
    return facts
  }
}
