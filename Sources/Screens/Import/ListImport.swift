import Interchange
public import Persian
public import Training
public import UseCases

/// What a kind of list is: how its rows are read, judged and taken into the records.
public protocol ImportDescription: Sendable {
  associatedtype Row: Sendable
  static var name: String { get }
  var title: String { get }
  /// The shape of the list in Assets/Lists.
  static var shape: String { get }
  /// Whether a text may come without titles, its fields parted by commas in the order of the shape.
  static var readsLines: Bool { get }
  /// Whether only a workbook is taken, by its name and by its bytes.
  static var needsWorkbook: Bool { get }
  /// Sheets that stand behind the empty list: what the codes in it mean.
  func codeTables(_ portal: Portal) -> Result<[Sheet], Failure>
  func row(of fields: ListFields) -> Row
  /// The dry run, one answer for each row, in their order.
  func check(_ rows: [Row], _ portal: Portal) -> Result<[ImportAnswer], Failure>
  /// Takes the rows in, in one transaction; one answer for each.
  func perform(_ rows: [Row], _ portal: Portal) -> Result<[ImportAnswer], Failure>
  /// The same for lists so long that people want to see how far it is, and to stop it.
  func check(
    _ rows: [Row], _ portal: Portal, _ run: ImportRun
  ) -> Result<[ImportAnswer], Failure>
  func perform(
    _ rows: [Row], _ portal: Portal, _ run: ImportRun
  ) -> Result<[ImportAnswer], Failure>
  /// Why the good rows are not taken while so many of all are refused; nil where they are.
  func obstacle(refused: Int, of total: Int, _ portal: Portal) -> Finding?
}

/// The file that rows come from, for lists that keep it or take long.
public struct ImportRun: Sendable {
  public var path = ""
  /// Rows of the file that could not even be read.
  public var unreadable = 0
  public var watch: ImportWatch = { _, _ in }

  public init() {}

  init(_ path: String, unreadable: Int, watch: @escaping ImportWatch) {
    self.path = path
    self.unreadable = unreadable
    self.watch = watch
  }
}

/// Told how many rows are done, and of how many, 0 while they are not counted; throws where the
/// work is to stop.
public typealias ImportWatch = @Sendable (_ done: Int, _ total: Int) throws -> Void

extension ImportDescription {
  public static var readsLines: Bool { false }
  public static var needsWorkbook: Bool { false }
  public func codeTables(_ portal: Portal) -> Result<[Sheet], Failure> { .success([]) }
  public func check(
    _ rows: [Row], _ portal: Portal, _ run: ImportRun
  ) -> Result<[ImportAnswer], Failure> { check(rows, portal) }
  public func perform(
    _ rows: [Row], _ portal: Portal, _ run: ImportRun
  ) -> Result<[ImportAnswer], Failure> { perform(rows, portal) }
  public func obstacle(refused: Int, of total: Int, _ portal: Portal) -> Finding? { nil }

  /// The empty list, with the tables of its codes behind it.
  public func template(_ portal: Portal) throws -> [Sheet] {
    let shape = try ListShape(json: try portal.asset("Lists/\(Self.shape).json"))
    return [shape.template(title: title)] + (try codeTables(portal).get())
  }
}

/// The values of a row by the keys of its shape; empty where the row has none.
public struct ListFields: Sendable {
  public let number: Int
  private let record: ListRecord

  init(_ record: ListRecord) {
    number = record.row
    self.record = record
  }

  public subscript(key: String) -> String { record.text(key) ?? "" }

  /// A whole number; nil where the row has none.
  public func number(_ key: String) -> Int? { record.number(key) }

  /// A number with a fraction; nil where the row has none.
  public func decimal(_ key: String) -> Double? {
    guard case .decimal(let number)? = record.values[key] else { return nil }
    return number
  }

  /// A day; nil where the row has none.
  public func day(_ key: String) -> JalaliDate? { record.day(key) }
}

/// What becomes of a row.
public struct ImportAnswer: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    case taken
    /// There already; nothing to do.
    case known
    case refused
  }

  public var verdict: Verdict
  /// Who or what the row is about.
  public var subject: String
  /// Reasons and warnings as sentences.
  public var remarks: [String]
  /// Whether it may be taken for another than the list means: somebody has to say so once more.
  public var isDoubtful: Bool

  public init(
    _ verdict: Verdict, subject: String, remarks: [String], isDoubtful: Bool = false
  ) {
    self.verdict = verdict
    self.subject = subject
    self.remarks = remarks
    self.isDoubtful = isDoubtful
  }
}

