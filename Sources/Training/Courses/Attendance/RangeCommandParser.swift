import Persian

/// Reads the tokens of a command for several rows.
struct RangeCommandParser {
  enum Token: Hashable {
    case number(Int)
    /// A minute of the day.
    case clock(Int)
    case comma, through, and, all
    case verb(RangeCommand.Verb)
  }

  private let tokens: [Token]
  private let count: Int
  private var position = 0
  private var taken: Set<Int> = []

  init(tokens: [Token], count: Int) {
    self.tokens = tokens
    self.count = count
  }

  mutating func parts() throws(Complaint) -> [RangeCommand.Part] {
    guard !tokens.isEmpty else { throw .empty }
    var parts: [RangeCommand.Part] = []
    var rows: Set<Int> = []
    while let token = next() {
      switch token {
      case .comma, .and: continue
      case .through: throw .range(.noRows)
      case .clock: throw .range(.time)
      case .all: rows.formUnion(count > 0 ? Array(1...count) : [])
      case .number(let first): rows.formUnion(try range(from: first))
      case .verb(let verb):
        guard !rows.isEmpty else { throw .range(.noRows) }
        parts.append(try part(rows, verb))
        rows = []
      }
    }
    guard !parts.isEmpty || !rows.isEmpty else { throw .range(.noRows) }
    guard rows.isEmpty else { throw .range(.noStatus) }
    return parts
  }

  private mutating func next() -> Token? {
    guard position < tokens.count else { return nil }
    defer { position += 1 }
    return tokens[position]
  }

  private func peek(_ ahead: Int = 0) -> Token? {
    position + ahead < tokens.count ? tokens[position + ahead] : nil
  }

  /// The row, or the rows up to the one after a dash; either order.
  private mutating func range(from first: Int) throws(Complaint) -> ClosedRange<Int> {
    try check(first)
    guard peek() == .through else { return first...first }
    position += 1
    guard case .number(let last) = next() else { throw .range(.openRange(first)) }
    try check(last)
    return min(first, last)...max(first, last)
  }

  private func check(_ row: Int) throws(Complaint) {
    guard row >= 1, row <= count else { throw .range(.noSuchRow(row, last: count)) }
  }

  private mutating func part(
    _ rows: Set<Int>, _ verb: RangeCommand.Verb
  ) throws(Complaint) -> RangeCommand.Part {
    if let twice = rows.intersection(taken).min() { throw .range(.rowTwice(twice)) }
    taken.formUnion(rows)
    let sorted = rows.sorted()
    switch verb {
    case .late(nil): return RangeCommand.Part(rows: sorted, verb: .late(moment()))
    case .left(nil): return RangeCommand.Part(rows: sorted, verb: .left(moment()))
    case .present, .absent, .excused, .clear, .late, .left:
      return RangeCommand.Part(rows: sorted, verb: verb)
    }
  }

  /// The time that stands behind "late" or "left", if one does.
  private mutating func moment() -> RangeCommand.Moment? {
    switch peek() {
    case .clock(let minute):
      position += 1
      return .clock(minute)
    case .number(let minutes) where peek(1) == nil || peek(1) == .comma:
      position += 1
      return .minutes(minutes)
    default: return nil
    }
  }
}

/// Cutting a text into tokens.
extension RangeCommandParser {
  // Latin, Arabic and full-width comma and semicolon, Arabic decimal separators, plus.
  private static let commas: Set<Unicode.Scalar> = [
    ",", ";", "\u{060C}", "\u{061B}", "\u{066B}", "\u{066C}", "\u{FF0C}", "+", "\u{3001}",
  ]
  // Hyphens, dashes, minus, and the letter stretcher that Persian keyboards have beside them.
  private static let dashes: Set<Unicode.Scalar> = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "\u{0640}", "~",
  ]

  static func tokens(
    of text: String, words: RangeCommand.Vocabulary
  ) throws(Complaint) -> [Token] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [Token] = []
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if Digits.value(of: scalar) != nil {
        tokens.append(try numeral(scalars, &index))
      } else if commas.contains(scalar) {
        tokens.append(.comma)
        index += 1
      } else if dashes.contains(scalar) {
        tokens.append(.through)
        index += 1
      } else if scalar == "*" {
        tokens.append(.all)
        index += 1
      } else if scalar.properties.isAlphabetic {
        tokens.append(try word(scalars, &index, words))
      } else if scalar.properties.isWhitespace || scalar.properties.generalCategory == .format {
        index += 1
      } else {
        throw .range(.unknownCharacter(String(scalar)))
      }
    }
    return tokens
  }

  /// A row, or a time of the day when a colon and minutes follow.
  private static func numeral(
    _ scalars: [Unicode.Scalar], _ index: inout Int
  ) throws(Complaint) -> Token {
    let first = try number(scalars, &index)
    guard index < scalars.count, scalars[index] == ":" else { return .number(first) }
    index += 1
    guard index < scalars.count, Digits.value(of: scalars[index]) != nil else {
      throw .range(.time)
    }
    let minutes = try number(scalars, &index)
    guard first < 24, minutes < 60 else { throw .range(.time) }
    return .clock(first * 60 + minutes)
  }

  private static func number(
    _ scalars: [Unicode.Scalar], _ index: inout Int
  ) throws(Complaint) -> Int {
    var (number, length) = (0, 0)
    while index < scalars.count, let digit = Digits.value(of: scalars[index]) {
      length += 1
      guard length <= 6 else { throw .range(.numberTooLarge) }
      number = number * 10 + digit
      index += 1
    }
    return number
  }

  private static func word(
    _ scalars: [Unicode.Scalar], _ index: inout Int, _ words: RangeCommand.Vocabulary
  ) throws(Complaint) -> Token {
    var word = String.UnicodeScalarView()
    while index < scalars.count, !dashes.contains(scalars[index]),
      scalars[index].properties.isAlphabetic
        || scalars[index].properties.generalCategory == .format
        || scalars[index].properties.generalCategory == .nonspacingMark
    {
      word.append(scalars[index])
      index += 1
    }
    let text = SearchKey.joined(String(word))
    if let verb = words.verbs[text] { return .verb(verb) }
    if words.all.contains(text) { return .all }
    if words.through.contains(text) { return .through }
    if words.and.contains(text) { return .and }
    throw .range(.unknownWord(String(word)))
  }
}
