import Persian
public import Store
public import Training

/// Takes the questions of a file into the bank of a course (S2-8.5c): all of them or none.
public struct ImportQuestions: UseCase {
  public static let name = "question.import"
  public var course: ID<Course>
  public var unit: ID<Training.Unit>
  /// Course and office of each are replaced.
  public private(set) var questions: [Question]
  private var options: [[ID<Question.Option>]] = []

  public init(_ questions: [Question], into course: ID<Course>, of unit: ID<Training.Unit>) {
    self.questions = questions
    self.course = course
    self.unit = unit
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard options.isEmpty else { return }
    for index in questions.indices {
      questions[index].id = try records.newID()
      var ids: [ID<Question.Option>] = []
      for _ in questions[index].options { ids.append(try records.newID()) }
      options.append(ids)
    }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editQuestions)
    guard try records.reaches(course, of: unit, in: context.actor.courseReach) else {
      throw Failure.forbidden
    }
  }

  /// - Returns: How many were new; a text that the bank has is passed over.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> Int {
    let known = try records.questions(
      of: course, in: unit, QuestionFilter(includesRetired: true))
    var stems = Set(known.map { SearchKey.joined($0.question.stem) })
    var count = 0
    for (question, ids) in zip(questions, options) {
      try QuestionFacts.policies.findings(in: QuestionFacts(question)).orRefuse()
      guard stems.insert(SearchKey.joined(question.stem)).inserted else { continue }
      var question = question
      (question.course, question.unit) = (course, unit)
      question.author = context.actor.name
      try records.insert(question, options: ids)
      count += 1
    }
    return count
  }
}
