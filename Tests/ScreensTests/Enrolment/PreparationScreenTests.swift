import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("The screens of preparing, announcing and guests")
struct PreparationScreenTests {
  @Test("S2-4.1a S2-4.2b the checklist is filled in line by line")
  func checklist() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("manager")
    robot.choose(0)
    robot.press("enter")
    robot.select("آماده‌سازی دوره")
    robot.expect(contains: "طرح درس مدرس")
    robot.press("enter", "tab")
    robot.fill("حمید صادقی")
    robot.press("f2")
    robot.expect(contains: "نیاز")
    robot.expect(contains: "حمید صادقی")
    expectSnapshot(robot.picture, named: "enrolment-preparation")
    robot.press("f6")
    #expect(robot.title == "نیازهای دوره")
  }

  @Test("S2-4.9a S2-4.9b the announcement says everything a learner asks, and names its channels")
  func announce() throws {
    let desk = try CoursesDesk()
    try desk.prepare(conditions: [])
    var robot = desk.home("expert")
    robot.go("دوره‌های درخواستی")
    robot.press("enter")
    robot.select("اطلاع‌رسانی")
    robot.expect(contains: "تابلو اعلانات سامانه LTMS")
    robot.size = Size(rows: 50, columns: 120)
    robot.expect(contains: "با کد ۹۱۴۰۰۳۷۷ و به مدت ۸ ساعت")
    robot.expect(contains: "شرایط فراگیران: همهٔ فراگیران")
    robot.expect(contains: "مکان: سالن")
    robot.expect(contains: "نحوهٔ ثبت‌نام: با کارشناس؛ نحوهٔ برگزاری کلاس: حضوری")
    robot.press("tab", "tab", "tab")
    robot.fill("آزمون حضوری")
    robot.expect(contains: "نحوهٔ آزمون: آزمون حضوری")
    robot.press("f2")
    robot.expect(contains: "دوره اطلاع‌رسانی شد.")
    robot.expect(contains: "وضعیت: اطلاع‌رسانی‌شده")
  }

  @Test(
    "S2-4.1b S2-4.9c a virtual course whose content is not approved is not announced, and says why")
  func closedAnnouncement() throws {
    let desk = try CoursesDesk()
    try desk.prepare(mode: .online)
    var robot = desk.home("expert")
    robot.go("دوره‌های درخواستی")
    robot.press("enter")
    robot.expect(contains: "اطلاع‌رسانی — چرا؟")
    robot.select("اطلاع‌رسانی")
    robot.expect(contains: "محتوای آموزشی آن هنوز بررسی و تأیید نشده است")
    robot.expect(contains: "بند ۱۰۱")
  }

  @Test("S2-5.6a without guest places the command is hidden, and its key tells who can set them")
  func guestsHidden() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("manager")
    robot.choose(2)
    robot.expect(lacks: "معرفی مهمان")
    robot.press("g")
    robot.expect(contains: "ظرفیت پذیرش مهمان برای این دوره تعیین نشده است")
    robot.press("enter")
    robot.expect(lacks: "معرفی مهمان")
    robot.press("esc", "esc")
    let open = try CoursesDesk()
    try open.prepare(guests: 1)
    robot = open.home("manager")
    robot.choose(2)
    robot.press("enter")
    robot.expect(contains: "معرفی مهمان")
  }

  @Test("S2-5.6b S2-5.6c the search shows the guest first; one place too few is refused")
  func guests() throws {
    let desk = try CoursesDesk()
    try desk.prepare(guests: 1)
    let one = try desk.office.person(77, last: "مهمانی", unit: desk.office.otherDistrict)
    let two = try desk.office.person(78, last: "دیگری", unit: desk.office.otherDistrict)
    var robot = desk.home("manager")
    robot.choose(2)
    robot.press("g")
    robot.type(one.personnelCode?.digits ?? "")
    robot.press("enter")
    robot.expect(contains: "مریم مهمانی")
    robot.expect(contains: "شهرستان کوهپایه")
    robot.expect(contains: "ظرفیت مهمان: ۰ نفر از ۱")
    robot.press("enter")
    robot.expect(contains: "ثبت‌نام شد.")
    robot.type(two.personnelCode?.digits ?? "")
    robot.press("enter")
    robot.expect(contains: "ظرفیت مهمان کلاس تکمیل شده است (۱ نفر).")
    robot.press("esc")
    robot.type(desk.learners[3].personnelCode?.digits ?? "")
    robot.press("enter")
    robot.expect(contains: "فراگیر متعلق به همین منطقه است.")
  }

  @Test("S2-5.4a S2-5.4c the second registration is marked, and the learner reads it before coming")
  func secondStage() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    try desk.office.signIn(.courseManager, person: desk.manager.id, as: "manager")
    let request = try #require(
      try desk.office.portal.read { records, context in
        try records.requests(in: context.actor.courseReach, on: context.today).first
      }.get()
    ).request.id
    _ = try desk.office.portal.perform(
      PrepareCourse(
        before: nil,
        after: CoursePreparation(
          id: ID(rawValue: 0), request: request, needsContentSystem: true,
          secondStageAddress: "lms.medu.ir"), task: "سوال")
    ).get()
    var learner = desk.home("learner")
    learner.go("دوره‌های ثبت‌نام شده")
    learner.press("enter")
    learner.expect(contains: "ثبت‌نام در سامانهٔ ارائه محتوا: انجام نشده")
    learner.expect(contains: "lms.medu.ir")
    var robot = desk.home("manager")
    robot.go("شرکت‌کنندگان")
    robot.press("down", "enter", "ctrl-a", "s")
    robot.press("f2")
    robot.expect(contains: "ذخیره شد.")
    learner = desk.home("learner")
    learner.go("دوره‌های ثبت‌نام شده")
    learner.press("enter")
    learner.expect(contains: "ثبت‌نام در سامانهٔ ارائه محتوا: انجام شد")
  }

  @Test("S2-4.8b a question for the pre-test is written into the bank from the page of preparing")
  func questionForPretest() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("manager")
    robot.choose(0)
    robot.press("enter")
    robot.select("آماده‌سازی دوره")
    robot.press("q", "f4")
    for text in ["تشریحی", "ارزشیابی چیست؟"] {
      robot.type(text)
      robot.press("enter")
    }
    robot.press("f2")
    robot.expect(contains: "ارزشیابی چیست؟")
    robot.expect(contains: "تشریحی")
  }

  @Test("S2-5.8a S2-5.8b control reports count what was forgotten, and open as sheets")
  func reports() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("expert")
    robot.go("متقاضیان خارج از سامانه")
    robot.press("f4")
    robot.fill("91400377")
    robot.fill("زهرا نوری")
    robot.fill("0012345679")
    robot.press("tab", "tab", "tab")
    robot.fill("بی‌حساب کاربری")
    robot.press("f2")
    robot.expect(contains: "زهرا نوری")
    robot.press("esc")
    robot.go("گزارش‌های کنترل")
    expectSnapshot(robot.picture, named: "enrolment-reports")
    robot.press("down", "down", "enter")
    robot.expect(contains: "زهرا نوری")
  }
}

