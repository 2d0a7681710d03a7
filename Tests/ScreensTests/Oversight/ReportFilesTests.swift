import Foundation
import Interchange
import Persian
import Screens
import Store
import Synchronization
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("Files of the oversight's reports, and stopping them")
struct ReportFilesTests {
  private let it: ReportOffice
  private let folder: TemporaryFolder

  init() throws {
    it = try ReportOffice()
    folder = try TemporaryFolder()
  }

  private func write(
    _ query: ReportQuery, as format: SheetFormat, to name: String,
    _ progress: TerminalKit.Progress = TerminalKit.Progress()
  ) throws -> String {
    let path = "\(folder.path)/\(name)"
    try ReportExport.write(query, as: format, to: path, it.portal, progress)
    return path
  }

  @Test(
    "S5-6d S5-6b another program reads every report as it stands: numbers as numbers, from the right",
    arguments: OversightReport.allCases)
  func readElsewhere(_ report: OversightReport) throws {
    try it.year(it.roads, 1402, budget: 1_000, spent: [100, 200, 300, 401])
    try it.course(it.roads, "ایمنی راه", end: "1402/02/10")
    try it.course(it.health, "=SUM(A1) کنترل «عفونت»", end: "1403/05/11", managers: 1, staff: 1)
    try it.permit(it.health, "احیای پایه", state: .waiting, on: "1403/01/20")
    try it.signIn(.oversight)
    let query = ReportQuery(report, ReportFilter(), by: .agency)
    _ = try write(query, as: .workbook, to: "report.xlsx")
    let own = try TableFile(path: try write(query, as: .table, to: "report.csv")).sheet()
    let printed = try Python.run(
      """
      import openpyxl
      book = openpyxl.load_workbook(folder + "/report.xlsx")
      sheet = book.worksheets[0]
      print(len(book.worksheets), sheet.sheet_view.rightToLeft)
      for row in sheet.iter_rows():
        assert all(cell.data_type != "f" for cell in row)
        print("\\t".join("" if cell.value in (None, "") else type(cell.value).__name__ + " " +
          str(cell.value) for cell in row))
      """, in: folder.path)
    let lines = printed.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.first == "1 True")
    let rows = lines.dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let titles = try #require(rows.first)
    #expect(titles == own.columns.map { "str \($0.title)" })
    #expect(rows.count == own.rows.count + 1)
    for (row, line) in zip(rows.dropFirst(), own.rows) {
      for (cell, mine) in zip(row, line.cells) {
        let value = cell.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
        #expect(value == mine.plainText, "\(report): \(cell)")
      }
    }
    let cells = Set(rows.flatMap(\.self))
    switch report {
    case .comprehensive:
      #expect(cells.isSuperset(of: ["str اداره کل راه", "int 1000", "int 1001"]))
    case .base:
      #expect(cells.isSuperset(of: ["int 1000", "int 100", "int 200", "int 300", "int 401"]))
    case .completed:
      #expect(cells.contains("str =SUM(A1) کنترل «عفونت»") && cells.contains("int 160"))
    case .permits: #expect(cells.contains("str احیای پایه"))
    case .requests, .grouped: #expect(cells.contains("str دانشگاه علوم پزشکی"))
    }
  }

  /// Where the work is stopped, and how often it told how far it was before and after.
  private final class Brake: Sendable {
    private let state = Mutex((reports: 0, stopped: 0))
    private let isEnough: @Sendable (TerminalKit.Progress.Snapshot, Int) -> Bool

    init(_ isEnough: @escaping @Sendable (TerminalKit.Progress.Snapshot, Int) -> Bool) {
      self.isEnough = isEnough
    }

    var reports: Int { state.withLock { $0.reports } }
    var stopped: Int { state.withLock { $0.stopped } }

    func note(_ snapshot: TerminalKit.Progress.Snapshot) -> Bool {
      state.withLock {
        $0.reports += 1
        guard $0.stopped == 0, isEnough(snapshot, $0.reports) else { return false }
        $0.stopped = $0.reports
        return true
      }
    }
  }

  /// Pages of 500 lines go into a workbook; a paper is measured, its pages are counted, then drawn.
  enum Place: String, CaseIterable, Sendable {
    case lines, measured, counted, drawn

    var format: SheetFormat {
      self == .lines ? .workbook : .pdf(SheetPaper(isAcross: true, repeating: 2))
    }

    func isReached(_ snapshot: TerminalKit.Progress.Snapshot, _ number: Int) -> Bool {
      switch self {
      case .lines, .measured: snapshot.done == 1_000 && number == 2
      case .counted: snapshot.total == 0 && snapshot.done == 3
      case .drawn: number > 10 && snapshot.total > 0 && snapshot.done == 3
      }
    }
  }

  @Test(
    "S5-6d a long report that is stopped in the middle goes no page further and leaves no file",
    arguments: Place.allCases)
  func stopped(_ place: Place) throws {
    let brake = Brake { place.isReached($0, $1) }
    try it.courses(1_600, of: it.roads)
    try it.signIn(.oversight)
    let progress = TerminalKit.Progress { brake.note($0) }
    #expect(throws: (any Error).self, "\(place)") {
      _ = try write(
        ReportQuery(.completed),
        as: place.format, to: "stopped", progress)
    }
    #expect(brake.stopped > 0, "\(place) was never reached")
    #expect(brake.reports == brake.stopped, "\(place) went on")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    // Over a file that was there before, that one stays as it was.
    let kept = "\(folder.path)/kept"
    try "کهنه".write(toFile: kept, atomically: true, encoding: .utf8)
    let again = TerminalKit.Progress()
    again.cancel()
    #expect(throws: (any Error).self) {
      _ = try write(ReportQuery(.completed), as: .workbook, to: "kept", again)
    }
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == "کهنه")
  }
}
