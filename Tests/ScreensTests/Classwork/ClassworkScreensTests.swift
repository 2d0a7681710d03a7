import Foundation
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("Managing a class, by keys")
struct ClassworkScreensTests {
  /// Somebody at home, by the menu from there on.
  private func home(_ it: AttendanceClass, _ role: Role = .courseManager) throws -> Robot<Portal> {
    let isManager = role == .courseManager
    try it.office.signIn(role, person: isManager ? it.manager.id : nil, as: role.rawValue)
    var robot = Robot.portal(it.office)
    for _ in 0..<(isManager ? 2 : 1) { robot.press("down") }
    robot.press("enter")
    robot.logIn(role.rawValue, Office.password)
    return robot
  }

  /// A part of the class, from its record.
  private func part(_ title: String, of it: AttendanceClass) throws -> Robot<Portal> {
    var robot = try home(it)
    robot.choose(2)
    robot.press("enter")
    robot.select(title)
    return robot
  }

  private func ticks(_ it: AttendanceClass) throws -> [ID<Enrolment>: FirstSessionTicks] {
    try it.office.portal.store.read { try $0.firstSession(of: it.id) }
  }

  @Test("S2-7.7a S2-7.7c thirty learners are counted with three exceptions in twelve keys")
  func firstSession() throws {
    let it = try AttendanceClass(learners: 30)
    var robot = try part("نخستین جلسه", of: it)
    robot.expect(contains: "امضا")
    // Everybody signed but the third, everybody has lunch but the first two.
    let keys = robot.keys("f5 down down space ctrl-home left left f5 ctrl-home")
    robot.press("end", "right", "space", "space")
    #expect(keys + 4 <= 13)
    let all = try ticks(it)
    #expect(all.values.count { $0[.signature] } == 29)
    #expect(all[it.enrolments[2]]?[.signature] == false)
    #expect(all.values.count { $0[.lunch] } == 28)
    robot.expect(contains: "✓ ۲۹")
    robot.expect(contains: "✓ ۲۸")
    robot.expect(contains: "۲۹ امضا از ۳۰ فراگیر")
    robot.press("u")
    #expect(try ticks(it).values.count { $0[.lunch] } == 29)
    robot.press("f9", "page-down", "page-down")
    robot.expect(contains: "جمع")
    robot.expect(contains: "۲۹")
  }

  @Test("S2-7.7a at 24×80 the first session shows names, four columns and their totals")
  func firstSessionLook() throws {
    let it = try AttendanceClass(learners: 8)
    var robot = try part("نخستین جلسه", of: it)
    robot.press("f5", "left", "space")
    expectSnapshot(robot.picture, named: "first-session")
  }

  @Test("S2-7.7b too few learners stand out by themselves, and one key reports them to the expert")
  func shortage() throws {
    let it = try AttendanceClass(learners: 8)
    var list = try home(it)
    list.choose(2)
    list.expect(contains: "! ۸/۴۰")
    list.press("enter")
    list.expect(contains: "! فراگیران کلاس ۸ نفرند؛")
    var robot = try part("نخستین جلسه", of: it)
    robot.expect(contains: "! فراگیران کلاس ۸ نفرند؛ حداقل ۱۵ نفر است.")
    robot.press("f4")
    robot.expect(contains: "به کارشناس گزارش شود؟")
    robot.confirm()
    robot.expect(contains: "گزارش در میز کار کارشناس گذاشته شد.")
    // Once is enough while the expert has it on the desk.
    robot.press("f4")
    robot.confirm()
    robot.expect(contains: "گزارش شده و هنوز در کارهای اوست.")
    let expert = try it.office.signIn(.expert, as: "expert")
    it.office.portal.signIn(expert)
    let own = try it.office.portal.read { records, context in
      try records.tasks(in: context.actor.taskReach, ownOnly: true)
    }.get()
    #expect(own.map(\.task.kind) == [.shortage])
    #expect(own.first?.task.note.contains("حداقل ۱۵ نفر") == true)
  }

  @Test("S2-7.7b with enough learners there is nothing to report, and the key says so")
  func noShortage() throws {
    let it = try AttendanceClass(learners: 15)
    var robot = try part("نخستین جلسه", of: it)
    robot.expect(lacks: "حداقل")
    robot.press("f4")
    robot.expect(contains: "کمبودی نیست که گزارش شود.")
  }

