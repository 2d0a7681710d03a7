import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «چرا گواهینامه نمی‌گیرد؟»: the learners of a class, each with the first thing in the way.
struct ConditionsList: ListDescription {
  static let name = "certificate-conditions"
  let title = Phrases.Closing.conditions
  private let trainingClass: ID<TrainingClass>

  init(_ trainingClass: ID<TrainingClass>) { self.trainingClass = trainingClass }

  let columns: [Column<CertificateDiagnosis>] = [
    Column(
      Phrases.Learners.name, width: 22,
      sortedBy: { .text(Collation.key($0.learner.person.name.surnameFirst)) },
      text: { $0.learner.person.name.inFull }),
    Column(
      Phrases.Learners.code, width: 10, direction: .ltr,
      text: { Digits.persian($0.learner.person.shownCode) }),
    Column(
      Phrases.Closing.result, tone: { $0.conditions.areMet ? .good : .warning },
      text: { $0.verdict }),
  ]

  func identity(of row: CertificateDiagnosis) -> Int64 { row.learner.enrolment.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [CertificateDiagnosis] {
    try context.certificateDiagnoses(of: trainingClass, records)
  }

  func open(_ row: CertificateDiagnosis) -> Step { .open(WhyScreen(row)) }
}

extension CertificateDiagnosis {
  /// The result in a few words.
  fileprivate var verdict: String {
    if certificate != nil { return "✓ \(Phrases.Closing.has)" }
    guard let check = conditions.checks.first(where: { !$0.isMet }) else {
      return "✓ \(Phrases.Closing.mayGet)"
    }
    return "✗ \(check.measure.refused)"
  }

  /// Every condition with its numbers, its paragraph and the shortest remedy, what is in the way first;
  /// then what the class itself still waits for.
  fileprivate var items: [FindingPanel.Item] {
    let checks = conditions.checks.filter { !$0.isMet } + conditions.checks.filter(\.isMet)
    let own = checks.map { check in
      guard !check.isMet else {
        return FindingPanel.Item(
          check.measure.said, lines: [Phrases.Enrolling.origin(check.clause.origin)], tone: .good)
      }
      return FindingPanel.Item(
        check.measure.refused,
        lines: [check.measure.said]
          + check.findings.refusals.flatMap { [$0.sentence] + $0.details })
    }
    if let certificate {
      return own + [
        FindingPanel.Item(Phrases.Closing.certificate(certificate), lines: [], tone: .good)
      ]
    }
    return own
      + closing.refusals.map { finding in
        FindingPanel.Item(
          "\(Phrases.Closing.closed): \(finding.sentence)", lines: finding.details, tone: .warning)
      }
  }
}

extension WhyScreen {
  /// The conditions of the certificate for one learner.
  init(_ diagnosis: CertificateDiagnosis) {
    self.init(title: diagnosis.learner.person.name.inFull, diagnosis.items)
  }

  /// The link that opens it for an enrolment.
  static func conditions(
    of id: ID<Enrolment>, title: String = Phrases.Closing.conditions
  ) -> RecordPage.Item {
    RecordPage.Item(
      title,
      step: .open(
        OpenScreen { portal in
          portal.read { records, context in
            .open(WhyScreen(try context.certificateDiagnosis(of: id, records)))
          }
        }))
  }
}

/// «گواهینامه‌ها»: those of a class, or a learner's own.
struct CertificatesList: ListDescription {
  enum Command: String, CommandSet {
    case printAll = "print"
    var help: String { CertificateLife.Action.print.name }
  }

  static let name = "certificates"
  let title = Phrases.Closing.certificates
  /// Nil for the learner's own.
  private let trainingClass: ID<TrainingClass>?

  init(_ trainingClass: ID<TrainingClass>?) { self.trainingClass = trainingClass }

  let columns: [Column<Certificate>] = [
    Column(Phrases.Closing.holder, width: 20, text: { $0.facts.holder }),
    Column(Phrases.Courses.course, text: { $0.facts.courseTitle }),
    Column(
      Phrases.Closing.number, width: 16, direction: .ltr,
      sortedBy: { .number($0.serial) }, text: { Digits.persian($0.facts.number) }),
    Column(
      Phrases.Closing.issued, width: 10, direction: .ltr,
      sortedBy: { .number($0.facts.issued.dayNumber) }, text: { $0.facts.issued.said }),
    Column(
      Phrases.Closing.state, width: 9, tone: { $0.state == .issued ? .body : .bad },
      text: { ($0.state == .issued ? "" : "✗ ") + $0.state.name }),
  ]

