internal import Persian
internal import Training

/// Reads the rows of one worksheet, one at a time.
struct SheetReader: ~Copyable {
  private var scanner: XMLScanner
  private let texts: SharedTexts
  private let meanings: [NumberMeaning]
  private let startsIn1904: Bool
  private let limits: FileLimits
  private var isInData = false
  private var lastRow = 0
  private var widest = 0

  init(
    scanner: consuming XMLScanner, texts: SharedTexts, meanings: [NumberMeaning],
    startsIn1904: Bool, limits: FileLimits
  ) {
    self.scanner = scanner
    self.texts = texts
    self.meanings = meanings
    self.startsIn1904 = startsIn1904
    self.limits = limits
  }

  /// Local names as their bytes, little-endian.
  private enum Word {
    static var row: UInt64 { 0x77_6F72 }
    static var c: UInt64 { 0x63 }
    static var v: UInt64 { 0x76 }
    static var inlineText: UInt64 { 0x7369 }
    static var r: UInt64 { 0x72 }
    static var s: UInt64 { 0x73 }
    static var t: UInt64 { 0x74 }
  }

  /// The next row that has a value; nil at the end of the sheet, where the file has been checked.
  mutating func next() throws(FileProblem) -> Sheet.Row? {
    while true {
      switch try scanner.next() {
      case .end: return nil
      case .open where scanner.isNamed("sheetData"): isInData = !scanner.isSelfClosed
      case .close where scanner.isNamed("sheetData"): isInData = false
      case .open where isInData && scanner.name.word == Word.row:
        let number = try rowNumber()
        guard number <= limits.rows else { throw .tooManyRows(limit: limits.rows) }
        lastRow = number
        if scanner.isSelfClosed { continue }
        let cells = try readCells()
        if !cells.isEmpty { return Sheet.Row(cells, number: number) }
      default: continue
      }
    }
  }

  private func rowNumber() throws(FileProblem) -> Int {
    var number = lastRow + 1
    try scanner.forEachAttribute { name, value throws(FileProblem) in
      guard name.word == Word.r, name.count == 1 else { return }
      guard let given = CellReference.integer(value), given > lastRow else {
        throw scanner.malformed()
      }
      number = given
    }
    return number
  }

  /// The cells up to the end of the row, without empty ones at its end.
  private mutating func readCells() throws(FileProblem) -> [Sheet.Cell] {
    var cells: [Sheet.Cell] = []
    cells.reserveCapacity(widest)
    var column = -1
    while true {
      switch try scanner.next() {
      case .open where scanner.name.word == Word.c && scanner.name.count == 1:
        let head = try readHead(after: column)
        column = head.column
        if scanner.isSelfClosed { continue }
        let cell = try readCell(head)
        if cell == .empty { continue }
        guard column < limits.columns else {
          throw .tooWide(row: lastRow, column: column + 1, limit: limits.columns)
        }
        while cells.count < column { cells.append(.empty) }
        cells.append(cell)
      case .close where scanner.name.word == Word.row:
        widest = max(widest, cells.count)
        return cells
      case .end: throw scanner.malformed()
      default: continue
      }
    }
  }

  private enum Kind { case number, shared, text, boolean, day }

  private struct Head {
    var column: Int
    var style = 0
    var kind = Kind.number
  }

  private func readHead(after column: Int) throws(FileProblem) -> Head {
    var head = Head(column: column + 1)
    try scanner.forEachAttribute { name, value throws(FileProblem) in
      guard name.count == 1 else { return }
      switch name.word {
      case Word.r:
        guard let given = CellReference.column(value), given > column else {
          throw scanner.malformed()
        }
        head.column = given
      case Word.s: head.style = CellReference.integer(value) ?? 0
      case Word.t:
        switch (value.first, value.count) {
        // s, b, e, d, n; str and inlineStr.
        case (0x73, 1): head.kind = .shared
        case (0x62, _): head.kind = .boolean
        case (0x64, _): head.kind = .day
        case (0x6E, _): head.kind = .number
        default: head.kind = .text
        }
      default: return
      }
    }
    return head
  }

