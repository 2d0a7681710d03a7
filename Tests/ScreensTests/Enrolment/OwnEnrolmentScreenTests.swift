import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("The screens of enrolment by the learner")
struct OwnEnrolmentScreenTests {
  private func desk(
    method: EnrolMethod = .learner, conditions: [CourseCondition] = [], capacity: Int = 30
  ) throws -> CoursesDesk {
    let desk = try CoursesDesk()
    try desk.prepare(method: method, conditions: conditions, capacity: capacity)
    return desk
  }

  @Test("S2-5.2 the path of the portal: course, class, enrolment, and it stands in the own courses")
  func path() throws {
    let desk = try desk()
    var robot = desk.home("learner")
    robot.expect(contains: "ثبت‌نام در دوره‌ها")
    robot.go("ثبت‌نام در دوره‌ها")
    expectSnapshot(robot.picture, named: "enrolment-courses")
    robot.press("enter")
    #expect(robot.title.hasPrefix("ادامه جهت انتخاب کلاس"))
    expectSnapshot(robot.picture, named: "enrolment-classes")
    robot.press("enter")
    expectSnapshot(robot.picture, named: "enrolment-class")
    robot.press("down", "enter")
    robot.expect(contains: "«ثبت‌نام» برای")
    robot.confirm()
    robot.expect(contains: "ثبت‌نام شد؛ در «دوره‌های ثبت‌نام شده» می‌بینید.")
    robot.press("esc")
    robot.expect(contains: "۲۹")
    robot.go("دوره‌های ثبت‌نام شده")
    robot.expect(contains: "ثبت‌نام شده")
    robot.press("enter")
    robot.expect(contains: "انصراف از کلاس")
  }

  @Test("S2-5.2b the list shows the places left; a full class is refused with its number")
  func full() throws {
    let desk = try desk(capacity: 1)
    let first = try desk.office.signIn(.learner, person: desk.learners[1].id, as: "first")
    let classes = try desk.office.portal.read { records, context in
      try records.classes(in: context.actor.courseReach, on: context.today)
    }.get()
    for line in classes.suffix(1) {
      _ = try desk.office.portal.perform(
        EnrolLearner(desk.learners[1].id, in: line.trainingClass.id, as: .enrol), as: first
      ).get()
    }
    var robot = desk.home("learner")
    robot.go("ثبت‌نام در دوره‌ها")
    robot.press("enter")
    robot.expect(contains: "۰")
    robot.press("enter")
    robot.expect(contains: "ثبت‌نام — چرا؟")
    robot.press("down", "enter")
    robot.expect(contains: "ظرفیت کلاس تکمیل شده است (۱ نفر).")
    let own = try desk.office.portal.store.read {
      try $0.enrolments(of: desk.learners[0].id, on: Office.today)
    }
    #expect(own.isEmpty, "nothing is changed")
  }

  @Test("S2-5.7a S2-5.7d a course that does not fit is not shown, and the learner reads why")
  func whyNotShown() throws {
    let desk = try desk(conditions: [CourseCondition(.stage, "primary")])
    var robot = desk.home("learner")
    robot.go("ثبت‌نام در دوره‌ها")
    robot.expect(contains: "ردیفی نیست")
    robot.press("f8")
    robot.expect(contains: "✗")
    robot.press("enter")
    robot.expect(contains: "✗ مقطع «ابتدایی»، شما: —")
    robot.expect(contains: "راه حل")
    robot.expect(contains: "بند ۱۳۳")
    expectSnapshot(robot.picture, named: "enrolment-diagnosis")
  }

  @Test(
    "S2-5.9b once enrolment is over the withdrawal is closed, and says that the expert may help")
  func withdrawalOver() throws {
    let desk = try CoursesDesk()
    try desk.prepare(enrolTo: -1)
    var robot = desk.home("learner")
    robot.go("دوره‌های ثبت‌نام شده")
    robot.press("enter")
    robot.expect(contains: "انصراف از کلاس — چرا؟")
    robot.press("enter")
    robot.expect(contains: "زمان ثبت‌نام این کلاس به پایان رسیده است")
    robot.expect(contains: "کارشناس")
  }

  @Test(
    "S2-5.7b S2-5.7c the learner reads decree and appointment, and only the expert updates them")
  func learnerData() throws {
    let desk = try CoursesDesk()
    try desk.office.signIn(.expert, as: "expert")
    _ = try desk.office.portal.perform(
      UpdateEmployment(
        appointment: Appointment(
          id: ID(rawValue: 0), person: desk.learners[0].id, number: "۵۵", year: 1403,
          subject: "علوم", stage: "primary", weeklyMinutes: 24 * 60, from: Office.today))
    ).get()
    var robot = desk.home("learner")
    robot.go("اطلاعات فراگیر")
    robot.expect(contains: "ابتدایی")
    robot.expect(contains: "از سقف ۲۵۰ ساعت")
    robot.expect(lacks: "به‌روزرسانی اطلاعات شغلی")
    expectSnapshot(robot.picture, named: "enrolment-learner-data")
    robot = desk.home("expert")
    robot.go("اشخاص")
    robot.press("f9")
    robot.select("به‌روزرسانی اطلاعات شغلی")
    robot.expect(contains: "حکم و ابلاغ:")
    robot.press("f6")
    #expect(robot.title == "ابلاغ تازه")
  }
}
