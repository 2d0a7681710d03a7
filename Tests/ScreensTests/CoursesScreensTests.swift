import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

extension CoursesDesk {
  /// An approved course with its manager, two classes that start in ten days, and learners in the
  /// first.
  func prepare(
    guests: Int = 0, enrolFrom: Int = -5, enrolTo: Int = 5, method: EnrolMethod = .expert,
    mode: DeliveryMode = .inPerson, conditions: [CourseCondition] = [], capacity: Int = 30
  ) throws {
    let portal = office.portal
    let course = try #require(
      try portal.store.read { try $0.course(code: "91400377") })
    let today = Office.today
    try office.signIn(.expert, as: "expert")
    let request = try portal.perform(
      RequestCourse(
        CourseRequest(
          id: ID(rawValue: 0), course: course.id, unit: office.district, year: today.year,
          from: today.adding(days: -10), to: today.adding(days: 100), classCount: 2,
          method: method, mode: mode, quota: 2 * capacity, classCapacity: capacity,
          guestCapacity: guests, conditions: conditions))
    ).get().outcome
    try office.signIn(.provincialExpert, at: office.province, as: "province")
    _ = try portal.perform(Advance<CourseRequestLife>(request, .approve)).get()
    try office.signIn(.expert, as: "expert")
    _ = try portal.perform(AddFactor(.manager, of: request, .person(manager.id))).get()
    try office.signIn(.courseManager, person: manager.id, as: "manager")
    var ids: [ID<TrainingClass>] = []
    for name in ["الف", "ب"] {
      ids.append(
        try portal.perform(
          DefineClass(
            TrainingClass(
              id: ID(rawValue: 0), request: request, name: name,
              enrolFrom: today.adding(days: enrolFrom), enrolTo: today.adding(days: enrolTo),
              from: today.adding(days: 10), to: today.adding(days: 20), capacity: capacity,
              place: "سالن"))
        ).get().outcome)
    }
    let span = try #require(TimeSpan(480, 720))
    _ = try portal.perform(
      PutSession(
        Session(
          id: ID(rawValue: 0), trainingClass: ids[0], day: today.adding(days: 10), span: span))
    ).get()
    guard enrolTo >= 0 else {
      // Enrolment is over: they came in while it lasted.
      try portal.store.write(at: portal.clock.now()) { records in
        for person in learners {
          try records.insert(
            Enrolment(
              id: try records.newID(), trainingClass: ids[0], person: person.id, method: .expert,
              day: today.adding(days: -3)))
        }
        try records.journal(Cause(useCase: "test.enrolment"))
      }
      return
    }
    guard method == .expert else { return }
    try office.signIn(.expert, as: "expert")
    for person in learners.dropLast() {
      _ = try portal.perform(EnrolLearner(person.id, in: ids[0])).get()
    }
  }
}

