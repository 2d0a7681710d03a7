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
  func row(of fields: ListFields) -> Row
  /// The dry run, one answer for each row, in their order.
  func check(_ rows: [Row], _ portal: Portal) -> Result<[ImportAnswer], Failure>
  /// Takes the rows in, in one transaction; one answer for each.
  func perform(_ rows: [Row], _ portal: Portal) -> Result<[ImportAnswer], Failure>
}

extension ImportDescription {
  public static var readsLines: Bool { false }
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

  public init(_ verdict: Verdict, subject: String, remarks: [String]) {
    self.verdict = verdict
    self.subject = subject
    self.remarks = remarks
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

  /// Reads and judges a file; nothing is changed.
  ///
  /// - Throws: A `FileProblem`, a `ListMapping.Problem` or a `Failure`, for `ImportProblem.sentence`.
  public init(reading path: String, as description: Description, _ portal: Portal) throws {
    self.description = description
    let shape = try ListShape(json: try portal.asset("Lists/\(Description.shape).json"))
    var records: [ListRecord] = []
    let file = try TableFile(path: path)
    mapping =
      Description.readsLines && file.isText
      ? try ListReader.readLines(file, as: shape) { records.append($0) }
      : try ListReader.read(file, as: shape) { records.append($0) }
    self.records = records
    lines = try Self.judge(records, description) { try description.check($0, portal).get() }
  }

  public func count(_ verdict: ImportAnswer.Verdict) -> Int {
    lines.count { $0.answer.verdict == verdict }
  }

  /// Takes the good rows in; afterwards the lines say what became of each.
  public mutating func commit(_ portal: Portal) -> Result<Void, Failure> {
    do {
      lines = try Self.judge(records, description) { try description.perform($0, portal).get() }
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
