import Foundation
import Interchange
import Persian
import Screens
import Store
import Synchronization
import TestKit
import Testing
import Training
import UseCases

@Suite("Files of completed courses")
struct UploadFileTests {
  private let it: ReportOffice
  private let folder: TemporaryFolder

  init() throws {
    it = try ReportOffice()
    folder = try TemporaryFolder()
    try it.setUpload(it.roads, isOpen: true)
    try it.permit(it.roads, "ایمنی راه")
    try it.permit(it.roads, "آشنایی با بایگانی")
    try it.signIn(.liaison, at: it.roads)
  }

  /// The cells of a good row, in the order of the columns.
  private func good(
    _ title: String, start: String = "1403/05/05", end: String = "1403/05/06", group: Int = 2,
    flag: String = "1"
  ) -> [Sheet.Cell] {
    [
      .text(start), .text(end), .number(group), .text(title), .number(8), .number(1), .number(6),
      .empty, .empty, .empty, .empty, .text(flag), .text("0"), .text("1"), .number(3), .number(17),
    ]
  }

  private func file(_ rows: [[Sheet.Cell]], named name: String = "dore.xlsx") throws -> String {
    let path = "\(folder.path)/\(name)"
    let sheets = try CompletedUpload().template(it.portal)
    var sheet = sheets[0]
    sheet.rows = rows.map { Sheet.Row($0) }
    try WorkbookWriter.write([sheet], to: path)
    return path
  }

  private func read(_ path: String) throws -> ListImport<CompletedUpload> {
    try ListImport(reading: path, as: CompletedUpload(), it.portal)
  }

  @Test("S5-5b only XLSX is read: neither its ending nor its bytes may be another's")
  func onlyWorkbooks() throws {
    let good = try file([good("ایمنی راه")])
    #expect(try read(good).count(.taken) == 1)
    let renamed = "\(folder.path)/dore.xls"
    try FileManager.default.copyItem(atPath: good, toPath: renamed)
    let text = "\(folder.path)/text.xlsx"
    try "تاریخ شروع,تاریخ پایان".write(toFile: text, atomically: true, encoding: .utf8)
    let old = "\(folder.path)/old.xlsx"
    try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600))
      .write(to: URL(fileURLWithPath: old))
    for path in [renamed, text, old] {
      #expect(throws: FileProblem.notWorkbook, "\(path)") { _ = try read(path) }
    }
    #expect(
      FileProblem.notWorkbook.sentence == "فایل باید با فرمت XLSX باشد؛ فرمت XLS پذیرفته نیست.")
  }

  @Test(
    "S5-5c S5-5g a date without its zeros and a flag of 2 are refused with the number of the row")
  func unreadableRows() throws {
    let path = try file([
      good("ایمنی راه", start: "۱۴۰۳/۰۵/۰۵"), good("آشنایی با بایگانی", start: "1403/5/5"),
      good("ایمنی راه", flag: "2"),
    ])
    let list = try read(path)
    #expect(list.lines.map(\.answer.verdict) == [.taken, .refused, .refused])
    #expect(list.lines.map(\.number) == [2, 3, 4])
    #expect(list.lines[1].answer.remarks.contains { $0.contains("۱۴۰۳/۰۷/۰۵") })
    #expect(list.lines[2].answer.remarks.contains { $0.contains("پیش‌بینی") })
  }

  @Test("S5-5h the file of refused rows, corrected, is read again; nothing is stored before")
  func roundTrip() throws {
    let path = try file([good("ایمنی راه"), good("آشنایی با بایگانی", group: 9)])
    var list = try read(path)
    #expect(list.obstacle != nil)
    #expect(throws: Failure.self) { try list.commit(it.portal).get() }
    let rejected = try #require(list.rejected)
    #expect(rejected.rows.count == 1)
    var corrected = rejected
    corrected.rows[0].cells = rejected.rows[0].cells.map { $0 == .number(9) ? .number(2) : $0 }
    corrected.rows.append(Sheet.Row([.empty] + good("ایمنی راه")))
    let again = "\(folder.path)/again.xlsx"
    try WorkbookWriter.write([corrected], to: again)
    var second = try read(again)
    #expect(second.lines.map(\.answer.verdict) == [.taken, .taken])
    try second.commit(it.portal).get()
    let reach = try it.signIn(.oversight).oversightReach
    #expect(try it.portal.store.read { try $0.completedCount(in: reach, ReportFilter()) } == 2)
    let kept = try it.portal.store.read { try $0.completedImports(of: it.roads, limit: 5) }
    #expect(kept.map(\.accepted) == [2])
    let digest = try #require(BlobDigest(hexadecimal: kept[0].file.digest))
    #expect(try it.portal.store.read { try $0.hasBlob(digest) }, "the workbook is kept")
  }

  @Test("S5-5a the empty template has the columns in their order and the tables of codes")
  func template() throws {
    let sheets = try CompletedUpload().template(it.portal)
    #expect(
      sheets[0].columns.map(\.title) == [
        "تاریخ شروع", "تاریخ پایان", "عدد گروه دوره", "عنوان دوره", "مدت (ساعت)", "عدد نحوه اجرا",
        "عدد مجری", "نام مجری (سایر)", "نام مدرس", "مدرک", "رشته", "پیش‌بینی شده", "ارزشیابی",
        "گواهی صلاحیت", "تعداد مدیران", "تعداد کارکنان",
      ])
    #expect(sheets[0].rows.isEmpty)
    #expect(sheets[1].rows.count == 6 + 3 + 7 + 2)
  }

  @Test("S5-5h a long file tells how far it is, and stopping it leaves nothing behind")
  func cancelled() throws {
    let path = try file((0..<1_200).map { good("بی مجوز \($0)") })
    let seen = Seen()
    let list = try ListImport(
      reading: path, as: CompletedUpload(), it.portal, watch: { seen.note($0, $1) })
    #expect(list.lines.count == 1_200)
    #expect(seen.last.done == 1_200)
    #expect(seen.last.total == 1_200)
    #expect(throws: (any Error).self) {
      _ = try ListImport(
        reading: path, as: CompletedUpload(), it.portal,
        watch: { done, _ in if done >= 500 { throw StoreError.cancelled } })
    }
    let parts = try (0..<2).map { number in
      try it.permit(it.roads, "پاره \(number)")
      return UploadCompleted(
        [
          UploadRow(
            number: 2, start: Office.today.adding(days: -30), end: Office.today.adding(days: -29),
            group: 2, title: "پاره \(number)", hours: 8, mode: 1, organiser: 6,
            isInCalendar: true, isEvaluated: true, isInstructorCertified: true, managers: 1,
            staff: 1)
        ])
    }
    let stopped = it.portal.performAll(parts) { done in
      if done == 1 { throw StoreError.cancelled }
    }
    #expect(throws: Failure.records(.cancelled)) { _ = try stopped.get() }
    let reach = try it.signIn(.oversight).oversightReach
    #expect(try it.portal.store.read { try $0.completedCount(in: reach, ReportFilter()) } == 0)
  }
}

/// What a watch was told last.
private final class Seen: Sendable {
  private let state = Mutex((done: 0, total: 0))
  var last: (done: Int, total: Int) { state.withLock { $0 } }
  func note(_ done: Int, _ total: Int) { state.withLock { $0 = (done, total) } }
}