  @Test("S2-7.6a S2-7.6b unregistered people are written into form 2 and marked in form 3")
  func attendants() throws {
    let it = try AttendanceClass(learners: 15)
    var robot = try part("شرکت‌کنندگان ثبت‌نام‌نشده", of: it)
    robot.press("f4")
    robot.expect(contains: "هیچ‌گونه تعهدی برای ثبت‌نام یا گواهینامهٔ آنان وجود ندارد.")
    robot.type("سارا")
    robot.press("enter")
    robot.type("نوری")
    robot.press("enter")
    robot.type("1234567890")
    robot.press("enter", "f2")
    robot.expect(contains: "کد ملی نامعتبر است")
    robot.press("home")
    for _ in 0..<12 { robot.press("delete") }
    robot.type(try Office.nationalCode(500).digits)
    robot.press("f2")
    robot.expect(contains: "نوری")
    robot.press("a")
    robot.expect(contains: "۱ نفر بی‌ثبت‌نام")
    robot.press("space", "left", "space")
    #expect(try it.office.portal.store.read { try $0.attendance(of: it.id).count } == 2)
    // A session that has not come says why it is closed.
    robot.press("end", "space")
    robot.expect(contains: "هنوز نرسیده است")
    robot.press("esc", "f9")
    robot.expect(contains: "فرم شمارهٔ ۳")
    robot.press("esc", "esc", "f2")
    robot.size = Size(rows: 50, columns: 134)
    robot.expect(contains: "فرم شمارهٔ ۲ — مشخصات شرکت‌کنندگان ثبت‌نام‌نشده در سامانه")
    robot.expect(contains: "صدور گواهینامه برای آنان هیچ‌گونه تعهدی وجود ندارد.")
    robot.expect(contains: "نوری")
    robot.expect(contains: "سارا")
    robot.press("esc", "f8")
    robot.expect(contains: "با حضورش از فرم‌های ۲ و ۳ حذف شود؟")
    robot.confirm()
    robot.expect(contains: "ردیفی نیست")
  }

  @Test("S2-7.4a S2-7.5a the forms of a class are printed from the list of classes, by link")
  func forms() throws {
    let it = try AttendanceClass(learners: 3)
    var robot = try home(it)
    robot.choose(2)
    robot.press("n")
    robot.size = Size(rows: 48, columns: 134)
    expectSnapshot(robot.picture, named: "class-list")
    robot.press("esc", "f9")
    expectSnapshot(robot.picture, named: "attendance-list")
  }

  @Test("S2-7.8a slips of the chosen session, one for each learner")
  func slips() throws {
    let it = try AttendanceClass(learners: 5)
    var robot = try home(it)
    robot.choose(2)
    robot.press("p", "down", "f9")
    robot.size = Size(rows: 64, columns: 82)
    expectSnapshot(robot.picture, named: "attendance-slips")
  }

  @Test("S2-7.1b the reminder of the instructor is a letter with the sessions, if there is one")
  func reminder() throws {
    let it = try AttendanceClass(learners: 3)
    func letter() -> Robot<Portal> {
      Robot(
        LetterScreen(InstructorReminder(it.id)), in: it.office.portal,
        size: Size(rows: 64, columns: 82), chrome: .portal())
    }
    letter().expect(contains: "اطلاعات مدیر یا مدرس دوره در عوامل اجرایی ثبت نشده است.")
    let teacher = try it.office.person(905, first: "رضا", last: "پاکدل")
    let request = try #require(
      try it.office.portal.read { records, context in
        try records.requests(in: context.actor.courseReach, on: context.today).first?.request
      }.get())
    try it.office.bank(teacher, teaching: [request.course])
    _ = try it.office.portal.perform(
      AddFactor(.instructor, of: request.id, .person(teacher.id))
    ).get()
    let robot = letter()
    robot.expect(contains: "جناب آقای رضا پاکدل")
    robot.expect(contains: "یادآوری زمان کلاس")
    robot.expect(contains: it.sessions[0].day.text(.long))
  }

  @Test("S2-7.9a those over the limit are a list of their own, beside the attendance list")
  func overLimit() throws {
    let it = try AttendanceClass(learners: 3)
    var grid = it.grid()
    grid.press("غ", "f9", "f4", "f4")
    grid.expect(contains: "غیبت بیش از حد مجاز")
    grid.expect(contains: "ابراهیمی مریم")
    grid.expect(lacks: "احمدی زهرا")
  }

  @Test("S0-9 the district's expert looks on, another district sees nothing of the class")
  func onlookers() throws {
    let it = try AttendanceClass(learners: 3)
    try it.office.signIn(.expert, at: it.office.otherDistrict, as: "neighbour")
    for paper in [
      ClassListForm(it.id), AttendanceListForm(it.id), SessionSlips(it.id),
      UnregisteredForm(it.id), UnregisteredAttendanceForm(it.id), InstructorReminder(it.id),
    ] as [any LetterDescription] {
      Robot(LetterScreen(paper), in: it.office.portal, chrome: .portal())
        .expect(contains: "شما به این بخش دسترسی ندارید.")
    }
  }
}

@Suite("Re-classing, by keys")
struct ReclassingTests {
  @Test("S2-7.3b ticked learners go to a class of the drop-down, which has the other classes only")
  func ticked() throws {
    let desk = try CoursesDesk()
    try desk.prepare(enrolTo: -1)
    var robot = desk.home("manager")
    robot.choose(3)
    robot.press("down", "enter", "space", "down", "space")
    robot.press("m")
    #expect(robot.title == "افراد انتخاب شده انتقال یابند")
    robot.expect(contains: "۲")
    robot.expect(contains: "ب (۳۰ جای خالی)")
    robot.press("f2")
    robot.expect(contains: "۲ نفر منتقل شدند.")
  }

  @Test("S2-7.3a the form says while it is open why nobody can be moved yet")
  func early() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("manager")
    robot.choose(3)
    robot.press("down", "enter", "m")
    robot.expect(contains: "انتقال فقط پس از پایان ثبت‌نام و پیش از شروع دوره ممکن است")
  }
}
