public import Store
public import Training

/// Draws up the summary of a level of a course: it is closed for more answers then (SM-7).
public struct SummariseLevel: UseCase {
  public static let name = "effectiveness.summarise"
  public var request: ID<CourseRequest>
  public var level: EffectivenessLevel
  public var conclusion: String
  private var id: ID<Effectiveness>?

  public init(_ request: ID<CourseRequest>, _ level: EffectivenessLevel, conclusion: String) {
    self.request = request
    self.level = level
    self.conclusion = conclusion
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EffectivenessLife.require(.summarise, context)
    _ = try context.request(request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let id, let course = try records.effectivenessCourse(request, context) else {
      throw Failure.forbidden
    }
    let standing = course[level]
    guard let facts = standing.facts else {
      throw Failure.refused([
        Finding(.effectivenessWindow, .refusal, .training(.noSession), remedy: .record(.session))
      ])
    }
    _ = try EffectivenessLife.open(.summarise, in: standing.state, facts, context)
    // Nothing is answered any more afterwards, so it does not end by a key that was hit too early.
    if conclusion.allSatisfy(\.isWhitespace) {
      throw Failure.complaint(field: "conclusion", .empty)
    }
    var after = standing.row ?? Effectiveness(id: id, request: request, level: level)
    after.conclusion = conclusion
    after.summarised = context.today
    try Failure.check(
      try records.put(after, from: standing.row), on: course.line.course.title)
  }
}
