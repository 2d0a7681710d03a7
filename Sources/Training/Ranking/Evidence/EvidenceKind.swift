/// What a piece of evidence is: a code of the editable list `ranking-evidence`.
///
/// Codes that an administrator adds count by their criteria alone; those here have rules of their
/// own.
public struct EvidenceKind: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let authoredBook = EvidenceKind(rawValue: "authored-book")
  public static let translatedBook = EvidenceKind(rawValue: "translated-book")
  public static let educationalBook = EvidenceKind(rawValue: "educational-book")
  public static let paper = EvidenceKind(rawValue: "paper")
  public static let domesticSpeech = EvidenceKind(rawValue: "speech-domestic")
  public static let internationalSpeech = EvidenceKind(rawValue: "speech-international")

  /// Research that the research organisation has to authenticate (S4-4g).
  private static let research: Set<String> = [
    "action-research", "lesson-study", "narrative-research", "experience-writing",
  ]

  public var isBook: Bool { [.authoredBook, .translatedBook, .educationalBook].contains(self) }
  public var isPaper: Bool { self == .paper }
  public var isResearch: Bool { Self.research.contains(rawValue) }
}

/// What a paper or book is about (S3-10); the raw value is stored.
public enum WorkTopic: String, CaseIterable, Hashable, Sendable, Codable {
  /// The subjects that the person teaches.
  case taught
  /// Matters of education.
  case education
  /// The person's own field of study.
  case studied
}