@Suite("The papers of enrolment")
struct EnrolmentPapersTests {
  private let desk: CoursesDesk

  init() throws {
    desk = try CoursesDesk()
    try desk.prepare()
  }

  private func paper(_ description: any LetterDescription) -> Robot<Portal> {
    Robot(
      LetterScreen(description), in: desk.office.portal, size: Size(rows: 60, columns: 82),
      chrome: .portal())
  }

  private func first() throws -> (trainingClass: ID<TrainingClass>, enrolment: ID<Enrolment>) {
    try desk.office.signIn(.expert, as: "expert")
    let (id, learners) = try desk.office.portal.read { records, context in
      let line = try #require(
        try records.classes(in: context.actor.courseReach, on: context.today).last)
      return (line.trainingClass.id, try records.enrolments(of: line.trainingClass.id))
    }.get()
    return (id, try #require(learners.first).enrolment.id)
  }

  @Test("S2-5.5a the mission order names the learner, the days and the place")
  func missionOrder() throws {
    let robot = paper(MissionOrder(try first().enrolment))
    robot.expect(contains: "برگ مأموریت")
    robot.expect(contains: "مریم احمدی")
    robot.expect(contains: "محل مأموریت")
    robot.expect(contains: "سالن")
    expectSnapshot(robot.picture, named: "mission-order")
  }

  @Test("S2-5.5b the introduction letter lists the learners of the office, to print and to export")
  func introduction() throws {
    let robot = paper(IntroductionLetter(of: try first().trainingClass))
    robot.expect(contains: "معرفی‌نامه")
    robot.expect(contains: "احمدی")
    expectSnapshot(robot.picture, named: "introduction-letter")
    let enrolment = try first().enrolment
    try desk.office.signIn(.expert, at: desk.office.otherDistrict, as: "neighbour")
    let stranger = paper(IntroductionLetter(enrolment))
    stranger.expect(contains: "شما به این بخش دسترسی ندارید.")
  }

  @Test("S2-4.9b the announced text is a paper with its day and channels")
  func announcement() throws {
    try desk.office.signIn(.expert, as: "expert")
    let request = try #require(
      try desk.office.portal.read { records, context in
        try records.requests(in: context.actor.courseReach, on: context.today).first
      }.get()
    ).request.id
    _ = try desk.office.portal.perform(
      AnnounceCourse(request, channels: ["district-site"], text: "دورهٔ نمونه\nمکان: سالن")
    ).get()
    let robot = paper(AnnouncementPaper(request))
    robot.expect(contains: "مکان: سالن")
    robot.expect(contains: "سایت ادارهٔ منطقه")
  }
}
