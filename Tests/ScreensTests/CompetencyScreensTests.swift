import Foundation
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// A teacher with an account, the offices around, an assessment period and a centre.
struct CompetencyDesk {
  let office: Office
  let teacher: Person

  init(appointed: Bool = true, post: String = "teaching", window: ClosedRange<Int>? = -5...5) throws
  {
    let office = try Office()
    self.office = office
    let portal = office.portal
    let today = Office.today
    teacher = try office.person(501, first: "پروین", last: "اعتصامی")
    try office.signIn(.expert, as: "expert")
    let from = today.adding(days: -400)
    _ = try portal.perform(
      UpdateEmployment(
        decree: Decree(
          id: ID(rawValue: 0), person: teacher.id, number: "۱۲", day: from, jobTitle: "دبیر ریاضی",
          jobField: "teacher", postKind: post, from: from))
    ).get()
    if appointed {
      _ = try portal.perform(
        UpdateEmployment(
          appointment: Appointment(
            id: ID(rawValue: 0), person: teacher.id, number: "۳۴", school: office.school,
            year: 1403, subject: "ریاضی", weeklyMinutes: 24 * 60, kind: "main", from: from))
      ).get()
    }
    try office.signIn(.expert, at: office.otherDistrict, as: "neighbour")
    try office.signIn(.learner, person: teacher.id, as: "learner")
    try office.signIn(.provincialExpert, at: office.province, as: "province")
    _ = try portal.perform(
      SetAssessmentPeriod(
        AssessmentPeriod(
          id: ID(rawValue: 0), unit: office.province, title: "سنجش صلاحیت ۱۴۰۳", year: 1403,
          from: window.map { today.adding(days: $0.lowerBound) },
          to: window.map { today.adding(days: $0.upperBound) }))
    ).get()
    _ = try portal.perform(
      SetAssessmentCentre(
        AssessmentCentre(id: ID(rawValue: 0), unit: office.province, name: "کانون ارزیابی شمال"))
    ).get()
  }

  /// Somebody at home after the login form.
  func home(_ username: String) -> Robot<Portal> {
    var robot = Robot.portal(office)
    if username != "learner" { robot.press("down") }
    robot.press("enter")
    robot.logIn(username, Office.password)
    return robot
  }

  /// The learner on the page of rectangles.
  func cards() -> Robot<Portal> {
    var robot = home("learner")
    robot.open("ارزیابی شایستگی و سنجش صلاحیت")
    return robot
  }

  func requests() throws -> [CompetencyLine] {
    try office.portal.store.read { try $0.competencyRequests(in: .units(.everything)) }
  }

  func lastEntry() throws -> Int64 { try office.portal.store.read { try $0.lastEntryNumber() } }
}

extension Robot where Environment == Portal {
  /// Goes to a screen by the palette, as whoever does not want to look for it in the menu.
  mutating func open(_ title: String) {
    press("ctrl-p")
    type(title)
    press("enter")
  }

  /// Goes down a menu to an item whose title contains this, and opens it.
  mutating func pick(_ title: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for _ in 0..<40 {
      let row = frame.toneTranscript.split(separator: "\n").firstIndex { $0.contains("X") }
      let lines = picture.split(separator: "\n", omittingEmptySubsequences: false)
      if let row, lines.indices.contains(row), lines[row].contains(title) {
        press("enter")
        return
      }
      press("down")
    }
    Issue.record("no item \(title):\n\(picture)", sourceLocation: sourceLocation)
  }

  /// Ticks the acceptance and presses «ثبت اطلاعات».
  mutating func registerCompetency() {
    press("left", "down", "enter")
  }
}

