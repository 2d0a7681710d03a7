import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// What a new secretary, assessor, chair and applicant see of the sample, at 24 rows of 80 columns.
@Suite("Desks of ranking at the keyboard")
struct RankingDeskTests {
  private let portal: Portal
  private let logins: [DemoDistrict.Login]

  init() throws {
    let store = try Store.open(at: ":memory:")
    portal = Portal(store: store, clock: .fixed(Office.today)) { try Office.asset($0) }
    logins = try DemoDistrict(decoding: try Office.asset("Demo/district.json")).build(
      in: store, today: Office.today, passwordHash: Office.hash.text,
      editions: try Office.editions(), codeLists: try Office.codeLists())
  }

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

  private func signIn(_ username: String) throws -> Actor {
    let login = try #require(logins.first { $0.username == username })
    let section = try #require(login.role.section)
    let actors = try portal.logIn(
      section: section, username: username, password: Office.password
    ).get()
    let actor = try #require(actors.first)
    portal.signIn(actor)
    return actor
  }

  @Test(
    "S4-5a what waits for secretary, centre, assessor and personnel stands on their home, and Enter lists as many",
    arguments: [
      ("secretary", "درخواست تازه برای گردآوری داده", RankingMatter.requests),
      ("secretary", "پروندهٔ ارزیابی‌شده برای ارجاع", .referral),
      ("secretary", "رأی برای ابلاغ", .notification),
      ("centre", "پرونده برای تأیید اصالت", .verification),
      ("assessor", "پرونده برای گزارش ارزیاب", .reports),
      ("personnel", "رتبهٔ ابلاغ‌شده برای صدور حکم", .decrees),
    ])
  func waiting(_ username: String, _ title: String, _ matter: RankingMatter) throws {
    _ = try signIn(username)
    let count = try portal.read { try matter.count($0, $1) }.get()
    #expect(count > 0)
    var robot = home(username)
    robot.expect(lacks: "کاری نمانده است")
    robot.expect(contains: "\(Digits.persian(count)) \(title)")
    let place = try #require(
      try portal.read { try RankingMatter.waiting($0, $1) }.get().firstIndex {
        $0.matter == matter
      })
    robot.press("tab")
    for _ in 0..<place { robot.press("down") }
    robot.press("enter")
    #expect(robot.title == title)
    robot.expect(contains: "ردیف ۱ از \(Digits.persian(count))")
    // Whoever it is not for is told nothing of it.
    _ = try signIn("applicant1")
    #expect(throws: Failure.forbidden) {
      try portal.read { try matter.count($0, $1) }.get()
    }
  }

  @Test(
    "S4-10f S4-10g the secretary's home has the meeting of the day, a member's the vote, the chair's the confirmation; a case leaves the desk when it is done"
  )
  func board() throws {
    let secretary = try signIn("secretary")
    let referred = try line(.referred).rankingCase
    #expect(try count(.agenda) == 1)
    let members = try portal.store.read { records in
      try records.board(at: secretary.unit).map {
        try records.boardMembers(of: $0.id, on: Office.today)
      } ?? []
    }
    let chair = try #require(members.first { $0.member.part == .chair }).member
    let meeting = try portal.perform(
      InviteBoard(inviter: chair.id, day: Office.today, place: "سالن")
    ).get().outcome
    let item = try portal.perform(PlanAgenda(meeting, referred.id)).get().outcome
    #expect(try count(.agenda) == 0 && count(.presence) == 1)
    home("secretary").expect(contains: "۱ جلسه برای ثبت حاضران")
    var robot = home("secretary")
    try open(.referred, &robot)
    robot.expect(contains: "گام بعد: هیأت: رأی")
    _ = try signIn("secretary")
    _ = try portal.perform(RecordPresence(meeting, present: members.map(\.member.id))).get()
    #expect(try count(.presence) == 0)
    // Before a vote nothing waits for the chair's confirmation.
    robot = home("secretary")
    robot.go("جلسات هیأت ممیزه")
    robot.press("enter")
    robot.expect(contains: "حال رأی‌گیری")
    robot.expect(lacks: "تأیید رئیس")
    robot.expect(contains: "رأی حاضران مانده است")
    home("chair").expect(contains: "۱ جلسه برای رأی شما")
    _ = try signIn("secretary")
    for member in members {
      _ = try portal.perform(
        CastVote(.inFavour, of: member.member.id, on: item, in: meeting)
      ).get()
    }
    home("chair").expect(lacks: "جلسه برای رأی شما")
    _ = try signIn("secretary")
    _ = try portal.perform(Advance<MeetingLife>(meeting, .vote)).get()
    home("chair").expect(contains: "۱ جلسه برای تأیید رئیس هیأت")
    home("member").expect(lacks: "تأیید رئیس هیأت")
    robot = home("secretary")
    robot.go("جلسات هیأت ممیزه")
    robot.press("enter")
    robot.expect(contains: "گام بعد: رئیس هیأت: «تأیید رئیس هیأت»")
    robot.expect(contains: "انتظار تأیید رئیس")
    _ = try signIn("chair")
    _ = try portal.perform(ConfirmMeeting(meeting)).get()
    #expect(try count(.confirmation) == 0)
    home("secretary").expect(contains: "۳ رأی برای ابلاغ")
  }

  private func count(_ matter: RankingMatter) throws -> Int {
    try portal.read { try matter.count($0, $1) }.get()
  }

  private func open(_ state: RankingLife.State, _ robot: inout Robot<Portal>) throws {
    robot.go("پرونده‌های رتبه‌بندی")
    robot.press("/")
    robot.type(state.name)
    robot.press("enter", "enter")
    robot.expect(contains: "وضعیت: \(state.name)")
  }

  @Test("S4-6e the next step of a case names the assessor who is asked, or says that none is")
  func nextStep() throws {
    var robot = home("secretary")
    try open(.verified, &robot)
    let verified = try line(.verified).rankingCase.id
    let reports = try portal.store.read { try $0.assessorReports(of: verified) }
    let name = try #require(reports.first).name.inFull
    robot.expect(contains: "ارزیاب حرفه‌ای (\(name)): گزارش")
    robot.expect(lacks: "دبیرخانه: سپردن")
  }

  @Test("S4-7c number and day of the letter of a notice and of a decree stand on the paper")
  func letters() throws {
    var robot = home("secretary")
    try open(.rankSet, &robot)
    robot.press("end", "enter")
    robot.fill("۱۲/۷۰۱")
    robot.press("f2")
    robot.expect(contains: "وضعیت: ابلاغ شده")
    robot.select("ابلاغ رتبه به معلم")
    robot.expect(contains: "شماره: ۱۲/۷۰۱")
    robot.expect(contains: "تاریخ: \(Digits.persian(Office.today.text()))")
    robot = home("personnel")
    try open(.notified, &robot)
    robot.press("end", "enter")
    robot.fill("ح-۷۰۲")
    robot.press("f2")
    robot.select("حکم کارگزینی")
    robot.expect(contains: "شماره: ح-۷۰۲")
    robot.expect(contains: "تاریخ: \(Digits.persian(Office.today.text()))")
  }

  @Test("S4-6f the ranking list and the list of cases name a case's state alike")
  func states() throws {
    _ = try signIn("secretary")
    let sheets = try RankingSheets.all(
      portal, from: Office.today.adding(days: -100), to: Office.today
    ).get()
    let ranked = try #require(sheets.first)
    let named = try portal.read { records, context in
      try records.rankingCases(in: context.actor.rankingReach(on: context.today)).map {
        let it = $0.rankingCase
        return (
          $0.person.name.surnameFirst,
          RankingLife.state(
            it.state, RankingLife.Dates(it, under: context.rules), on: context.today
          ).name
        )
      }
    }.get()
    let states = Dictionary(named) { first, _ in first }
    #expect(!ranked.rows.isEmpty && states.values.contains(RankingLife.State.final.name))
    for row in ranked.rows {
      guard case .text(let name) = row.cells[1], case .text(let state) = row.cells[4] else {
        Issue.record("a row without name and state")
        continue
      }
      #expect(states[name] == state, "\(name)")
    }
  }

  @Test(
    "S4-7e the notice to accept stands whole under the request, and the columns of the cases show every state whole"
  )
  func whole() throws {
    var robot = home("applicant1")
    robot.go("درخواست رتبه‌بندی من")
    robot.press("enter")
    robot.select("ویرایش درخواست")
    let picture = robot.picture.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      picture.contains(
        "شرکت در رتبه‌بندی حقی ایجاد نمی‌کند؛ کسب حد نصاب امتیاز و تأیید هیأت ممیزه لازم است."),
      "\(picture)")
    robot = home("secretary")
    robot.go("پرونده‌های رتبه‌بندی")
    robot.expect(contains: "عدم احراز حد نصاب")
    robot.expect(contains: "آموزشیار معلم")
    robot.expect(lacks: "…  ")
  }

  @Test(
    "S3-3c S4-4d SM-17 evidence that will earn nothing says so while it is typed and when it is kept; its file is asked for as the rule wants it"
  )
  func nothingEarned() throws {
    var robot = home("applicant1")
    robot.go("درخواست رتبه‌بندی من")
    robot.press("enter")
    robot.select("مستندات و مدارک پرونده")
    robot.press("f4")
    robot.expect(contains: "تصویر یا فایل مدرک *")
    robot.expect(lacks: "بی مدرک")
    robot.press("down")
    // The sample's table has a row for papers only.
    for text in ["اختراع", "دستگاه نمایش", "1403/06/01"] {
      robot.type(text)
      robot.press("enter")
    }
    robot.expect(contains: "در هیچ ردیف جدول امتیاز نمی‌گنجد")
  }

  @Test(
    "S0-1 the login card of the sample reaches its last user at 24 rows, and says how many there are"
  )
  func loginCard() {
    portal.signOut()
    let card = DemoCard(
      users: logins.compactMap { login in
        login.role.section.map { ($0, login.username, login.role.name) }
      }, password: "Faragir-1404")
    var robot = Robot(StartScreen(demo: card), in: portal, chrome: .portal())
    robot.press("down", "down", "down", "down", "enter")
    let users = logins.filter { $0.role.section == .ranking }.map(\.username)
    robot.expect(contains: "\(Digits.persian(users.count)) کاربر")
    robot.expect(contains: "secretary")
    var seen = Set(users.filter { robot.picture.contains($0) })
    #expect(seen.count < users.count)
    for _ in 0..<3 {
      robot.press("page-down")
      seen.formUnion(users.filter { robot.picture.contains($0) })
    }
    #expect(seen == Set(users))
    // The form has the other keys still.
    robot.logIn("secretary", Office.password)
    #expect(robot.title == "دبیرخانه هیأت ممیزه")
  }
}
