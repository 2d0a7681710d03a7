/// The points of an application, from the editable table of points (S2-3.2c).
///
/// The rule is not in the document: every number is a value of the rule book, `instructor.points/` and
/// `instructor.points.maximum/` with a kind of the list `instructor-evidence`, or with `degree-` and a
/// degree.
public struct InstructorScore: Hashable, Sendable {
  public static let pointsKey = "instructor.points/"
  public static let maximumKey = "instructor.points.maximum/"
  public static let degreePrefix = "degree-"

  /// One line of the sum.
  public struct Line: Hashable, Sendable {
    public let kind: String
    public let amount: Int
    /// In hundredths of a point.
    public let points: Int
    /// The highest sum of the kind, in hundredths; nil where there is none.
    public let maximum: Int?
  }

  public let lines: [Line]

  /// In hundredths of a point.
  public var total: Int { lines.reduce(0) { $0 + $1.points } }

  /// - Parameters:
  ///   - degree: A code of the list `degree`.
  ///   - papers: Rows of evidence; documents count nothing.
  ///   - rules: The table of points on the day.
  public init(degree: String, papers: [InstructorPaper], under rules: Rules) {
    var amounts: [String: Int] = [:]
    var order: [String] = []
    for paper in papers where paper.role == .evidence {
      if amounts[paper.kind] == nil { order.append(paper.kind) }
      amounts[paper.kind, default: 0] += max(0, paper.amount)
    }
    if !degree.isEmpty {
      order.insert(Self.degreePrefix + degree, at: 0)
      amounts[Self.degreePrefix + degree] = 1
    }
    lines = order.map { kind in
      let amount = amounts[kind] ?? 0
      // Above any maximum, so that a typed number cannot overflow.
      let counted = min(amount, 1_000_000)
      let points = rules.share(of: counted * 100, at: Self.pointsKey + kind) ?? 0
      let maximum = rules.share(of: 100, at: Self.maximumKey + kind)
      return Line(
        kind: kind, amount: amount, points: maximum.map { min($0, points) } ?? points,
        maximum: maximum)
    }
  }
}