@Suite("The screens of competency development")
struct CompetencyScreensTests {
  @Test("S1-3a S1-3c the top bar names person and office; the item is there with a red star")
  func starredItem() throws {
    let robot = try CompetencyDesk().home("learner")
    let top = String(robot.picture.split(separator: "\n").first ?? "")
    #expect(top.contains("پروین اعتصامی"))
    #expect(top.contains("شهرستان سروستان"))
    let lines = robot.picture.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains("★ ارزیابی شایستگی و سنجش صلاحیت") })
    let tones = robot.frame.toneTranscript.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(tones[row].unicodeScalars.contains(Tone.starred.letter))
  }

  @Test("S1-4a S1-4f the first rectangle is the request; the others follow in their order")
  func rectangles() throws {
    var robot = try CompetencyDesk().cards()
    let picture = robot.picture
    let places = ["درخواست توسعه شایستگی", "وضعیت درخواست", "نتایج سنجش", "پرونده الکترونیکی"].map {
      picture.range(of: $0)?.lowerBound
    }
    for (left, right) in zip(places, places.dropFirst()) {
      #expect(try #require(left) < #require(right))
    }
    expectSnapshot(picture, named: "competency-cards")
    robot.press("left", "enter")
    #expect(robot.title == "وضعیت درخواست")
    robot.press("esc", "down", "enter")
    #expect(robot.title.contains("پرونده الکترونیکی"))
    robot.press("esc", "right", "enter")
    #expect(robot.title == "نتایج سنجش")
    robot.press("esc", "up", "enter")
    #expect(robot.title == "درخواست توسعه شایستگی")
  }

  @Test(
    "S1-4b S1-4c the page shows what the office knows; a tick and «ثبت اطلاعات» register with a tracking number"
  )
  func register() throws {
    let desk = try CompetencyDesk()
    var robot = desk.cards()
    robot.press("enter")
    for text in [
      "کد ملی", "۱۰۰۰۰۵۰۱", "پروین اعتصامی", "شهرستان سروستان", "دبیر ریاضی", "ریاضی دبستان حافظ",
      "سنجش صلاحیت ۱۴۰۳", "[ ثبت اطلاعات ]",
    ] { robot.expect(contains: text) }
    expectSnapshot(robot.picture, named: "competency-request")
    // Without the tick nothing is written.
    let before = try desk.lastEntry()
    robot.press("down", "enter")
    robot.expect(contains: "تیک پذیرش شرایط برنامه را بزنید.")
    #expect(try desk.lastEntry() == before)
    robot.press("esc", "up")
    robot.registerCompetency()
    robot.expect(contains: "درخواست توسعه شایستگی شما با موفقیت ثبت شد.")
    let request = try #require(try desk.requests().first).request
    let digits = Digits.persian(request.tracking)
    robot.expect(
      contains: "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(4))-\(digits.suffix(4))")
    robot.expect(contains: "ثبت شده")
  }

  @Test(
    "S1-4e a second request for the same period is refused on the screen, and nothing is written")
  func second() throws {
    let desk = try CompetencyDesk()
    var robot = desk.cards()
    robot.press("enter")
    robot.registerCompetency()
    let before = try desk.lastEntry()
    robot.press("enter")
    robot.registerCompetency()
    robot.expect(contains: "برای این دوره سنجش قبلاً درخواست ثبت کرده‌اید")
    #expect(try desk.lastEntry() == before)
  }

  @Test("S1-4d S1-5b «خطای عدم ابلاغ» says what to do, and Enter opens its help page")
  func missingAppointment() throws {
    let desk = try CompetencyDesk(appointed: false)
    var robot = desk.cards()
    robot.press("enter")
    robot.expect(contains: "خطای عدم ابلاغ")
    let before = try desk.lastEntry()
    robot.registerCompetency()
    robot.expect(contains: "خطای عدم ابلاغ: ابتدا ابلاغ خود را به‌روزرسانی نمایید، سپس درخواست")
    expectSnapshot(robot.picture, named: "competency-no-appointment")
    #expect(try desk.lastEntry() == before)
    robot.press("enter")
    #expect(robot.title == "رفع خطای عدم ابلاغ معلمان در سامانه LTMS")
    robot.expect(contains: "به‌روزرسانی ابلاغ")
  }

  @Test("S1-5a the learner asks, the expert records the appointment, and the request is taken")
  func update() throws {
    let desk = try CompetencyDesk(appointed: false)
    var robot = desk.home("learner")
    robot.open("اطلاعات فراگیر")
    robot.pick("به‌روزرسانی ابلاغ")
    robot.type("دبستان حافظ، پایه پنجم، ۲۴ ساعت")
    robot.press("down", "enter")
    robot.expect(contains: "درخواست به‌روزرسانی ابلاغ به کارشناس اداره فرستاده شد.")
    robot.expect(contains: "درخواست به‌روزرسانی ابلاغ (۱۴۰۳/۰۷/۰۷): در انتظار")
    var expert = desk.home("expert")
    expert.open("اشخاص")
    expert.press("/")
    expert.type("اعتصامی")
    expert.press("enter", "f6", "f6")
    expert.type("۵۶/الف")
    expert.press("tab", "tab")
    expert.type("ریاضی")
    for _ in 0..<4 { expert.press("tab") }
    expert.type("۱۴۰۳/۰۷/۰۱")
    expert.press("f2")
    expert.expect(contains: "ذخیره شد.")
    robot = desk.home("learner")
    robot.open("اطلاعات فراگیر")
    robot.expect(contains: "انجام شد")
    robot.open("ارزیابی شایستگی و سنجش صلاحیت")
    robot.press("enter")
    robot.expect(lacks: "خطای عدم ابلاغ")
    robot.registerCompetency()
    robot.expect(contains: "با موفقیت ثبت شد.")
  }

  @Test("S1-1h S1-1g administrative staff see the item without a star, and registering is refused")
  func exempt() throws {
    let desk = try CompetencyDesk(post: "administrative")
    var robot = desk.home("learner")
    robot.expect(contains: "ارزیابی شایستگی و سنجش صلاحیت")
    robot.expect(lacks: "★")
    robot.open("ارزیابی شایستگی و سنجش صلاحیت")
    robot.press("enter")
    let before = try desk.lastEntry()
    robot.registerCompetency()
    robot.expect(
      contains: "این برنامه برای کارکنان اداری و خدماتی الزامی نیست و درخواست ثبت نمی‌شود.")
    #expect(try desk.lastEntry() == before)
  }

  @Test(
    "S1-7a S1-7b S1-1f SM-1 referral, results and outcome by the offices, published to the learner's file"
  )
  func assessment() throws {
    let desk = try CompetencyDesk()
    var robot = desk.cards()
    robot.press("enter")
    robot.registerCompetency()
    var expert = desk.home("expert")
    expert.open("درخواست‌های توسعه شایستگی")
    expectSnapshot(
      expert.picture.replacing(/[۰-۹]{4}-[۰-۹]{4}-[۰-۹]{4}/, with: "…"), named: "competency-list")
    expert.press("f4")
    expert.expect(contains: "کانون ارزیابی شمال")
    expert.press("down", "enter")
    expert.expect(contains: "به کانون ارزیابی معرفی شدند.")
    var province = desk.home("province")
    province.open("درخواست‌های توسعه شایستگی")
    province.press("enter")
    province.pick("ثبت نتایج سه صلاحیت")
    province.type("۸۰")
    province.press("f2")
    province.expect(contains: "نمرهٔ هر سه صلاحیت لازم است؛ نیامده: تخصصی، حرفه‌ای.")
    province.press("esc", "down")
    province.type("۸۷٫۵")
    province.press("down")
    province.type("۱۰۱")
    province.press("f2")
    province.expect(contains: "باید از ۰ تا ۱۰۰ باشد.")
    province.press("esc")
    province.fill("۹۱/۲۵")
    province.press("f2")
    province.expect(contains: "سنجش شده")
    province.pick("تعیین نتیجه")
    province.press("left", "left", "f2")
    province.expect(contains: "نتیجه اعلام شد")
    expectSnapshot(
      province.picture.replacing(/[۰-۹]{4}-[۰-۹]{4}-[۰-۹]{4}/, with: "…"),
      named: "competency-record")
    robot = desk.cards()
    robot.press("down", "enter")
    robot.expect(contains: "۸۷٫۵ از ۱۰۰")
    robot.expect(contains: "ارتقای رتبه")
    robot.press("esc", "left", "enter")
    for text in ["صلاحیت حرفه‌ای: ۹۱٫۲۵ از ۱۰۰", "ارتقای رتبه", "فوق‌العاده رتبه‌بندی"] {
      robot.expect(contains: text)
    }
  }

  @Test("S1-1c a request is not referred before the window is defined: the closed action says why")
  func noWindow() throws {
    let desk = try CompetencyDesk(window: nil)
    var robot = desk.cards()
    robot.press("enter")
    robot.registerCompetency()
    var expert = desk.home("expert")
    expert.open("درخواست‌های توسعه شایستگی")
    expert.press("enter")
    expert.pick("معرفی به کانون ارز")
    expert.expect(contains: "بازهٔ زمانی «سنجش صلاحیت ۱۴۰۳» تعیین نشده است.")
    var province = desk.home("province")
    province.open("دوره‌های سنجش")
    province.press("enter", "tab", "tab")
    province.type("۱۴۰۳/۰۷/۰۱")
    province.press("tab")
    province.type("۱۴۰۳/۰۷/۳۰")
    province.press("f2")
    province.expect(contains: "۱۴۰۳/۰۷/۰۱ تا ۱۴۰۳/۰۷/۳۰")
    province.press("f4")
    province.expect(contains: "دوره تازه")
    expert = desk.home("expert")
    expert.open("درخواست‌های توسعه شایستگی")
    expert.press("enter")
    expert.pick("معرفی به کانون ارزیابی")
    expert.press("down", "enter")
    expert.expect(contains: "۱ نفر به کانون ارزیابی معرفی شدند.")
  }

  @Test("S1-1b S0-9 the expert finds the electronic file by the person; another district does not")
  func fileOfEmployee() throws {
    let desk = try CompetencyDesk()
    var robot = desk.home("expert")
    robot.open("اشخاص")
    robot.press("/")
    robot.type("اعتصامی")
    robot.press("enter", "f12")
    for text in [
      "پرونده الکترونیکی — پروین اعتصامی", "حکم جاری", "ابلاغ جاری", "شمول برنامه: الزامی",
    ] {
      robot.expect(contains: text)
    }
    expectSnapshot(robot.picture, named: "personnel-file")
    robot.press("enter")
    robot.expect(contains: "پرونده الکترونیکی")
    robot.expect(contains: "A4 عمودی")
    robot.expect(contains: "حکم جاری")
    var neighbour = desk.home("neighbour")
    neighbour.open("اشخاص")
    neighbour.press("/")
    neighbour.type("اعتصامی")
    neighbour.press("enter")
    neighbour.expect(contains: "چیزی پیدا نشد")
  }

  @Test(
    "S1-1g the report of obliged persons without a request is shown, and emptied by the request")
  func report() throws {
    let desk = try CompetencyDesk()
    var expert = desk.home("expert")
    func show(_ robot: inout Robot<Portal>) {
      robot.open("گزارش‌های توسعه شایستگی")
      robot.press("left", "left", "f2")
    }
    show(&expert)
    expert.expect(contains: "مشمولان بدون درخواست")
    expert.expect(contains: "اعتصامی")
    var robot = desk.cards()
    robot.press("enter")
    robot.registerCompetency()
    expert = desk.home("expert")
    show(&expert)
    expert.expect(contains: "مشمولان بدون درخواست")
    expert.expect(lacks: "اعتصامی")
  }
}
