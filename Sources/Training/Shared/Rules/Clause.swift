/// One paragraph of the regulations, or one requirement, that a rule carries out.
///
/// Its title and its help stand in Phrases under `id`.
public struct Clause: Hashable, Sendable, Codable {
  /// The documents that the rules come from.
  public enum Source: String, CaseIterable, Hashable, Sendable, Codable {
    /// Competency development and assessment of teachers.
    case competency
    /// Processes of the short courses, document 96045.
    case shortCourses
    /// Points of educational staff in administrative posts.
    case staffRanking
    /// The executive bylaw of teachers' ranking.
    case teacherRanking
    /// Oversight of the training of government employees.
    case oversight
    /// No document: what the portal needs to be safe and consistent.
    case portal
  }

  /// The id of the requirement, such as `S2-7.9b`.
  public let id: String
  public let source: Source
  /// The paragraph of the source; 0 where the source is the portal itself.
  public let paragraph: Int

  public init(_ id: String, _ source: Source, paragraph: Int = 0) {
    self.id = id
    self.source = source
    self.paragraph = paragraph
  }
}

extension Clause {
  /// Every clause that the domain refers to; each system adds its own list.
  public static var all: [Clause] {
    [
      portal,
      courses,
      board,
      competency,
      planning,
      enrolment,
      classwork,
      instructors,
      exams,
      finance,
      closing,
      external,
      effectiveness,
      scores,
      rankingRuleClauses,
      rankingProcess,
      oversight,
      upload,
    ].flatMap { $0 }
  }
}
