import Screens
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Help and papers of the oversight")
struct OversightScreensTests {
  @Test("S5-0a S5-0b the help of the section names its basis and whom it oversees")
  func help() throws {
    let text = String(decoding: try Office.asset("Help/oversight.txt"), as: UTF8.self)
    for basis in [
      "ماده ۷ اصلاحیه نظام آموزشی کارکنان دولت شماره ۲۰۰/۹۲/۱۸۸۱۹ مورخ ۱۳۹۲/۱۱/۱۴",
      "بخشنامه ۹۷۲۵۳۰ مورخ ۱۳۹۵/۱۱/۰۲", "بخشنامه ۱۵۵۸۵۰۵ مورخ ۱۳۹۶/۰۹/۱۸",
      "استعلام ۲۲۴۶۵۳۰ مورخ ۱۳۹۹/۰۵/۰۶", "مراکز و مؤسسات اعتبارسنجی‌شده", "مراکز آموزش عالی",
      "توسعه مدیریت و سرمایه انسانی",
    ] {
      #expect(text.contains(basis), "\(basis)")
    }
  }

  @Test("S5-0e a permit is printed under the letterhead with number, date and attachment")
  func letterhead() throws {
    let text = String(decoding: try Office.asset("Layouts/oversight-permit.txt"), as: UTF8.self)
    for line in [
      "باسمه تعالی", "ریاست جمهوری", "سازمان برنامه و بودجه کشور", "{office}", "شماره:", "تاریخ:",
      "پیوست:",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    let it = try OversightOffice()
    let id = try it.permit(.approved)
    it.portal.signIn(it.liaison)
    let values = try it.portal.read { try PermitLetter(id).load($0, $1) }.get()
    #expect(values.count == 1)
    it.portal.signIn(it.otherLiaison)
    #expect(throws: Failure.forbidden) {
      try it.portal.read { try PermitLetter(id).load($0, $1) }.get()
    }
  }
}
