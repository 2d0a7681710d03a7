import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «سوالات پیش‌آزمون»: the questions that instructors register before the course starts (S2-4.8).
struct PretestList: ListDescription {
  enum Command: String, CommandSet {
    case add, remove
    var help: String {
      switch self {
      case .add: Phrases.Pretest.add
      case .remove: Phrases.Pretest.remove
      }
    }
  }

  static let name = "pretest"
  private let request: ID<CourseRequest>
  private let course: String
  private let role: Role
  var title: String { "\(Phrases.Pretest.title): \(course)" }

  init(_ request: ID<CourseRequest>, _ course: String, _ role: Role) {
    self.request = request
    self.course = course
    self.role = role
  }

  let columns: [Column<PretestQuestion>] = [
    Column(Phrases.Pretest.text, text: { $0.text }),
    Column(Phrases.Pretest.choices, width: 7, alignment: .centre, text: { $0.choices.count.said }),
    Column(
      Phrases.Pretest.answer, width: 12,
      text: { $0.answer == 0 ? Phrases.Pretest.written : $0.answer.said }),
  ]

  func identity(of row: PretestQuestion) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [PretestQuestion] {
    try context.require(.viewPreparation)
    guard try records.request(request, in: context.actor.courseReach) != nil else {
      throw Failure.forbidden
    }
    return try records.pretestQuestions(of: request)
  }

  func open(_ row: PretestQuestion) -> Step {
    .open(FormScreen(PretestForm(request, row)))
  }

  func perform(_ command: Command, on rows: [PretestQuestion]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch (command, rows.first) {
    case (.add, _): return .open(FormScreen(PretestForm(request, nil)))
    case (.remove, let row?):
      return .open(
        AskScreen(Phrases.Pretest.removeQuestion(row.text), yes: Phrases.Pretest.remove) {
          portal, _ in
          portal.perform(RemovePretestQuestion(row)).map { _ in .notice(Phrases.saved, .good) }
        })
    case (.remove, nil): return .none
    }
  }

  func reasonClosed(_ command: Command, on rows: [PretestQuestion]) -> String? {
    guard Permission.editPretest.isHeld(by: role) else { return Phrases.Pretest.onlyInstructors }
    return command == .add || !rows.isEmpty ? nil : Phrases.chooseRowFirst
  }
}

/// A question of the pre-test: with choices and the right one, or answered in writing.
struct PretestForm: FormDescription {
  struct Draft: Sendable {
    var text = ""
    var choices = ["", "", "", ""]
    var answer = 0
  }

  static let name = "pretest-question"
  private let request: ID<CourseRequest>
  private let before: PretestQuestion?
  var title: String { before == nil ? Phrases.Pretest.add : Phrases.Pretest.edit }

  init(_ request: ID<CourseRequest>, _ before: PretestQuestion?) {
    self.request = request
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editPretest)
    var draft = Draft()
    if let before {
      draft.text = before.text
      draft.answer = before.answer
      for (index, choice) in before.choices.prefix(4).enumerated() { draft.choices[index] = choice }
    }
    return (draft, ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [.text(Phrases.Pretest.text, \.text, limit: 400).required()]
      + (0..<4).map { .text(Phrases.Pretest.choice($0 + 1), \.choices[$0], limit: 200) }
      + [
        .number(Phrases.Pretest.answer, \.answer, in: 0...4).hinted(Phrases.Pretest.answerHint)
      ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let after = PretestQuestion(
      id: ID(rawValue: 0), request: request, text: Normalizer.line(draft.text),
      choices: draft.choices.map { Normalizer.line($0) }.filter { !$0.isEmpty },
      answer: draft.answer)
    return portal.perform(PutPretestQuestion(before: before, after: after))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}
