import Persian
import Store
import TerminalKit
import Training
import UseCases

/// Enrols one person by code: first shows who it is and what the rules say, then enrols.
///
/// What is shown before saving is also the diagnosis of S2-5.7d: every rule that stands in the way.
struct EnrolScreen: Screen {
  typealias Environment = Portal

  /// Who was found under a code, with everything that was found about them.
  struct Found: Sendable {
    let person: Person
    let place: String
    /// Nil for somebody whom the office does not look after.
    let diagnosis: EnrolmentDiagnosis?
    let findings: [Finding]
  }

  enum Reply: Sendable {
    case found(Result<Found?, Failure>)
    case enrolled(WritingTurn<Result<String, Failure>>.Outcome)
  }

  static let name = "enrol"
  private let line: ClassLine
  private let action: EnrolmentLife.Action
  private var code = TextInput("", limit: 20, direction: .ltr)
  private var found: Found?
  private var complaint: String?
  private var text = Scroller([])
  private var turn = WritingTurn<Result<String, Failure>>()

  init(_ line: ClassLine, as action: EnrolmentLife.Action) {
    self.line = line
    self.action = action
  }

  var title: String { "\(action.name): \(Phrases.Classes.heading(line))" }
  var wantsText: Bool { found == nil }

  mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.found(let result)):
      take(result)
      return .none
    case .reply(.enrolled(let outcome)):
      if let waiting = turn.wait(for: outcome, Reply.enrolled) { return waiting }
      switch outcome.answer {
      case .success(let name):
        // The next one can be typed at once.
        clear()
        return .notice(Phrases.Learners.enrolled(name), .good)
      case .failure(let failure): return .open(WhyScreen(failure))
      }
    case .stale: return found == nil ? .none : search
    default: break
    }
    guard let input = event.input else { return .none }
    // Whoever is being enrolled stays in sight until it is done.
    guard !turn.isWaiting else { return .notice(Phrases.waitsForTurn, .warning) }
    return found == nil ? type(input) : decide(input)
  }

  private mutating func type(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch input {
    case .navigate(.back): return .close
    case .navigate(.accept), .navigate(.save), .navigate(.find):
      return code.text.allSatisfy(\.isWhitespace) ? .none : search
    default:
      if code.handle(input) { complaint = nil }
      return .none
    }
  }

  private mutating func decide(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch input {
    case .navigate(.back): clear()
    case .navigate(.accept), .navigate(.save):
      guard let found else { return .none }
      guard found.findings.allow else { return .open(WhyScreen(found.findings)) }
      return turn.begin(Reply.enrolled) { [id = line.trainingClass.id, action] portal in
        portal.perform(EnrolLearner(found.person.id, in: id, as: action))
          .map { _ in found.person.name.inFull }
      }
    default: text.handle(input)
    }
    return .none
  }

  private var search: Effect<Portal, Reply> {
    .run { [typed = code.text, id = line.trainingClass.id, action] portal in
      .found(
        portal.read { records, context in
          guard let person = try records.person(typed: typed, context.rules) else { return nil }
          let units = try [person.school, person.unit].compactMap { id in
            try id.flatMap { try records.unit($0) }
          }
          return Found(
            person: person, place: Say.list(units.map(\.name)),
            diagnosis: try EnrolLearner.diagnosis(
              for: person.id, in: id, as: action, records, context),
            findings: try EnrolLearner.findings(
              for: person.id, in: id, as: action, records, context))
        })
    }
  }

  private mutating func take(_ result: Result<Found?, Failure>) {
    switch result {
    case .success(nil): complaint = Phrases.Learners.codeUnknown
    case .failure(let failure): complaint = failure.sentence
    case .success(let someone?):
      found = someone
      text.paragraphs = paragraphs(someone)
    }
  }

  private mutating func clear() {
    found = nil
    complaint = nil
    code = TextInput("", limit: 20, direction: .ltr)
    text = Scroller([])
  }

  private func paragraphs(_ someone: Found) -> [Scroller.Paragraph] {
    let person = someone.person
    var lines = [
      Scroller.Paragraph(person.name.inFull, tone: .strong),
      Scroller.Paragraph(
        "\(Phrases.People.personnelCode): \(person.personnelCode?.shown ?? "—")"),
      Scroller.Paragraph("\(Phrases.People.nationalCode): \(person.nationalCode?.shown ?? "—")"),
      Scroller.Paragraph("\(Phrases.People.place): \(someone.place)"),
      Scroller.Paragraph(""),
    ]
    lines.append(
      someone.findings.allow
        ? Scroller.Paragraph(Phrases.Learners.mayEnrol, tone: .good)
        : Scroller.Paragraph(Phrases.Learners.mayNot, tone: .warning))
    if let diagnosis = someone.diagnosis {
      for item in diagnosis.items {
        let isMet = item.tone == .good
        lines.append(Scroller.Paragraph("\(isMet ? "✓" : "✗") \(item.title)", tone: item.tone))
        if !isMet { lines += item.lines.map { Scroller.Paragraph($0, indent: 2) } }
      }
    } else {
      for finding in someone.findings {
        lines.append(Scroller.Paragraph("✗ \(finding.sentence)", tone: .bad))
        lines += finding.details.map { Scroller.Paragraph($0, indent: 2) }
      }
    }
    return lines
  }

  func view(in frame: inout Frame) {
    let width = max(0, frame.size.columns - 4)
    frame.write(Phrases.Learners.typeCode, at: Point(row: 0, column: 2), width: width)
    code.view(
      in: &frame, at: Rect(row: 1, column: 2, rows: 1, columns: min(24, width)),
      isFocused: found == nil)
    if let complaint {
      frame.write("✗ \(complaint)", at: Point(row: 2, column: 2), width: width, tone: .complaint)
    }
    text.view(
      in: &frame,
      at: Rect(row: 3, column: 2, rows: max(0, frame.size.rows - 3), columns: width))
  }
}

extension Querying where Self: ~Copyable {
  /// Whoever has what was typed as personnel code or as national code; nil when nobody has.
  func person(typed text: String, _ rules: Rules) throws -> Person? {
    if let code = try? PersonnelCode(validating: text, length: rules.personnelCodeLength),
      let person = try person(code)
    {
      return person
    }
    guard let code = try? NationalCode(validating: text) else { return nil }
    return try person(code)
  }
}
