import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «چرا این دوره را نمی‌بینم؟»: every course of a person's offices, open or with its reason (S2-5.7d).
struct DiagnosisList: ListDescription {
  static let name = "diagnosis"
  let title = Phrases.Enrolling.whyNotShown
  /// Nil for the learner at work.
  private let person: ID<Person>?

  init(_ person: ID<Person>?) { self.person = person }

  let columns: [Column<CourseDiagnosis>] = [
    Column(
      Phrases.Catalogue.courseTitle, sortedBy: { .text(Collation.key($0.request.course.title)) },
      text: { $0.request.course.title }),
    Column(Phrases.Requests.method, width: 12, text: { $0.request.request.method.name }),
    Column(
      Phrases.Enrolling.verdict, width: 36, tone: { $0.isOpen ? .good : .warning },
      text: { row in
        row.isOpen
          ? "✓ \(Phrases.Enrolling.mayEnrol)"
          : "✗ \(row.findings.refusals.first?.sentence ?? "")"
      }),
  ]

  func identity(of row: CourseDiagnosis) -> Int64 { row.request.request.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [CourseDiagnosis] {
    guard let person = person ?? context.actor.person else { throw Failure.forbidden }
    return try context.diagnoses(of: person, records)
  }

  func open(_ row: CourseDiagnosis) -> Step {
    guard let diagnosis = row.diagnosis else { return .open(WhyScreen(row.findings)) }
    let name = row.nearest?.trainingClass.name ?? ""
    return .open(
      WhyScreen(title: "\(row.request.course.title) – \(name)", diagnosis.items))
  }
}

extension EnrolmentDiagnosis {
  /// Every condition with ✓ or ✗, its numbers, its paragraph and the way out; what is in the way first.
  var items: [FindingPanel.Item] {
    (checks.filter { !$0.isMet } + checks.filter(\.isMet)).map { check in
      let refusals = check.findings.refusals
      guard let first = refusals.first else {
        return FindingPanel.Item(
          check.measure.said, lines: [Phrases.Enrolling.origin(check.clause.origin)], tone: .good)
      }
      return FindingPanel.Item(
        check.measure.said,
        lines: [first.sentence] + first.details
          + refusals.dropFirst().flatMap { [$0.sentence] + $0.details })
    }
  }
}
