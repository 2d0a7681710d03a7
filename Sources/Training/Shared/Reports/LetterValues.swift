internal import Persian

/// What a paper is filled with, by the names its layout uses.
public typealias LetterValues = [String: LetterValue]

/// One value of a paper.
public enum LetterValue: Equatable, Sendable {
  case cell(Sheet.Cell)
  /// Lines of the same kind, such as the offices of a letterhead.
  case list([String])
  case flag(Bool)
  case sheet(Sheet)
  /// What a part of the layout is repeated for.
  case rows([[String: Sheet.Cell]])

  public static func text(_ text: String) -> LetterValue { .cell(.text(text)) }

  func isOf(_ kind: LetterShape.Kind) -> Bool {
    switch (self, kind) {
    case (.cell, .cell), (.list, .list), (.flag, .flag), (.sheet, .sheet): true
    case (.rows(let rows), .rows(let names)): rows.allSatisfy { Set($0.keys) == names }
    default: false
    }
  }
}

/// Which values a paper supplies to its layout: what the layout is checked against.
public struct LetterShape: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case cell, list, flag, sheet
    /// The names in every row.
    case rows(Set<String>)
  }

  /// The name of the layout: a file of `Assets/Layouts` without its ending.
  public let name: String
  public let values: [String: Kind]

  /// The shape of a paper from the values of its parts; of a name that two have, the first counts.
  public init(_ name: String, _ parts: [String: Kind]...) {
    self.init(name, parts: parts)
  }

  private init(_ name: String, parts: [[String: Kind]]) {
    self.name = name
    values = parts.reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }
  }

  /// The shape of a letter: its own values with number, date, attachment and the offices above it.
  public static func letter(_ name: String, _ parts: [String: Kind]...) -> LetterShape {
    LetterShape(name, parts: parts + [headed])
  }

  private static let headed: [String: Kind] = [
    "letter.number": .cell, "letter.date": .cell, "letter.attachment": .cell, "office": .list,
  ]
}

/// Number, date and attachment of a letter, which the office gives it.
public struct LetterReference: Hashable, Sendable, Codable {
  public var number: String
  /// As it is written; empty to be filled in by hand.
  public var date: String
  public var attachment: String

  public init(number: String = "", date: String = "", attachment: String = "") {
    self.number = number
    self.date = date
    self.attachment = attachment
  }

  /// The values that the layout of a letter asks for.
  public var values: LetterValues {
    [
      "letter.number": .text(Digits.persian(number)), "letter.date": .text(Digits.persian(date)),
      "letter.attachment": .text(Digits.persian(attachment)),
    ]
  }
}

/// Why a layout cannot be used, with the line to mend.
public struct LayoutProblem: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// A word that begins no block, or text that stands in none.
    case unknownBlock(String)
    /// A block that wants lines under it, or a value beside it.
    case incomplete(String)
    /// A line of fields, signatures or ticks without its sign.
    case missingSign(Character)
    /// A brace that is not closed, or a name that is none.
    case badPlaceholder(String)
    /// A name that the paper does not supply.
    case unknownName(String)
    /// A name of another kind than its place wants.
    case wrongKind(String)
    /// A value that is empty where the text needs one.
    case missingValue(String)
    /// A value that the paper promised but did not supply, or supplied in another form.
    case notSupplied(String)
    /// A layout without a title.
    case noTitle
  }

  public var file: String
  /// 1-based; 0 for the file as a whole.
  public var line: Int
  public var reason: Reason

  public init(file: String, line: Int, _ reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }
}
