import Interchange
import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «معرفی دوره‌ها و فعالیت‌های معادل» of a learner, and «تایید دوره‌ها و فعالیت‌های معادل» of
/// district and province (S2-11).
struct EquivalentsList: ListDescription {
  enum Command: String, CommandSet {
    case add, send, approve, print
    var help: String {
      switch self {
      case .add: EquivalentLife.Action.register.name
      case .send: EquivalentLife.Action.send.name
      case .approve: EquivalentLife.Action.approve.name
      case .print: Phrases.Equivalents.print
      }
    }
  }

  static let name = "equivalents"
  let role: Role
  /// One list of a district; nil for all within reach.
  let batch: EquivalentBatch?

  init(_ role: Role, of batch: EquivalentBatch? = nil) {
    self.role = role
    self.batch = batch
  }

  var title: String {
    if let batch { return Phrases.Equivalents.heading(batch) }
    return role == .learner ? Phrases.Equivalents.own : Phrases.Equivalents.title
  }

  var allowsMarks: Bool { role != .learner }

  var columns: [Column<EquivalentLine>] {
    let people: [Column<EquivalentLine>] = [
      Column(
        Phrases.Learners.name, sortedBy: { .text(Collation.key($0.person.name.surnameFirst)) },
        text: { $0.person.name.surnameFirst }),
      Column(
        Phrases.Learners.code, width: 11, direction: .ltr,
        text: { Digits.persian($0.person.shownCode) }),
    ]
    let own: [Column<EquivalentLine>] = [
      Column(Phrases.Catalogue.courseTitle, text: { $0.equivalent.form.title }),
      Column(
        Phrases.Catalogue.hours, width: 6, direction: .ltr,
        text: { HourMinute.text($0.equivalent.form.minutes) }),
      Column(
        Phrases.Equivalents.year, width: 6, direction: .ltr,
        text: { Digits.persian($0.equivalent.form.year) }),
      Column(Phrases.Equivalents.state, width: 15, text: { $0.equivalent.state.name }),
    ]
    return role == .learner ? own : people + own
  }

