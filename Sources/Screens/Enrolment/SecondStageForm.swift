import Persian
import Store
import TerminalKit
import Training
import UseCases

/// Says of learners that they have registered outside the portal too (S2-5.4a).
struct SecondStageForm: FormDescription {
  struct Draft: Sendable {
    var stage: SecondStage?
    var isDone: Bool? = true
    let count: Int
  }

  static let name = "second-stage"
  let title = Phrases.Stages.mark
  private let learners: [ID<Enrolment>]
  private let trainingClass: ID<TrainingClass>

  init(_ learners: [ID<Enrolment>], in trainingClass: ID<TrainingClass>) {
    self.learners = learners
    self.trainingClass = trainingClass
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, [SecondStage]) {
    try context.require(.markSecondStage)
    let reach = context.actor.courseReach
    guard let line = try records.trainingClass(trainingClass, in: reach, on: context.today) else {
      throw Failure.forbidden
    }
    let stages = try records.preparation(of: line.trainingClass.request)?.stages ?? []
    guard !stages.isEmpty else {
      throw Failure.refused([Finding(.secondStage, .refusal, .enrolment(.stageNotNeeded))])
    }
    return (Draft(stage: stages.first, count: learners.count), stages)
  }

  func fields(_ stages: [SecondStage]) -> [Field<Draft>] {
    [
      .fixed(Phrases.Learners.chosen) { $0.count.said },
      .pick(Phrases.Stages.which, \.stage, among: stages.map { ($0, $0.name) }).required(),
      .pick(
        Phrases.Stages.whether, \.isDone, among: [(true, Phrases.yes), (false, Phrases.no)]
      ).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let stage = draft.stage else { return .failure(.complaint(field: "stage", .empty)) }
    return portal.perform(
      MarkSecondStage(learners, in: trainingClass, stage, isDone: draft.isDone ?? true)
    ).map { _ in .notice(Phrases.saved, .good) }
  }
}

extension Querying where Self: ~Copyable {
  /// The registrations outside the portal that a course asks for, and whether a learner did them.
  func stageFacts(of enrolment: Enrolment, in line: ClassLine) throws -> [RecordPage.Fact] {
    guard let needs = try preparation(of: line.trainingClass.request), !needs.stages.isEmpty else {
      return []
    }
    let done = try secondStages(of: enrolment.trainingClass)[enrolment.id] ?? []
    var facts = needs.stages.map { stage in
      let isDone = done.contains(stage)
      return RecordPage.Fact(
        Phrases.Stages.stage(stage), isDone ? Phrases.Stages.done : Phrases.Stages.notDone,
        tone: isDone ? .good : .warning)
    }
    if !needs.secondStageAddress.isEmpty {
      facts.append(.init(Phrases.Preparing.address, needs.secondStageAddress))
    }
    return facts
  }
}