  func identity(of row: Certificate) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Certificate] {
    if let trainingClass {
      try context.require(.viewEnrolments)
      guard try context.reaches(trainingClass, records) else { throw Failure.forbidden }
      return try records.certificates(of: trainingClass)
    }
    try context.require(.viewOwnCourses)
    return try context.actor.person.map { try records.certificates(of: $0) } ?? []
  }

  func open(_ row: Certificate) -> Step { .open(RecordScreen(CertificateRecord(row))) }

  func perform(_ command: Command, on rows: [Certificate]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    if let trainingClass {
      return .open(LetterScreen(CertificateLetter(trainingClass.rawValue)))
    }
    return rows.first.map { .open(LetterScreen(CertificateLetter($0.id.rawValue))) } ?? .none
  }

  func reasonClosed(_ command: Command, on rows: [Certificate]) -> String? {
    trainingClass == nil && rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}

/// One certificate: what is printed on it, its code, and what SM-12 lets the role do.
struct CertificateRecord: RecordDescription {
  static let name = "certificate-record"
  let id: ID<Certificate>
  let title: String
  private let enrolment: ID<Enrolment>

  init(_ it: Certificate) {
    id = it.id
    title = it.facts.holder
    enrolment = it.enrolment
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try CertificateLife.situation(of: id, records, context),
      let it = try records.certificate(id, in: context.actor.courseReach)
    else { throw Failure.forbidden }
    var facts: [RecordPage.Fact] = [
      .init(
        Phrases.Closing.state, it.state.name, tone: it.state == .issued ? .good : .bad),
      .init(Phrases.Closing.number, Digits.persian(it.facts.number)),
      .init(Phrases.Closing.issued, it.facts.issued.said),
      .init(Phrases.Closing.holder, it.facts.holder, tone: .strong),
      .init(
        Phrases.Courses.course, "\(it.facts.courseTitle) (\(Digits.persian(it.facts.courseCode)))"),
      .init(Phrases.Catalogue.hours, Say.duration(it.facts.minutes)),
      .init(Phrases.Classes.dates, Phrases.Courses.interval(it.facts.from, it.facts.to)),
      .init(Phrases.Closing.score, it.facts.score.scored),
      .init(Phrases.Closing.code, Digits.persian(it.code.groups).isolated(.ltr)),
    ]
    if let day = it.revoked {
      facts.append(
        .init(CertificateLife.State.revoked.name, Say.list([day.said, it.reason]), tone: .bad))
    }
    var actions = CertificateLife.items(of: id, situation, context, name: { $0.name }) { action in
      action == .print ? .open(LetterScreen(CertificateLetter(id.rawValue))) : nil
    }
    if it.state == .revoked, CertificateLife.roles(for: .issue).contains(context.actor.role) {
      actions.append(
        RecordPage.Item(
          Phrases.Closing.reissue,
          step: .open(
            AskScreen(Phrases.Closing.reissueQuestion, yes: Phrases.Closing.reissue) {
              [enrolment] portal, _ in
              portal.perform(ReissueCertificate(enrolment))
                .map { _ in .notice(Phrases.Record.done(Phrases.Closing.reissue), .good) }
            })))
    }
    return RecordPage(
      facts: facts, actions: actions,
      history: context.actor.role == .learner
        ? nil : try records.past(of: "certificate", id.rawValue))
  }
}

/// «استعلام گواهینامه»: what the records say of the code on a paper.
struct VerifyForm: FormDescription {
  struct Draft: Sendable { var code = "" }

  static let name = "verify"
  let submission: String? = Phrases.Submission.ask
  let title = Phrases.Closing.verify

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.verifyCertificates)
    return (Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [.text(Phrases.Closing.code, \.code, limit: 40, direction: .ltr).required().wide(28)]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let code = CertificateCode(draft.code) else {
      return .success(.notice(Phrases.Closing.codeShape, .warning))
    }
    return portal.read { records, _ in
      let verdict = try records.verdict(on: code)
      return .open(
        WhyScreen(
          title: Phrases.Closing.verify,
          [FindingPanel.Item(verdict.sentence, lines: verdict.lines, tone: verdict.tone)]))
    }
  }
}

extension CertificateVerdict {
  fileprivate var tone: Tone {
    switch self {
    case .valid: .good
    case .revoked, .changed, .unknown: .bad
    }
  }
}