  func identity(of row: EquivalentLine) -> Int64 { row.equivalent.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [EquivalentLine] {
    try context.require(.viewEquivalents)
    // Learners have a list of their own, which is no list of an office.
    guard (role == .learner) == (context.actor.role == .learner) else { throw Failure.forbidden }
    // The province sees what was sent to it, and what became of that.
    let states: Set<EquivalentLife.State>? =
      context.actor.role == .provincialExpert ? [.sent, .recorded] : nil
    return try records.equivalents(
      in: context.actor.personReach, states: states, of: batch?.id)
  }

  func open(_ row: EquivalentLine) -> Step {
    .open(RecordScreen(EquivalentRecord(row.equivalent)))
  }

  func perform(_ command: Command, on rows: [EquivalentLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    let ids = rows.map(\.equivalent.id)
    switch command {
    case .add: return .open(FormScreen(EquivalentForm(nil, by: role)))
    case .send: return .open(FormScreen(EquivalentBatchForm(ids)))
    case .print: return .open(EquivalentSheet.screen(title, self))
    case .approve:
      return .open(
        AskScreen(
          Phrases.Equivalents.approveQuestion(rows.count), yes: command.help,
          confirmation: Phrases.yes
        ) { portal, _ in
          portal.perform(ApproveEquivalents(ids))
            .map { _ in .notice(Phrases.Record.done(command.help), .good) }
        })
    }
  }

  func reasonClosed(_ command: Command, on rows: [EquivalentLine]) -> String? {
    let needed: (role: Role, state: EquivalentLife.State)?
    switch command {
    case .print: return nil
    case .add:
      return EquivalentLife.roles(for: .register).contains(role)
        ? nil : Phrases.Equivalents.onlyLearner
    case .send: needed = (.expert, .confirmed)
    case .approve: needed = (.provincialExpert, .sent)
    }
    guard let needed, needed.role == role else {
      return Phrases.Learners.notYours(command.help)
    }
    guard !rows.isEmpty else { return Phrases.chooseRowFirst }
    return rows.allSatisfy { $0.equivalent.state == needed.state }
      ? nil : Phrases.Equivalents.only(needed.state)
  }
}

/// The list of a district as it goes to the province: a workbook with the columns of §7 (S2-11.5a).
enum EquivalentSheet {
  static func screen(_ title: String, _ list: EquivalentsList) -> SheetLoader {
    SheetLoader(title) { records, context in
      [sheet(title, try list.load(records, context))]
    }
  }

  static func sheet(_ title: String, _ lines: [EquivalentLine]) -> Sheet {
    Sheet(
      title: title, columns: Phrases.Equivalents.sheetTitles.map { Sheet.Column($0) },
      rows: lines.enumerated().map { index, line in
        let (it, person) = (line.equivalent, line.person)
        return Sheet.Row([
          .number(index + 1), person.nationalCode.map { .code($0.digits) } ?? .empty,
          person.personnelCode.map { .code($0.digits) } ?? .empty, .text(person.name.first),
          .text(person.name.last), line.course.map { .code($0.code) } ?? .empty,
          .text(it.form.title), .minutes(it.form.minutes), .text(it.form.institute),
          .date(it.form.from), .date(it.form.to), .text(it.form.certificate.number),
        ])
      })
  }
}

/// A course held elsewhere: what the certificate says, each condition with its answer and paragraph,
/// and what SM-10 lets the role do.
struct EquivalentRecord: RecordDescription {
  static let name = "equivalent-record"
  let id: ID<EquivalentCourse>
  let title: String

  init(_ it: EquivalentCourse) {
    id = it.id
    title = it.form.title
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try EquivalentLife.situation(of: id, records, context),
      let line = try records.equivalent(id, in: context.actor.personReach)
    else { throw Failure.forbidden }
    let it = line.equivalent
    return RecordPage(
      facts: Self.facts(line) + Self.review(line, situation.facts),
      links: [.init(Phrases.Equivalents.saveScan, step: Self.save(it))],
      actions: EquivalentLife.items(
        of: id, situation, context, name: { $0.name },
        fields: { action in
          switch action {
          case .edit: .open(FormScreen(EquivalentForm(it, by: context.actor.role)))
          case .review: .open(FormScreen(EquivalentReviewForm(line)))
          case .send: .open(FormScreen(EquivalentBatchForm([it.id])))
          case .approve: .open(Self.approval(it, situation.subject))
          default: nil
          }
        }),
      history: try records.past(of: "equivalent_course", id.rawValue))
  }

  private static func approval(_ it: EquivalentCourse, _ subject: String) -> AskScreen {
    let title = EquivalentLife.Action.approve.name
    return AskScreen(
      Phrases.Record.question(title, subject), yes: title, confirmation: Phrases.yes
    ) { portal, _ in
      portal.perform(ApproveEquivalents([it.id]))
        .map { _ in .notice(Phrases.Record.done(title), .good) }
    }
  }

  private static func facts(_ line: EquivalentLine) -> [RecordPage.Fact] {
    let (it, form) = (line.equivalent, line.equivalent.form)
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Equivalents.state, it.state.name, tone: .strong),
      .init(Phrases.Learners.name, line.person.name.inFull),
      .init(Phrases.Equivalents.kind, form.kind.name),
      .init(Phrases.Catalogue.hours, HourMinute.text(form.minutes)),
      .init(Phrases.Equivalents.institute, form.institute),
      .init(Phrases.Equivalents.year, Digits.persian(form.year)),
      .init(Phrases.Equivalents.interval, Phrases.Courses.interval(form.from, form.to)),
      .init(Phrases.Equivalents.certificate, Phrases.CourseFiles.said(form.certificate)),
      .init(Phrases.Equivalents.introduction, form.introduction),
      .init(Phrases.Equivalents.scan, it.scan.name),
    ]
    if !line.batchNumber.isEmpty {
      facts.append(.init(Phrases.Equivalents.batch, line.batchNumber))
    }
    if !it.reason.isEmpty {
      facts.append(.init(Phrases.Requests.reason, it.reason, tone: .warning))
    }
    return facts.filter { !$0.value.isEmpty }
  }

  /// Every condition with its answer and its paragraph, then the original and the course.
  private static func review(
    _ line: EquivalentLine, _ facts: EquivalentLife.Facts
  ) -> [RecordPage.Fact] {
    let review = line.equivalent.review
    let conditions = EquivalentCourse.Condition.allCases.map { condition in
      RecordPage.Fact(
        condition.name, Phrases.Equivalents.answer(review[condition], condition.clause),
        tone: review[condition] == true ? .good : .warning)
    }
    let seen = review.originalSeen
    let course = line.course.map { "\(Digits.persian($0.code)) — \($0.title)" }
    return conditions + [
      .init(
        Phrases.Equivalents.original, seen?.said ?? Phrases.Equivalents.notSeen,
        tone: seen == nil ? .warning : .good),
      .init(
        Phrases.Equivalents.course, course ?? Phrases.FormsOne.notYet,
        tone: course == nil ? .warning : .body),
    ]
      + (line.course == nil
      ? [] : CourseOfCertificate().findings(in: facts)).map {
        .init(
          Phrases.Plan.warning, $0.sentence, tone: $0.severity == .refusal ? .bad : .warning)
      }
  }

  /// Asks where the scan goes, for the learner and for the offices that reach the learner.
  private static func save(_ it: EquivalentCourse) -> Step {
    .open(
      FormScreen(
        SaveForm(Phrases.Equivalents.saveScan, file: it.scan.offeredName) { portal in
          portal.read { records, context in
            let now = try EquivalentLife.situation(of: it.id, records, context)
            guard let scan = now?.facts.equivalent.scan,
              let digest = BlobDigest(hexadecimal: scan.digest),
              let bytes = try records.blob(digest)
            else { throw Failure.forbidden }
            return bytes
          }
        }))
  }
}
