import FoundationEssentials

/// One semicolon-separated file of the Unicode Character Database.
struct DataFile {
  /// A line that speaks of one scalar or a range of them.
  struct Line {
    let scalars: ClosedRange<UInt32>
    /// The fields after the scalars, trimmed.
    let fields: [String]
  }

  let name: String
  private let rows: [Substring]

  init(_ name: String, in directory: String) throws(TableError) {
    guard let data = FileManager.default.contents(atPath: "\(directory)/\(name)") else {
      throw .missing("\(directory)/\(name)")
    }
    self.name = name
    rows = String(decoding: data, as: UTF8.self).split(separator: "\n")
  }

  /// The lines with data, comments removed; `First`/`Last` pairs of UnicodeData.txt joined.
  func lines() throws(TableError) -> [Line] {
    var lines: [Line] = []
    for row in rows {
      let content = row.prefix { $0 != "#" }
      guard content.contains(where: { !$0.isWhitespace }) else { continue }
      var line = try parse(content)
      if line.fields[0].hasSuffix(", Last>"), let first = lines.popLast() {
        line = Line(
          scalars: first.scalars.lowerBound...line.scalars.upperBound, fields: line.fields)
      }
      lines.append(line)
    }
    return lines
  }

  /// The `@missing` lines: the values of scalars that no other line names, in the file's order.
  func missing() throws(TableError) -> [Line] {
    let mark = "# @missing: "
    var lines: [Line] = []
    for row in rows where row.hasPrefix(mark) { lines.append(try parse(row.dropFirst(mark.count))) }
    return lines
  }

  /// The version in the first line, as in `# DerivedBidiClass-15.0.0.txt`.
  func version() throws(TableError) -> String {
    guard let first = rows.first, let dash = first.lastIndex(of: "-"), first.hasSuffix(".txt")
    else {
      throw .unversioned(name)
    }
    return String(first[first.index(after: dash)...].dropLast(4))
  }

  private func parse(_ content: Substring) throws(TableError) -> Line {
    let fields = content.split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.trimmed }
    let ends = fields[0].split(separator: ".").compactMap { UInt32($0, radix: 16) }
    guard fields.count > 1, let first = ends.first, let last = ends.last, first <= last,
      last <= 0x10FFFF
    else {
      throw .unreadable(name, String(content))
    }
    return Line(scalars: first...last, fields: Array(fields.dropFirst()))
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

/// Why the tables cannot be written.
enum TableError: Error {
  case missing(String)
  case unversioned(String)
  case unreadable(String, String)
  case unknownValue(String, String)
  case versionsDiffer([String])
  case doesNotFit(String)
  case unwritable(String)

  var message: String {
    switch self {
    case .missing(let path): "no file \(path) (Debian: package unicode-data)"
    case .unversioned(let name): "\(name) names no version in its first line"
    case .unreadable(let name, let line): "\(name): unreadable line: \(line)"
    case .unknownValue(let name, let value): "\(name): unknown value \(value)"
    case .versionsDiffer(let versions): "files of different versions: \(versions)"
    case .doesNotFit(let what): "\(what) does not fit the packed form"
    case .unwritable(let path): "cannot write \(path)"
    }
  }
}
