public import Persian

/// A letter by number and date; both are blank until it is recorded.
public struct LetterMark: Hashable, Sendable, Codable {
  public var number: String
  public var day: JalaliDate?

  public init(number: String = "", day: JalaliDate? = nil) {
    self.number = number
    self.day = day
  }

  public var isRecorded: Bool { !number.isEmpty && day != nil }
}