/// A list as read from a file, every row with what would become of it.
public struct ListImport<Description: ImportDescription>: Sendable {
  public struct Line: Sendable {
    public let number: Int
    public var answer: ImportAnswer
  }

  public let description: Description
  public private(set) var lines: [Line]
  private let records: [ListRecord]
  private let mapping: ListMapping
  private let path: String
  /// Why none of the rows is taken; nil where the good ones are.
  public let obstacle: Finding?

  /// Reads and judges a file; nothing is changed.
  ///
  /// - Throws: A `FileProblem`, a `ListMapping.Problem` or a `Failure`, for `ImportProblem.sentence`,
  ///   and what `watch` throws.
  public init(
    reading path: String, as description: Description, _ portal: Portal,
    watch: @escaping ImportWatch = { _, _ in }
  ) throws {
    self.path = path
    self.description = description
    let shape = try ListShape(json: try portal.asset("Lists/\(Description.shape).json"))
    var records: [ListRecord] = []
    func take(_ record: ListRecord) throws {
      records.append(record)
      if records.count.isMultiple(of: 500) { try watch(records.count, 0) }
    }
    let file = try Self.open(path)
    mapping =
      Description.readsLines && file.isText
      ? try ListReader.readLines(file, as: shape) { try take($0) }
      : try ListReader.read(file, as: shape) { try take($0) }
    self.records = records
    let run = ImportRun(
      path, unreadable: records.count { !$0.problems.isEmpty }, watch: watch)
    let lines = try Self.judge(records, description) {
      try description.check($0, portal, run).get()
    }
    self.lines = lines
    let refused = lines.count { $0.answer.verdict == .refused }
    obstacle = refused == 0 ? nil : description.obstacle(refused: refused, of: lines.count, portal)
  }

  /// The file, which some kinds of list want as a workbook by its name and by its bytes.
  private static func open(_ path: String) throws(FileProblem) -> TableFile {
    guard Description.needsWorkbook else { return try TableFile(path: path) }
    do throws(FileProblem) {
      let file = try TableFile(path: path)
      guard !file.isText, path.lowercased().hasSuffix(".xlsx") else { throw .notWorkbook }
      return file
    } catch .oldWorkbook {
      throw .notWorkbook
    }
  }

  public func count(_ verdict: ImportAnswer.Verdict) -> Int {
    lines.count { $0.answer.verdict == verdict }
  }

  /// Takes the good rows in; afterwards the lines say what became of each.
  public mutating func commit(
    _ portal: Portal, watch: @escaping ImportWatch = { _, _ in }
  ) -> Result<Void, Failure> {
    if let obstacle { return .failure(.refused([obstacle])) }
    let run = ImportRun(
      path, unreadable: records.count { !$0.problems.isEmpty }, watch: watch)
    do {
      lines = try Self.judge(records, description) {
        try description.perform($0, portal, run).get()
      }
      return .success(())
    } catch {
      return .failure(error as? Failure ?? .forbidden)
    }
  }

  /// The rows that were left out, with a column of reasons, to be corrected and sent again.
  public var rejected: Sheet? {
    let reasons = Dictionary(
      lines.filter { $0.answer.verdict == .refused }.map { ($0.number, $0.answer.remarks) },
      uniquingKeysWith: { first, _ in first })
    let bad = records.filter { reasons[$0.row] != nil }
    guard !bad.isEmpty else { return nil }
    return RejectedRows.sheet(
      bad, of: mapping, title: Phrases.Import.rejectedTitle, reasonTitle: Phrases.Import.reason
    ) { reasons[$0.row] ?? [] }
  }

  /// Rows that cannot be read are refused as they are; the others are asked about.
  private static func judge(
    _ records: [ListRecord], _ description: Description,
    _ ask: ([Description.Row]) throws -> [ImportAnswer]
  ) throws -> [Line] {
    let readable = records.filter(\.problems.isEmpty)
    var answers = try ask(readable.map { description.row(of: ListFields($0)) }).makeIterator()
    return records.map { record in
      let answer =
        record.problems.isEmpty
        ? answers.next() : nil
      return Line(
        number: record.row,
        answer: answer
          ?? ImportAnswer(
            .refused, subject: record.who, remarks: record.problems.map(\.sentence)))
    }
  }
}

extension ListRecord {
  /// Whom the row names, as far as it could be read.
  fileprivate var who: String {
    ["first_name", "last_name"].compactMap { text($0) }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
