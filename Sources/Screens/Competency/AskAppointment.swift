import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «به‌روزرسانی ابلاغ»: what the learner says of an appointment that the office has not recorded
/// (S1-5a).
struct AskAppointmentForm: FormDescription {
  struct Draft: Sendable {
    var note = ""
    var name: String
  }

  static let name = "ask-appointment"
  let submission: String? = Phrases.Submission.send
  let title = Phrases.Competency.update

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.askAppointment)
    return (Draft(name: context.actor.name), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .fixed(Phrases.Competency.person) { $0.name },
      .text(Phrases.Competency.askNote, \.note, limit: 200).required()
        .hinted(Phrases.Competency.askHint),
      .button(Phrases.Competency.update),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(
      AskForAppointment(title: Phrases.Competency.updateOf(draft.name), note: draft.note)
    ).map { _ in .notice(Phrases.Competency.asked, .good) }
  }
}

extension Querying where Self: ~Copyable {
  /// What the learner asked for and what became of it, the newest first.
  func appointmentRequests(_ context: Context) throws -> [RecordPage.Fact] {
    try tasks(in: context.actor.taskReach, openOnly: false).reversed()
      .filter { $0.task.kind == .appointment && $0.task.author == context.actor.account }
      .map { line in
        let task = line.task
        return RecordPage.Fact(
          Phrases.Competency.askedOn(task.made), Phrases.Competency.standing(of: task),
          tone: task.done == nil ? .warning : task.answer.isEmpty ? .good : .bad)
      }
  }
}
