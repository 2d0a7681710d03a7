import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// Ranking on the screen, in the sample records with a case in every state.
@Suite("Ranking at the keyboard")
struct RankingScreensTests {
  private let portal: Portal

  init() throws {
    let store = try Store.open(at: ":memory:")
    portal = Portal(store: store, clock: .fixed(Office.today)) { try Office.asset($0) }
    _ = try DemoDistrict(decoding: try Office.asset("Demo/district.json")).build(
      in: store, today: Office.today, passwordHash: Office.hash.text,
      editions: try Office.editions(), codeLists: try Office.codeLists())
  }

  private func signIn(_ role: Role, _ username: String) throws {
    let actor = try portal.logIn(
      section: try #require(role.section), username: username, password: Office.password
    ).get().first
    portal.signIn(try #require(actor))
  }

  /// Somebody of the ranking section at home, after the login form.
  private func home(_ username: String) -> Robot<Portal> {
    portal.signOut()
    var robot = Robot(
      StartScreen(), in: portal, chrome: .portal(), recordsVersion: { $0.store.version })
    robot.press("down", "down", "down", "down", "enter")
    robot.logIn(username, Office.password)
    return robot
  }

  private func line(_ state: RankingLife.State) throws -> RankingCaseLine {
    try #require(
      try portal.store.read { records in
        try records.rankingCases(in: .centre(.everything, not: nil), states: [state]).first
      })
  }

  /// The case of an applicant of the sample, opened from the list by its name.
  private func open(_ state: RankingLife.State, _ robot: inout Robot<Portal>) throws {
    robot.go("پرونده‌های رتبه‌بندی")
    robot.press("/")
    robot.type(state.name)
    robot.press("enter", "enter")
    robot.expect(contains: "وضعیت: \(state.name)")
  }

  @Test(
    "S4-7c the notification asks for its letter; without one it is refused, and nothing is changed")
  func notification() throws {
    var robot = home("secretary")
    let before = try line(.rankSet)
    try open(.rankSet, &robot)
    robot.expect(contains: "گام بعد: دبیرخانه: «ابلاغ»")
    robot.press("end", "enter")
    robot.expect(contains: "شمارهٔ نامه")
    robot.press("f2")
    #expect(try line(.rankSet) == before)
    robot.fill("۱۲/۷")
    robot.press("f2")
    robot.expect(contains: "وضعیت: ابلاغ شده")
    #expect(try portal.store.read { try $0.rankNotices(of: before.rankingCase.id) }.count == 3)
  }

  @Test("S4-7d the decree is the personnel office's, for a notified rank, with its letter")
  func decree() throws {
    func decreed() throws -> Set<ID<RankingCase>> {
      let lines = try portal.store.read { records in
        try records.rankingCases(in: .centre(.everything, not: nil), states: [.decreed])
      }
      return Set(lines.map(\.rankingCase.id))
    }
    let before = try decreed()
    var robot = home("personnel")
    try open(.notified, &robot)
    robot.press("end", "enter")
    robot.fill("ح-۱")
    robot.press("f2")
    robot.expect(contains: "وضعیت: حکم صادر شد")
    let new = try decreed().subtracting(before)
    #expect(new.count == 1)
    let id = try #require(new.first)
    let it = try #require(
      try portal.store.read { try $0.rankingCase(id, in: .centre(.everything, not: nil)) })
    let held = try portal.store.read { try $0.heldRank(of: it.person.id) }
    #expect(held?.source == id && held?.rank == it.rankingCase.course.rank)
  }

  @Test(
    "S4-10g who is not the chair does not confirm; a board member sees why, and nothing is decided")
  func suspension() throws {
    var robot = home("member")
    let before = try line(.referred)
    try open(.referred, &robot)
    robot.press("end", "enter")
    robot.expect(contains: "این کار فقط با رئیس هیأت است.")
    #expect(try line(.referred) == before)
  }

  @Test("S4-8c an appeal against the rank goes to the higher board with the district's opinion")
  func appeal() throws {
    var robot = home("secretary2")
    robot.go("اعتراض‌ها")
    robot.expect(contains: "در هیأت بالاتر")
    robot.press("enter")
    robot.expect(contains: "اظهارنظر کارشناسی:")
    robot.expect(contains: "هیأت ممیزه:")
  }

  @Test("S4-6g the improvement report is there for the applicant once the assessor has reported")
  func improvement() throws {
    let assessed = try line(.assessed).rankingCase
    let number = (RankingLife.State.allCases.firstIndex(of: .assessed) ?? 0) + 1
    _ = home("applicant\(number)")
    let values = try portal.read { try ImprovementReport(assessed.id).load($0, $1) }.get()
    #expect(values.count == 1)
    let verified = try line(.verified).rankingCase
    #expect(throws: Failure.forbidden) {
      try portal.read { try ImprovementReport(verified.id).load($0, $1) }.get()
    }
    try signIn(.boardSecretary, "secretary")
    guard
      case .failure(.refused(let findings)) = portal.read({
        try ImprovementReport(verified.id).load($0, $1)
      })
    else {
      Issue.record("a report without an assessor's")
      return
    }
    #expect(findings.map(\.reason) == [.rankCase(.reportMissing)])
  }

  @Test("S4-1a the help of ranking says what its abbreviations mean")
  func abbreviations() throws {
    let text = String(decoding: try Office.asset("Help/ranking-cases.txt"), as: UTF8.self)
    for wanted in [
      "«وزارت» یعنی وزارت آموزش و پرورش", "«رتبه‌بندی» یعنی نظام رتبه‌بندی معلمان",
      "«قانون» یعنی قانون نظام رتبه‌بندی معلمان", "تعریف‌های مادهٔ ۲",
    ] {
      #expect(text.contains(wanted), "\(wanted)")
    }
  }
}
