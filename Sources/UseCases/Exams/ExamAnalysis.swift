public import Store
public import Training

/// The answers to an exam, learner by learner, as its analysis takes them.
public struct ExamAnalysis: Sendable {
  public let exam: Exam
  public let questions: [ExamQuestionLine]
  public let analysis: ItemAnalysis

  /// - Throws: `Failure.forbidden` out of reach; `Failure.refused` while learners may still answer.
  public init(
    of id: ID<Exam>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws {
    try context.require(.viewExams)
    guard let situation = try ExamLife.situation(of: id, records, context) else {
      throw Failure.forbidden
    }
    try ExamOver().findings(in: situation.facts).orRefuse()
    exam = situation.facts.exam
    let questions = try records.questions(of: id)
    self.questions = questions
    let responses = try records.responses(to: id)
    let credits = try records.sittings(of: id).map { sitting in
      questions.map { line in
        let response = responses[sitting.id]?[line.asked.id] ?? ""
        return Double(line.question.credit(for: response)) / Double(Question.Option.whole)
      }
    }
    analysis = ItemAnalysis(credits)
  }
}
