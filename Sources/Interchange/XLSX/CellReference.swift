/// Names of cells and kinds of numbers in workbooks.
enum CellReference {
  /// The column of a name such as `AB12`, 0-based; nil when there is none.
  static func column(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    var index = 0
    while index < bytes.count, 0x41...0x5A ~= bytes[index] {
      column = column * 26 + Int(bytes[index] - 0x40)
      index += 1
      if index > 3 { return nil }
    }
    return index == 0 ? nil : column - 1
  }

  /// The letters of a 0-based column.
  static func letters(_ column: Int) -> String {
    var rest = column + 1
    var letters: [UInt8] = []
    while rest > 0 {
      rest -= 1
      letters.insert(0x41 + UInt8(rest % 26), at: 0)
      rest /= 26
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// A plain number of at most 18 digits; nil for anything else.
  static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let isNegative = bytes.first == 0x2D
    let start = isNegative ? 1 : 0
    guard 1...18 ~= bytes.count - start else { return nil }
    var number = 0
    for index in start..<bytes.count {
      guard 0x30...0x39 ~= bytes[index] else { return nil }
      number = number * 10 + Int(bytes[index] - 0x30)
    }
    return isNegative ? -number : number
  }
}

/// What the number in a cell means, by the style of the cell.
enum NumberMeaning {
  case number, date, time

  /// The meaning of a built-in number format (ECMA-376, 18.8.30).
  init(builtIn id: Int) {
    switch id {
    case 14...17, 22, 27...31, 36, 50...58: self = .date
    case 18...21, 32...35, 45...47: self = .time
    default: self = .number
    }
  }

  /// The meaning of a format code: letters of days outside quotes and brackets make a date,
  /// letters of hours alone a time.
  init(format: String) {
    var isQuoted = false
    var isEscaped = false
    var bracket: String?
    var hasDay = false
    var hasMonth = false
    var hasTime = false
    // Programs allow 255 characters; more would only cost time.
    for character in format.prefix(255).lowercased() {
      if isEscaped {
        isEscaped = false
      } else if let inside = bracket {
        if character == "]" {
          // [h], [mm], [s]: elapsed time; anything else is a colour or a language.
          if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { hasTime = true }
          bracket = nil
        } else {
          bracket = inside + String(character)
        }
      } else if isQuoted {
        if character == "\"" { isQuoted = false }
      } else {
        switch character {
        case "\"": isQuoted = true
        case "\\", "_", "*": isEscaped = true
        case "[": bracket = ""
        case "y", "d", "b": hasDay = true
        case "m": hasMonth = true
        case "h", "s": hasTime = true
        case ";" where hasDay || hasMonth || hasTime:
          self = hasDay || !hasTime ? .date : .time
          return
        default: break
        }
      }
    }
    self = hasDay ? .date : hasTime ? .time : hasMonth ? .date : .number
  }
}