  /// The value of a cell; the formula, where there is one, has its last result beside it.
  private mutating func readCell(_ head: Head) throws(FileProblem) -> Sheet.Cell {
    var cell = Sheet.Cell.empty
    var isValue = false
    while true {
      switch try scanner.next() {
      case .open:
        guard !scanner.isSelfClosed else { continue }
        isValue = scanner.name.word == Word.v && scanner.name.count == 1
        if scanner.name.word == Word.inlineText, scanner.name.count == 2 {
          let text = try SharedTexts.richText(closing: "is", in: &scanner)
          cell = text.isEmpty ? .empty : .text(text)
        }
      case .text: if isValue { cell = try value(head) }
      case .close:
        isValue = false
        if scanner.name.word == Word.c, scanner.name.count == 1 { return cell }
      case .end: throw scanner.malformed()
      }
    }
  }

  private func value(_ head: Head) throws(FileProblem) -> Sheet.Cell {
    switch head.kind {
    case .shared:
      guard let index = CellReference.integer(scanner.textBytes), let text = texts[index] else {
        throw scanner.malformed()
      }
      return text.isEmpty ? .empty : .text(text)
    case .number: return number(style: head.style)
    case .boolean: return .number(scanner.textBytes.first == 0x31 ? 1 : 0)
    case .day: return isoDay(try scanner.text())
    case .text:
      let text = SharedTexts.unescaped(try scanner.text())
      return text.isEmpty ? .empty : .text(text)
    }
  }

  private func number(style: Int) -> Sheet.Cell {
    let meaning = meanings.indices.contains(style) ? meanings[style] : .number
    if let whole = CellReference.integer(scanner.textBytes) {
      return meaning == .number ? .number(whole) : serial(Double(whole), meaning)
    }
    let text = String(decoding: scanner.textBytes, as: UTF8.self)
    guard let number = Double(text), number.isFinite else { return .text(text) }
    if meaning != .number { return serial(number, meaning) }
    // 1.234567891E9 is how some programs write a code of ten digits.
    if abs(number) < 9e15, let whole = Int(exactly: number) { return .number(whole) }
    return .decimal(number)
  }

  /// A serial day of the workbook's calendar, or minutes where the style shows hours only.
  private func serial(_ number: Double, _ meaning: NumberMeaning) -> Sheet.Cell {
    if meaning == .time, 0..<1000 ~= number { return .minutes(Int((number * 1440).rounded())) }
    guard let date = SerialDay.date(number, startsIn1904: startsIn1904) else {
      return Int(exactly: number).map { .number($0) } ?? .decimal(number)
    }
    return .date(date)
  }

  private func isoDay(_ text: String) -> Sheet.Cell {
    let fields = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard fields.count == 3,
      let day = GregorianDate(year: fields[0], month: fields[1], day: fields[2])?.jalali,
      day.isValid
    else { return .text(text) }
    return .date(day)
  }
}

/// Days as spreadsheets count them.
enum SerialDay {
  /// The day with a serial number; nil before the first and after the year 9999.
  static func date(_ serial: Double, startsIn1904: Bool) -> JalaliDate? {
    guard 0..<2_958_466 ~= serial else { return nil }
    let whole = Int(serial)
    if startsIn1904 { return valid(JalaliDate(dayNumber: 2_416_481 + whole)) }
    guard whole >= 1 else { return nil }
    // The calendar has a 29 February 1900 (60) that never was; days before it are one off.
    return valid(JalaliDate(dayNumber: 2_415_019 + whole + (whole < 60 ? 1 : 0)))
  }

  /// The serial number of a day in the calendar that begins in 1900.
  static func number(of day: JalaliDate) -> Int {
    let number = day.dayNumber - 2_415_019
    return number > 60 ? number : number - 1
  }

  private static func valid(_ day: JalaliDate) -> JalaliDate? { day.isValid ? day : nil }
}
