import Foundation
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("Lists of decrees, appointments and past courses")
struct PapersImportTests {
  private let office: Office
  private let person: Person

  init() throws {
    office = try Office()
    person = try office.person(1)
    _ = try office.person(2, unit: office.otherDistrict)
    try office.signIn(.expert, as: "expert")
  }

  private func file(_ lines: [String]) throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("papers-\(UUID().uuidString).csv").path
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func taken<D: ImportDescription>(
    _ lines: [String], as description: D
  ) throws -> [ImportAnswer.Verdict] {
    var list = try ListImport(reading: try file(lines), as: description, office.portal)
    try list.commit(office.portal).get()
    return list.lines.map(\.answer.verdict)
  }

  @Test("S2-5.4b a list of past courses counts for the ceiling; other offices' people are refused")
  func past() throws {
    let lines = [
      "کد پرسنلی,کد دوره,عنوان دوره,ساعت,سال", "10000001,91400001,دورهٔ پیشین,۴۸,۱۴۰۳",
      "10000002,91400001,دورهٔ پیشین,48,1403", "99999999,91400001,دورهٔ پیشین,48,1403",
      "10000001,,دورهٔ دیگر,0,1403",
    ]
    #expect(
      try taken(lines, as: PastCoursesImport()) == [.taken, .refused, .refused, .refused])
    let minutes = try office.portal.store.read { try $0.yearMinutes(of: person.id, in: 1403) }
    #expect(minutes == 48 * 60)
    #expect(
      try taken(Array(lines.prefix(2)), as: PastCoursesImport()) == [.known], "nothing comes twice")
  }

  @Test("S2-5.7c decrees and appointments of a list update the learner at once, by titles or codes")
  func papers() throws {
    #expect(
      try taken(
        [
          "کد ملی,شماره حکم,نوع استخدام,از تاریخ",
          "\(person.nationalCode?.digits ?? ""),۱۲/۳,رسمی,1403/07/01",
          "\(person.nationalCode?.digits ?? ""),۱۲/۴,ناشناخته,1403/07/01",
        ], as: DecreesImport()) == [.taken, .refused])
    #expect(
      try taken(
        [
          "کد پرسنلی,شماره ابلاغ,درس,مقطع,ساعت در هفته,از تاریخ,سال تحصیلی",
          "10000001,۵۵,علوم,ابتدایی,24,1403/07/01,1403",
        ], as: AppointmentsImport()) == [.taken])
    let now = try office.portal.store.read { try $0.employment(of: person.id) }
    #expect(now.decree(on: Office.today)?.employmentKind == "official")
    #expect(now.appointments(on: Office.today).map(\.stage) == ["primary"])
    #expect(now.appointments(on: Office.today).map(\.weeklyMinutes) == [24 * 60])
  }

  @Test("S0-9 only those who look after people take such lists in")
  func permission() throws {
    try office.signIn(.courseManager, person: person.id)
    #expect(throws: Failure.forbidden) {
      _ = try ListImport(
        reading: try file(["کد پرسنلی,عنوان دوره,ساعت,سال", "10000001,دوره,8,1403"]),
        as: PastCoursesImport(), office.portal)
    }
  }
}
