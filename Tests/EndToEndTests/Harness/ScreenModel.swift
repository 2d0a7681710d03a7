/// What a DEC VT220 would show after some bytes: enough for what ncurses sends to one.
struct ScreenModel {
  private(set) var cells: [[String]]
  private var row = 0
  private var column = 0
  private var region: ClosedRange<Int>
  private var pending: [UInt8] = []
  private let columns: Int

  init(rows: Int, columns: Int) {
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    region = 0...rows - 1
    self.columns = columns
  }

  /// The rows from left to right, trailing blanks left out.
  var rows: [String] {
    cells.map { row in
      var text = row.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  mutating func take(_ bytes: some Collection<UInt8>) {
    pending += bytes
    var place = 0
    while place < pending.count, let next = step(from: place) { place = next }
    pending.removeFirst(place)
  }

  /// Takes one character or sequence; nil when its end has not come yet.
  private mutating func step(from place: Int) -> Int? {
    switch pending[place] {
    case 0x1B: return escape(from: place)
    case 0x00, 0x07, 0x0E, 0x0F: break
    case 0x08: column = max(0, column - 1)
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: column = 0
    case let lead: return character(lead, from: place)
    }
    return place + 1
  }

  private mutating func character(_ lead: UInt8, from place: Int) -> Int? {
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard place + length <= pending.count else { return nil }
    let text = String(decoding: pending[place..<place + length], as: UTF8.self)
    let isMark = text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: true
      default: false
      }
    }
    if isMark {
      cells[row][max(0, column - 1)] += text
    } else {
      if column >= columns {
        column = 0
        lineFeed()
      }
      cells[row][column] = text
      column += 1
    }
    return place + length
  }

  private mutating func escape(from place: Int) -> Int? {
    guard place + 1 < pending.count else { return nil }
    switch pending[place + 1] {
    case UInt8(ascii: "["): return control(from: place)
    case UInt8(ascii: "]"), UInt8(ascii: "P"):
      // A string for the terminal itself, up to BEL or ESC \.
      for end in pending.indices.dropFirst(place + 2) {
        if pending[end] == 0x07 { return end + 1 }
        if pending[end] == UInt8(ascii: "\\"), pending[end - 1] == 0x1B { return end + 1 }
      }
      return nil
    case UInt8(ascii: "D"): lineFeed()
    case UInt8(ascii: "M"): reverseLineFeed()
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: " "), UInt8(ascii: "#"):
      return place + 2 < pending.count ? place + 3 : nil
    default: break
    }
    return place + 2
  }

  private mutating func control(from place: Int) -> Int? {
    guard
      let end = pending.indices.dropFirst(place + 2).first(where: {
        (0x40...0x7E).contains(pending[$0])
      })
    else { return nil }
    let body = String(decoding: pending[(place + 2)..<end], as: UTF8.self)
    // Private modes and questions change nothing on the screen.
    if let first = body.first, "?>=<".contains(first) || body.contains("$") || body.contains(" ") {
      if body == "?1049" { clear(cells.indices) }
      return end + 1
    }
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    perform(pending[end], numbers)
    return end + 1
  }

  private mutating func perform(_ final: UInt8, _ numbers: [Int?]) {
    func number(_ index: Int, _ usual: Int) -> Int {
      index < numbers.count ? numbers[index] ?? usual : usual
    }
    let count = max(1, number(0, 1))
    switch Character(Unicode.Scalar(final)) {
    case "H", "f": move(number(0, 1) - 1, number(1, 1) - 1)
    case "A": move(row - count, column)
    case "B": move(row + count, column)
    case "C": move(row, column + count)
    case "D": move(row, column - count)
    case "G": move(row, count - 1)
    case "d": move(count - 1, column)
    case "J": eraseScreen(number(0, 0))
    case "K": eraseLine(number(0, 0))
    case "X": for place in column..<min(columns, column + count) { cells[row][place] = " " }
    case "@": insertBlanks(count)
    case "P": deleteCharacters(count)
    case "L": for _ in 0..<count { insertLine(at: row) }
    case "M": for _ in 0..<count { deleteLine(at: row) }
    case "r":
      region = (number(0, 1) - 1)...(number(1, cells.count) - 1)
      move(0, 0)
    default: break
    }
  }

  private mutating func move(_ newRow: Int, _ newColumn: Int) {
    row = min(max(0, newRow), cells.count - 1)
    column = min(max(0, newColumn), columns - 1)
  }

  private mutating func lineFeed() {
    if row == region.upperBound {
      deleteLine(at: region.lowerBound)
    } else {
      row = min(row + 1, cells.count - 1)
    }
  }

  private mutating func reverseLineFeed() {
    if row == region.lowerBound {
      insertLine(at: region.lowerBound)
    } else {
      row = max(row - 1, 0)
    }
  }

  private var blank: [String] { Array(repeating: " ", count: columns) }

  private mutating func insertLine(at place: Int) {
    cells.remove(at: region.upperBound)
    cells.insert(blank, at: place)
  }

  private mutating func deleteLine(at place: Int) {
    cells.remove(at: place)
    cells.insert(blank, at: region.upperBound)
  }

  private mutating func insertBlanks(_ count: Int) {
    for _ in 0..<min(count, columns - column) {
      cells[row].insert(" ", at: column)
      cells[row].removeLast()
    }
  }

  private mutating func deleteCharacters(_ count: Int) {
    for _ in 0..<min(count, columns - column) {
      cells[row].remove(at: column)
      cells[row].append(" ")
    }
  }

  private mutating func eraseLine(_ kind: Int) {
    let range =
      kind == 0 ? column..<columns : kind == 1 ? 0..<min(column + 1, columns) : 0..<columns
    for place in range { cells[row][place] = " " }
  }

  private mutating func eraseScreen(_ kind: Int) {
    if kind != 2 { eraseLine(kind) }
    clear(kind == 0 ? row + 1..<cells.count : kind == 1 ? 0..<row : cells.indices)
  }

  private mutating func clear(_ range: Range<Int>) {
    for place in range { cells[place] = blank }
  }
}
