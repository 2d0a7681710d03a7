import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «اطلاعات فراگیر»: a person's decree and appointments, read-only, and the hours of the year
/// (S2-5.7b).
struct LearnerDataRecord: RecordDescription {
  static let name = "learner-data"
  let title = Phrases.LearnerData.title
  /// Nil for the learner at work.
  private let person: ID<Person>?

  init(_ person: ID<Person>?) { self.person = person }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let id = person ?? context.actor.person else { throw Failure.forbidden }
    let person = try context.requireLearner(id, records)
    let employment = try records.employment(of: person.id)
    let ceiling = context.rules.yearCeiling(of: person.kind)
    let year = context.today.year
    let minutes = try records.yearMinutes(of: person.id, in: year)
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Learners.name, person.name.inFull, tone: .strong),
      .init(Phrases.People.personnelCode, person.personnelCode?.shown ?? "—"),
      .init(Phrases.People.nationalCode, person.nationalCode?.shown ?? "—"),
      .init(
        Phrases.People.place,
        Say.list(
          try [person.school, person.unit].compactMap { id in
            try id.flatMap { try records.unit($0)?.name }
          })),
      .init(
        Phrases.LearnerData.hours(year), Phrases.LearnerData.hours(minutes, of: ceiling),
        tone: minutes > ceiling ? .bad : .body),
    ]
    facts += try papers(employment, context, records)
    facts += try records.trainingRecords(of: person.id).map { record in
      .init(
        Phrases.LearnerData.past,
        Phrases.LearnerData.past(record.title, record.minutes, record.year))
    }
    var links = [
      RecordPage.Item(
        Phrases.Enrolling.whyNotShown,
        step: .open(ListScreen(DiagnosisList(person.id))))
    ]
    if Permission.askAppointment.isHeld(by: context.actor.role) {
      facts += try records.appointmentRequests(context)
      links += [
        RecordPage.Item(Phrases.Competency.update, step: .open(FormScreen(AskAppointmentForm()))),
        RecordPage.Item(Phrases.Competency.shortHelp, step: .open(AppointmentHelpScreen())),
      ]
    }
    links.append(
      RecordPage.Item(Phrases.Competency.file, step: .open(RecordScreen(PersonnelFile(person)))))
    if Permission.editEmployment.isHeld(by: context.actor.role) {
      links.append(
        RecordPage.Item(
          Phrases.LearnerData.update, step: .open(ListScreen(EmploymentList(person: person)))))
    }
    return RecordPage(facts: facts, links: links, history: nil)
  }

  /// The decree and the appointments of today; a missing one is told, since courses ask for it.
  private func papers(
    _ employment: Employment, _ context: Context, _ records: borrowing Reading
  ) throws -> [RecordPage.Fact] {
    func title(_ list: String, _ code: String) throws -> String {
      try records.items(of: list).first { $0.code == code }?.title ?? code
    }
    var facts: [RecordPage.Fact] = []
    if let decree = employment.decree(on: context.today) {
      let parts = [
        decree.jobTitle, try title("job-field", decree.jobField),
        try title("employment-kind", decree.employmentKind),
        try title("post-kind", decree.postKind),
      ]
      facts.append(
        .init(
          Phrases.Employment.decree,
          Phrases.LearnerData.paper(decree.number, decree.from, decree.to, parts)))
    } else {
      facts.append(
        .init(Phrases.Employment.decree, Phrases.LearnerData.none, tone: .warning))
    }
    let appointments = employment.appointments(on: context.today)
    if appointments.isEmpty {
      facts.append(
        .init(Phrases.Employment.appointment, Phrases.LearnerData.none, tone: .warning))
    }
    for it in appointments {
      let parts = [
        it.subject, try title("teaching-field", it.teachingField), try title("stage", it.stage),
        Phrases.LearnerData.weekly(it.weeklyMinutes),
      ]
      facts.append(
        .init(
          Phrases.Employment.appointment,
          Phrases.LearnerData.paper(it.number, it.from, it.to, parts)))
    }
    return facts
  }
}
