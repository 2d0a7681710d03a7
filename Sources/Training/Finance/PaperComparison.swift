/// What is counted of a class, in the records or on paper (S2-9.5b).
public struct ClassCounts: Hashable, Sendable, Codable {
  /// The raw value names the column.
  public enum Figure: String, CaseIterable, Hashable, Sendable, Codable {
    case learners, scores, scoreTotal, absences
  }

  /// Learners and guests who are in the class.
  public var learners: Int
  /// Learners with a score in the final exam or project, and the sum of their scores in hundredths.
  public var scores: Int
  public var scoreTotal: Int
  /// Cells of the attendance list with an absence.
  public var absences: Int

  public init(learners: Int = 0, scores: Int = 0, scoreTotal: Int = 0, absences: Int = 0) {
    self.learners = learners
    self.scores = scores
    self.scoreTotal = scoreTotal
    self.absences = absences
  }

  public subscript(_ figure: Figure) -> Int {
    switch figure {
    case .learners: learners
    case .scores: scores
    case .scoreTotal: scoreTotal
    case .absences: absences
    }
  }
}

/// The written file of a class beside the records, before the class is closed (S2-9.5b).
///
/// The records are counted whenever it is read, so that what moves afterwards shows as a difference.
public struct PaperComparison: Hashable, Sendable, Codable {
  public struct Difference: Hashable, Sendable, Codable {
    public let figure: ClassCounts.Figure
    public let records: Int
    public let paper: Int

    public init(_ figure: ClassCounts.Figure, records: Int, paper: Int) {
      self.figure = figure
      self.records = records
      self.paper = paper
    }
  }

  public let trainingClass: ID<TrainingClass>
  public let className: String
  public let records: ClassCounts
  /// Nil until somebody has counted the paper.
  public let paper: ClassCounts?
  /// Why a difference stands; empty for none.
  public let reason: String

  public init(
    trainingClass: ID<TrainingClass>, className: String, records: ClassCounts,
    paper: ClassCounts? = nil, reason: String = ""
  ) {
    self.trainingClass = trainingClass
    self.className = className
    self.records = records
    self.paper = paper
    self.reason = reason
  }

  /// Every figure in which paper and records differ; none where the paper was not counted.
  public var differences: [Difference] {
    guard let paper else { return [] }
    return ClassCounts.Figure.allCases.filter { records[$0] != paper[$0] }
      .map { Difference($0, records: records[$0], paper: paper[$0]) }
  }

  /// What stands against closing the class: nothing when paper and records are equal, a warning
  /// where a difference has its reason.
  public var findings: [Finding] { PaperEqualsRecords().findings(in: self) }
}

/// Paper and records of a class are equal, or the difference has a reason (S2-9.5b).
public struct PaperEqualsRecords: Policy {
  public static let clause = Clause.paperComparison
  public init() {}

  public func findings(in comparison: PaperComparison) -> [Finding] {
    guard comparison.paper != nil else {
      return [
        refusal(
          .file(.notCompared(className: comparison.className)), remedy: .record(.comparison))
      ]
    }
    let differences = comparison.differences
    guard !differences.isEmpty else { return [] }
    guard comparison.reason.isEmpty else {
      return [
        warning(.file(.explained(className: comparison.className, reason: comparison.reason)))
      ]
    }
    return [
      refusal(
        .file(.differs(className: comparison.className, differences)), remedy: .record(.reason))
    ]
  }
}