@Suite("The screens of courses")
struct CoursesScreensTests {
  @Test("S0-9 another office sees neither the course nor its learners")
  func otherOffice() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("neighbour")
    robot.go("دوره‌های درخواستی")
    robot.expect(contains: "ردیفی نیست")
    robot.press("esc")
    robot.go("دوره‌های درخواستی")
    robot.expect(contains: "ردیفی نیست")
  }

  @Test("S0-9 a learner has no menu of offices and sees the own course with its sessions")
  func ownCourses() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("learner")
    robot.expect(lacks: "دوره‌های درخواستی")
    robot.expect(contains: "جلسه‌های بعدی")
    robot.go("دوره‌های ثبت‌نام شده")
    expectSnapshot(robot.picture, named: "courses-own")
    robot.press("enter")
    expectSnapshot(robot.picture, named: "courses-own-record")
  }

  @Test("S2-5.9 a learner withdraws while enrolment lasts, and is asked first")
  func withdraw() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("learner")
    robot.go("دوره‌های ثبت‌نام شده")
    robot.press("enter", "enter")
    robot.expect(contains: "«انصراف از کلاس» برای")
    robot.confirm()
    robot.expect(lacks: "انجام شد")
    robot.type("بله")
    robot.press("enter")
    robot.expect(contains: "«انصراف از کلاس» انجام شد.")
    robot.expect(contains: "ثبت‌نام: انصراف")
  }

  @Test("S2-5.7d the expert sees who a code belongs to and why, before anybody is enrolled")
  func enrolByCode() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("expert")
    robot.go("معرفی فراگیران دوره‌های متمرکز")
    // The newest class is the first; the other one has the learners.
    robot.press("down", "enter", "f4")
    robot.type("۱۰۰۰۰۰۰۴")
    robot.press("enter")
    robot.expect(contains: "✓ می‌تواند ثبت‌نام شود.")
    expectSnapshot(robot.picture, named: "courses-enrol")
    robot.press("enter")
    robot.expect(contains: "ثبت‌نام شد.")
    robot.type("10000004")
    robot.press("enter")
    robot.expect(contains: "✗")
    robot.expect(contains: "ثبت‌نام ممکن نیست.")
    robot.press("esc")
    robot.type("10000099")
    robot.press("enter")
    robot.expect(contains: "کسی با این کد پرسنلی یا کد ملی پیدا نشد.")
    robot.press("esc")
    // The cursor stands on whoever was enrolled.
    robot.expect(contains: "ردیف ۴ از ۴")
  }

  @Test("S2-5.10 removal asks for the written request, and again before it is done")
  func remove() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("expert")
    robot.go("معرفی فراگیران دوره‌های متمرکز")
    robot.press("down", "enter", "f8", "f2")
    robot.expect(contains: "این بخش را پر کنید.")
    robot.type("۱۲۳/الف")
    robot.press("f2")
    robot.expect(contains: "این بخش را پر کنید.")
    robot.press("enter", "enter", "f2")
    robot.expect(contains: "از کلاس حذف شود؟")
    robot.confirm()
    robot.expect(contains: "فراگیر از کلاس حذف شد.")
    robot.expect(contains: "ردیف ۱ از ۲")
  }

  @Test("S2-7.3 chosen learners move to the other class once enrolment is over, all or none")
  func move() throws {
    let desk = try CoursesDesk()
    try desk.prepare(enrolTo: -1)
    var robot = desk.home("manager")
    robot.choose(3)
    robot.press("down", "enter", "space", "down", "space", "m")
    robot.expect(contains: "(۳۰ جای خالی)")
    robot.press("f2")
    robot.expect(contains: "۲ نفر منتقل شدند.")
    robot.expect(contains: "از ۲")
  }

  @Test("S2-7.3a while enrolment lasts moving is refused with the day on which it opens")
  func moveTooEarly() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("manager")
    robot.choose(3)
    robot.press("down", "enter", "m", "f2")
    robot.expect(contains: "چرا؟")
    robot.expect(contains: Office.today.adding(days: 6).text())
  }

  @Test(
    "S2-5.6a without guest capacity no guest is looked for, and the key tells who can change it")
  func guests() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("manager")
    robot.choose(3)
    robot.press("down", "enter", "g")
    robot.expect(contains: "ظرفیت پذیرش مهمان برای این دوره تعیین نشده است")
    robot.press("f4")
    robot.expect(contains: "«معرفی فراگیر» کار نقش شما نیست.")
  }

  @Test("S2-4.7b a programme over six hours in a day is refused while it is being typed")
  func longDay() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("manager")
    robot.choose(2)
    robot.press("down", "p", "f4", "tab")
    robot.fill("8")
    robot.fill("14:01")
    robot.expect(contains: "✗")
    expectSnapshot(robot.picture, named: "courses-session-form")
    robot.press("f2")
    robot.expect(contains: "چرا؟")
    robot.press("esc", "up")
    robot.fill("14")
    robot.press("f2")
    robot.expect(contains: "ذخیره شد.")
  }

  @Test("S2-1.6c sending back asks for a reason, which the district then reads")
  func sendBack() throws {
    let desk = try CoursesDesk()
    var expert = desk.home("expert")
    expert.choose(0)
    expert.press("/")
    expert.type("914003")
    expert.press("enter", "enter", "f2")
    var robot = desk.home("province")
    robot.choose(1)
    robot.press("enter", "down", "down", "down", "enter")
    robot.type("سهمیه را اصلاح کنید")
    robot.press("enter")
    robot.confirm()
    robot.expect(contains: "وضعیت: عودت‌شده")
    expert = desk.home("expert")
    expert.go("دوره‌های درخواستی")
    expert.press("enter")
    expert.expect(contains: "دلیل: سهمیه را اصلاح کنید")
    // What is sent again is put right in the form first.
    expert.select("ارسال مجدد")
    expert.press("tab", "tab", "ctrl-u")
    expert.type("3")
    expert.press("f2")
    expert.expect(contains: "وضعیت: در انتظار تأیید استان")
    expert.expect(contains: "تعداد کلاس: ۳")
  }

  @Test("S2-1.3b a course without permit cannot be asked for, and the list says so")
  func noPermit() throws {
    let desk = try CoursesDesk()
    var robot = desk.home("expert")
    robot.choose(0)
    robot.press("/")
    robot.type("بی‌مجوز")
    robot.press("enter", "f4")
    robot.expect(contains: "این دوره مجوز اجرا ندارد.")
  }

  @Test("S0-17 what was done last is taken back from the record, and its history keeps both")
  func takeBack() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("manager")
    robot.choose(2)
    robot.press("enter", "u")
    robot.expect(contains: "این کار واگردانده شود؟")
    robot.confirm()
    robot.press("esc")
    robot.expect(contains: "ردیف ۱ از ۱")
  }

  @Test("S2-4.6 what SM-9 closes is dimmed and says why")
  func closedAction() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("manager")
    robot.choose(2)
    robot.press("down", "enter")
    robot.expect(contains: "لغو کلاس — چرا؟")
    robot.select("لغو کلاس")
    robot.expect(contains: "چرا؟")
    expectSnapshot(robot.picture, named: "courses-why")
  }

  @Test("S2-1.5a the ministry adds a course and corrects it")
  func catalogue() throws {
    let desk = try CoursesDesk()
    try desk.office.signIn(.ministryExpert, at: desk.office.portal.actor?.unit, as: "ministry")
    var robot = desk.home("ministry")
    robot.choose(0)
    robot.press("f3")
    robot.fill("91400555")
    robot.fill("هوش مصنوعی در کلاس")
    robot.press("f2")
    robot.expect(contains: "هوش مصنوعی در کلاس")
    robot.press("/")
    robot.type("هوش")
    robot.press("enter", "enter")
    expectSnapshot(robot.picture, named: "courses-course-form")
  }

  @Test("S0-9 an instructor has the classes and the attendance, and cannot change the programme")
  func instructor() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    let teacher = try desk.office.person(9002, first: "حمید", last: "صادقی")
    let request = try #require(
      try desk.office.portal.store.read {
        try $0.requests(in: .factor(desk.manager.id, .manager), on: Office.today).first
      })
    try desk.office.bank(teacher, teaching: [request.course.id])
    try desk.office.signIn(.courseManager, person: desk.manager.id, as: "manager")
    _ = try desk.office.portal.perform(
      AddFactor(.instructor, of: request.request.id, .person(teacher.id))
    ).get()
    try desk.office.signIn(.instructor, person: teacher.id, as: "teacher")
    var robot = Robot.portal(desk.office)
    robot.press("down", "down", "enter")
    robot.logIn("teacher", Office.password)
    robot.expect(lacks: "عوامل اجرا")
    robot.expect(lacks: "شرکت‌کنندگان")
    robot.choose(0)
    robot.press("down", "p", "f4")
    robot.expect(contains: "این کار با مدیر دوره است.")
    robot.press("enter")
    #expect(robot.stack.top is AttendanceScreen)
  }

  @Test("S2-4.4b a second manager is refused; the first one is dismissed with a reason")
  func oneManager() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    _ = try desk.office.person(9003, first: "سارا", last: "نوری", personnelCode: "40009003")
    var robot = desk.home("expert")
    robot.go("دوره‌های درخواستی")
    robot.press("o", "f4", "tab", "tab")
    robot.type("40009003")
    robot.press("f2")
    robot.expect(contains: "چرا؟")
    robot.press("esc", "esc")
    // Leaving the form asks, since the code would be lost.
    robot.confirm()
    robot.press("f8")
    robot.type("جابه‌جایی")
    robot.press("enter")
    robot.confirm()
    robot.expect(contains: "پیشین")
    robot.press("f4", "tab", "tab")
    robot.type("40009003")
    robot.press("f2")
    robot.expect(contains: "عامل ثبت شد.")
    robot.expect(contains: "سارا نوری")
  }

  @Test("On a small terminal long names end in «…» and records wrap, nothing is lost unseen")
  func smallTerminal() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("manager")
    robot.size = Size(rows: 16, columns: 50)
    robot.choose(2)
    robot.expect(contains: "…")
    robot.press("enter")
    expectSnapshot(robot.picture, named: "courses-small-record")
    for _ in 0..<3 { robot.press("page-down") }
    robot.expect(contains: "تاریخچه")
  }
}
