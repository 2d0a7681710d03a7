import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// Numbers of a case: what the chair weighs, what a decision keeps, and what comes without typing.
@Suite("Numbers of ranking cases at the keyboard and on paper")
struct RankNumbersTests {
  private let portal: Portal
  private let logins: [DemoDistrict.Login]

  init() throws {
    let store = try Store.open(at: ":memory:")
    portal = Portal(store: store, clock: .fixed(Office.today)) { try Office.asset($0) }
    logins = try DemoDistrict(decoding: try Office.asset("Demo/district.json")).build(
      in: store, today: Office.today, passwordHash: Office.hash.text,
      editions: try Office.editions(), codeLists: try Office.codeLists())
  }

  /// Somebody at home, on a screen that shows a whole case.
  private func home(_ username: String) -> Robot<Portal> {
    portal.signOut()
    var robot = Robot(
      StartScreen(), in: portal, size: Size(rows: 64, columns: 110), chrome: .portal(),
      recordsVersion: { $0.store.version })
    robot.press("down", "down", "down", "down", "enter")
    robot.logIn(username, Office.password)
    return robot
  }

  private func open(_ state: RankingLife.State, _ robot: inout Robot<Portal>) {
    robot.go("پرونده‌های رتبه‌بندی")
    robot.press("/")
    robot.type(state.name)
    robot.press("enter", "enter")
    robot.expect(contains: "وضعیت: \(state.name)")
  }

  private func line(_ state: RankingLife.State) throws -> RankingCaseLine {
    try #require(
      try portal.store.read { records in
        try records.rankingCases(in: .centre(.everything, not: nil), states: [state]).first
      })
  }

  private func actor(_ role: Role) throws -> Actor {
    let login = try #require(logins.first { $0.role == role })
    let section = try #require(role.section)
    let actors = try portal.logIn(
      section: section, username: login.username, password: Office.password
    ).get()
    return try #require(actors.first)
  }

  @Test(
    "S4-6h the chair weighs the place with a reason; what it does is said under the form, on the case and on its papers"
  )
  func coefficient() throws {
    let id = try line(.referred).rankingCase.id
    var robot = home("chair")
    open(.referred, &robot)
    robot.select("ضریب ویژگی‌ها")
    robot.expect(contains: "شرایط بوم و ویژگی‌های دیگر")
    robot.press("end", "enter")
    robot.expect(contains: "از ۰٫۵ تا ۲")
    robot.fill("2.01")
    robot.fill("زمستان سخت")
    robot.press("f2")
    robot.expect(contains: "ضریب ۲٫۰۱ بیرون از بازهٔ ۰٫۵ تا ۲ است.")
    #expect(try portal.store.read { try $0.caseCoefficients(of: id) }.isEmpty)
    robot.press("esc", "home", "up", "up")
    robot.fill("1.5")
    robot.expect(contains: "ضریب شرایط بوم و ویژگی‌های دیگر ۱٫۵")
    robot.press("f2")
    robot.expect(contains: "زمستان سخت")
    robot.press("esc")
    robot.expect(contains: "ضریب شرایط بوم و ویژگی‌های دیگر: ۱٫۵ – زمستان سخت")
    robot.expect(contains: "محاسبه چگونه: امتیاز جدول")
    let factors = try portal.store.read { try $0.caseCoefficients(of: id) }.map(\.factor)
    #expect(factors == [Fraction(3, 2)])
    // A member who is not the chair is told so before anything is typed.
    robot = home("member")
    open(.referred, &robot)
    robot.expect(contains: "ضریب ویژگی‌ها — چرا؟")
    robot.select("ضریب ویژگی‌ها")
    robot.expect(contains: "این کار فقط با رئیس هیأت است.")
    // Others read them, and on paper they stand with their reason.
    robot = home("secretary")
    open(.referred, &robot)
    robot.select("ضریب ویژگی‌ها")
    robot.expect(contains: "زمستان سخت")
    robot.press("esc")
    robot.select("کارنامه بهبود عملکرد")
    for text in ["ضریب ویژگی‌ها (ماده ۶-۳-۴)", "زمستان سخت", "× ضریب شرایط بوم"] {
      robot.expect(contains: text)
    }
    let sheets = try RankingSheets.conditions(of: id, portal).get()
    let cells = sheets.flatMap(\.rows).flatMap(\.cells)
    #expect(cells.contains(.text("شرایط بوم و ویژگی‌های دیگر – زمستان سخت")))
  }

  @Test(
    "S4-4a S4-5c a decision keeps its numbers on screen and paper after rows and rules have changed, and says whose they are"
  )
  func decided() throws {
    let id = try line(.rankSet).rankingCase.id
    let day = try #require(try line(.rankSet).rankingCase.course.decided)
    let frozen = "به اعداد روز رأی (\(Digits.persian(day.text())))"
    func pictures(_ state: RankingLife.State) -> [String] {
      var robot = home("secretary")
      open(state, &robot)
      var found = [robot.picture]
      robot.select("مستندات و مدارک")
      for key in ["f3", "f8"] {
        robot.press(key)
        found.append(robot.picture)
        robot.press("esc")
      }
      return found
    }
    let before = pictures(.rankSet)
    let openBefore = pictures(.referred)
    #expect(before[0].contains("مبنای اعداد: «"))
    #expect(before[1].contains(frozen) && before[2].contains(frozen))
    #expect(!openBefore[1].contains("به اعداد روز رأی"))
    portal.signIn(try actor(.boardSecretary))
    let paper = try portal.read { try ImprovementReport(id).load($0, $1) }.get()
    let sheets = try RankingSheets.conditions(of: id, portal).get()
    #expect(sheets.allSatisfy { $0.title.contains("به اعداد روز \(Digits.persian(day.text()))") })
    let ministry = try actor(.administrator)
    for set in try portal.store.read({ try $0.rankRuleSets() }) {
      let edition = try #require(try portal.store.read { try $0.rankingEdition(set.id) })
      for row in edition.criteria {
        var dearer = row
        dearer.pointsPerUnit = Fraction(3)
        dearer.maximum = nil
        _ = try portal.perform(SetCriterion(row, dearer), as: ministry).get()
      }
      for row in edition.minima {
        var raised = row
        raised.points = Fraction(999)
        _ = try portal.perform(SetMinimum(row, raised), as: ministry).get()
      }
    }
    #expect(pictures(.rankSet) == before)
    #expect(pictures(.referred)[1] != openBefore[1])
    portal.signIn(try actor(.boardSecretary))
    #expect(try portal.read { try ImprovementReport(id).load($0, $1) }.get() == paper)
    #expect(try RankingSheets.conditions(of: id, portal).get() == sheets)
  }

  @Test(
    "S1-7b S3-11a an assessment decided in S1 stands on the ranking file as the certificate, untyped"
  )
  func certificate() throws {
    let found = try portal.store.read { records -> (Person, AttainedCompetency)? in
      for line in try records.people(in: .everything, limit: 5_000) {
        if let attained = try records.attainedCompetency(of: line.person.id) {
          return (line.person, attained)
        }
      }
      return nil
    }
    let (person, attained) = try #require(found)
    #expect(try portal.store.read { try $0.rankingProfile(of: person.id) }?.hasCertificate != true)
    var robot = home("personnel")
    robot.go("پروندهٔ رتبه‌بندی اشخاص")
    robot.press("/")
    robot.type(person.shownCode)
    robot.press("enter", "enter")
    robot.expect(contains: "گواهینامه صلاحیت معلمی: سنجش شایستگی")
    robot.expect(contains: Digits.persian(attained.tracking))
  }
}
