internal import Persian
internal import Training

/// A workbook (.xlsx) open for reading: its sheets, shared texts and styles.
final class Workbook {
  struct Part {
    let name: String
    let path: String
  }

  private(set) var sheets: [Part] = []
  private let archive: ZipArchive
  private let limits: FileLimits
  private var startsIn1904 = false
  private var meanings: [NumberMeaning] = []
  private var texts = SharedTexts()

  init(_ file: ByteFile, limits: FileLimits) throws(FileProblem) {
    self.limits = limits
    archive = try ZipArchive(file, limits: limits)
    guard let main = try relation("officeDocument", of: ""), archive.entries[main] != nil,
      !main.hasSuffix(".bin")
    else { throw .notTable }
    try readMain(main)
    if let styles = try relation("styles", of: main), archive.entries[styles] != nil {
      try readStyles(styles)
    }
    if let shared = try relation("sharedStrings", of: main), archive.entries[shared] != nil {
      var scanner = try scanner(of: shared, limit: limits.partBytes)
      texts = try SharedTexts(reading: &scanner)
    }
  }

  /// Delivers the rows that have a value, in order, until `body` returns false.
  func rows(
    of sheet: Part, _ body: (Sheet.Row) throws -> Bool
  ) throws {
    var reader = SheetReader(
      scanner: try scanner(of: sheet.path, limit: limits.sheetBytes), texts: texts,
      meanings: meanings, startsIn1904: startsIn1904, limits: limits)
    while let row = try reader.next() {
      guard try body(row) else { return }
    }
  }

  private func scanner(of path: String, limit: Int) throws(FileProblem) -> XMLScanner {
    guard let entry = archive.entries[path] else { throw .damaged(part: path) }
    let source = try Unpacking(entry, of: archive, limit: limit, ratio: limits.ratio)
    return XMLScanner(source, part: path, tokenLimit: limits.tokenBytes)
  }

  // MARK: Parts

  private var relations: [String: [(id: String, kind: String, target: String)]] = [:]

  /// The path of the first part related to another by a kind.
  private func relation(_ kind: String, of part: String) throws(FileProblem) -> String? {
    try relations(of: part).first { $0.kind == kind }?.target
  }

  private func relations(
    of part: String
  ) throws(FileProblem) -> [(id: String, kind: String, target: String)] {
    if let known = relations[part] { return known }
    let folders = part.split(separator: "/").dropLast()
    let file = part.split(separator: "/").last.map(String.init) ?? ""
    let path = (folders + ["_rels", Substring(file + ".rels")]).joined(separator: "/")
    guard archive.entries[path] != nil else { return [] }
    var scanner = try scanner(of: path, limit: limits.partBytes)
    var result: [(id: String, kind: String, target: String)] = []
    while true {
      let token = try scanner.next()
      if token == .end { break }
      guard token == .open, scanner.isNamed("Relationship"),
        try scanner.attribute("TargetMode") != "External",
        let target = try scanner.attribute("Target")
      else { continue }
      guard result.count < limits.parts else {
        throw .tooManyParts(result.count + 1, limit: limits.parts)
      }
      // The kind ends a long address, which differs between the two editions of the standard.
      let kind = try scanner.attribute("Type")?.split(separator: "/").last.map(String.init)
      result.append(
        (try scanner.attribute("Id") ?? "", kind ?? "", Self.resolved(target, from: Array(folders)))
      )
    }
    relations[part] = result
    return result
  }

  private static func resolved(_ target: String, from folders: [Substring]) -> String {
    var path = target.hasPrefix("/") ? [] : folders
    for piece in target.split(separator: "/") where piece != "." {
      if piece == ".." { _ = path.popLast() } else { path.append(piece) }
    }
    return path.joined(separator: "/")
  }

  private func readMain(_ path: String) throws(FileProblem) {
    var scanner = try scanner(of: path, limit: limits.partBytes)
    let related = Dictionary(
      try relations(of: path).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    while true {
      let token = try scanner.next()
      if token == .end { return }
      guard token == .open else { continue }
      if scanner.isNamed("workbookPr") {
        let value = try scanner.attribute("date1904")
        startsIn1904 = value == "1" || value == "true"
      } else if scanner.isNamed("sheet") {
        // The id is the attribute r:id; the plain attribute is sheetId.
        let id = try scanner.attribute("id")
        guard let id, let target = related[id], target.kind == "worksheet" else {
          continue
        }
        guard sheets.count < limits.parts else {
          throw .tooManyParts(sheets.count + 1, limit: limits.parts)
        }
        sheets.append(Part(name: try scanner.attribute("name") ?? "", path: target.target))
      }
    }
  }

  private func readStyles(_ path: String) throws(FileProblem) {
    var scanner = try scanner(of: path, limit: limits.partBytes)
    var formats: [Int: NumberMeaning] = [:]
    var isInCells = false
    while true {
      switch try scanner.next() {
      case .end: return
      case .open where scanner.isNamed("numFmt"):
        if let id = try scanner.attribute("numFmtId").flatMap({ Int($0) }),
          let code = try scanner.attribute("formatCode")
        {
          formats[id] = NumberMeaning(format: code)
        }
      case .open where scanner.isNamed("cellXfs"): isInCells = !scanner.isSelfClosed
      case .close where scanner.isNamed("cellXfs"): isInCells = false
      case .open where isInCells && scanner.isNamed("xf"):
        let id = try scanner.attribute("numFmtId").flatMap { Int($0) } ?? 0
        meanings.append(formats[id] ?? NumberMeaning(builtIn: id))
      default: continue
      }
    }
  }
}
