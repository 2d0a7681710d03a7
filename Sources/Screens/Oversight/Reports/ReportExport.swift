import Interchange
import Persian
import Store
public import TerminalKit
import Training
public import UseCases

/// A report as a file; lines go into it page by page, so that its length costs no memory.
public enum ReportExport {
  /// Writes a report within the reach of whoever is signed in, whole or not at all.
  ///
  /// - Throws: `FileProblem`, `Failure`, and `StoreError.cancelled` where the progress asks to stop.
  public static func write(
    _ query: ReportQuery, as format: SheetFormat, to path: String, _ portal: Portal,
    _ progress: Progress = Progress()
  ) throws {
    switch format {
    case .workbook: try writeWorkbook(query, path, portal, progress)
    case .pdf: try writePaper(query, path, portal, progress)
    case .table, .text:
      let sheet = try portal.read { records, context in
        try whole(query, records, context, progress)
      }.get()
      _ = try format.write(sheet, to: path).get()
    }
  }

  /// The whole report as one sheet, with a running number before each line.
  static func whole(
    _ query: ReportQuery, _ records: borrowing some Querying & ~Copyable, _ context: Context,
    _ progress: Progress = Progress()
  ) throws -> Sheet {
    var sheet = Sheet(title: query.report.name, columns: columns(of: query))
    try each(of: query, records, context, progress) { sheet.rows.append(Sheet.Row($0)) }
    return sheet
  }

  private static func columns(of query: ReportQuery) -> [Sheet.Column] {
    [Sheet.Column(Phrases.OversightReports.row, width: 6, alignment: .trailing)] + query.columns
  }

  private static func each(
    of query: ReportQuery, _ records: borrowing some Querying & ~Copyable, _ context: Context,
    _ progress: Progress, _ body: ([Sheet.Cell]) throws -> Void
  ) throws {
    let extent = try query.extent(records, context)
    var number = 0
    try query.each(records, context) { lines, done in
      for line in lines {
        number += 1
        try body([.number(number)] + line.cells)
      }
      try progress.watch(done, extent)
    }
    if number > 0, let total = try query.total(records, context) { try body([.empty] + total) }
  }

  private static func writeWorkbook(
    _ query: ReportQuery, _ path: String, _ portal: Portal, _ progress: Progress
  ) throws {
    try portal.read { records, context in
      // A file that cannot be written is no fault of the records.
      Result {
        let writer = try WorkbookWriter(path: path)
        try writer.sheet(query.report.name, columns: columns(of: query))
        try each(of: query, records, context, progress) { try writer.row($0) }
        try writer.finish()
      }
    }.get().get()
  }

  /// The paper of a report: its lines are read anew for each pass over them, to measure, count and
  /// draw them, so that none are kept.
  private static func writePaper(
    _ query: ReportQuery, _ path: String, _ portal: Portal, _ progress: Progress
  ) throws {
    guard let actor = portal.actor else { throw Failure.forbidden }
    let empty = Sheet(title: query.report.name, columns: columns(of: query))
    var trouble: (any Error)?
    // The first pass measures; after it the pages say how far the work is.
    var isMeasured = false
    let rows = PaperRows { body throws(FileProblem) in
      // What a page cannot take is told from what cannot be read.
      var problem: FileProblem?
      do {
        try portal.read(as: actor) { records, context in
          try each(of: query, records, context, isMeasured ? progress.unseen : progress) { cells in
            do throws(FileProblem) {
              try body(Sheet.Row(cells))
            } catch {
              problem = error
              throw error
            }
          }
        }.get()
      } catch {
        if let problem { throw problem }
        trouble = error
        throw .cancelled
      }
      isMeasured = true
    }
    do throws(FileProblem) {
      try PDFDocument.portal().write([letter(empty, on: portal.today)], rows: rows, to: path) {
        done, total throws(FileProblem) in try progress.watchPages(done, total)
      }
    } catch {
      throw trouble ?? error
    }
  }

  /// The paper of a report under the heads of the three organisations (S5-0e).
  private static func letter(_ sheet: Sheet, on day: JalaliDate) -> Letter {
    typealias Words = Phrases.OversightReports
    var table = sheet
    table.title = ""
    return Letter(
      title: sheet.title, letterhead: [Words.inTheName] + Words.letterhead,
      reference: [
        Letter.Field(Words.number, ""), Letter.Field(Words.day, day.text()),
        Letter.Field(Words.attachment, ""),
      ],
      body: [.table(table, repeating: 2)], isAcross: true)
  }
}

extension ReportQuery {
  private static let prefix = "oversight-"

  /// What the command line calls the reports: `oversight-comprehensive`, `oversight-by-group`.
  public static var commandNames: [String] {
    OversightReport.allCases.filter { $0 != .grouped }.map { prefix + $0.rawValue }
      + ReportIndicator.allCases.map { "\(prefix)by-\($0.rawValue)" }
  }

  public init?(commandName: String) {
    guard commandName.hasPrefix(Self.prefix) else { return nil }
    let name = String(commandName.dropFirst(Self.prefix.count))
    if let report = OversightReport(rawValue: name), report != .grouped {
      self.init(report)
    } else if name.hasPrefix("by-"),
      let indicator = ReportIndicator(rawValue: String(name.dropFirst(3)))
    {
      self.init(.grouped, by: indicator)
    } else {
      return nil
    }
  }
}
