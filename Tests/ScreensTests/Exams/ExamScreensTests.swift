import Persian
import Screens
import Store
import Synchronization
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// A class whose sessions are over, its manager, and an exam at the terminal with three questions.
struct ExamClass {
  final class Hand: Sendable {
    let moment: Mutex<Int64>
    init(_ moment: Int64) { self.moment = Mutex(moment) }
  }

  let it: AttendanceClass
  let hand: Hand
  let exam: ID<Exam>

  var portal: Portal { it.office.portal }

  /// The exam is today at ten, for an hour; the class met until ten days ago.
  ///
  /// With `mode` written it is on paper; `pairs` are asked in the place of the three questions.
  init(
    learners: Int = 15, hasInstructor: Bool = true, mode: Exam.Mode = .electronic,
    pairs: [Question.Option] = []
  ) throws {
    let hand = Hand(Moment.milliseconds(of: Office.today, minute: 600))
    self.hand = hand
    let it = try AttendanceClass(
      learners: learners, sessions: 3, today: 12,
      clock: WallClock { hand.moment.withLock { $0 } })
    self.it = it
    exam = try it.office.portal.store.write(at: it.office.portal.clock.now()) { records in
      guard
        let line = try records.trainingClass(
          it.id, in: .units(.everything), on: Office.today),
        let request = try records.request(
          line.trainingClass.request, in: .units(.everything))
      else { throw Failure.forbidden }
      if hasInstructor {
        try records.insert(
          Factor(
            id: try records.newID(), request: request.request.id, duty: .questionAuthor,
            isEducator: true, person: it.manager.id, fullName: it.manager.name.inFull))
      }
      let exam = Exam(
        id: try records.newID(), trainingClass: it.id, kind: .final, mode: mode,
        title: "آزمون پایانی", day: Office.today, minute: 600,
        questionCount: pairs.isEmpty ? 3 : 1, duration: 60,
        effect: 60, state: .ready)
      try records.insert(exam)
      let stems = ["پایتخت ایران کجاست؟", "کدام‌ها زوج است؟", "عدد پی چند است؟"]
      let kinds: [Question.Kind] = [.single, .multiple, .number]
      let options: [[(String, Int)]] = [
        [("شیراز", 0), ("تهران", 100), ("تبریز", 0), ("یزد", 0)],
        [("دو", 50), ("سه", 0), ("چهار", 50)], [("3.14:0.01", 100)],
      ]
      for index in 0..<(pairs.isEmpty ? 3 : 1) {
        var question = Question(
          id: try records.newID(), course: request.course.id, unit: it.office.district,
          kind: kinds[index], stem: stems[index],
          options: options[index].map { Question.Option($0.0, weight: $0.1 * 1000) })
        if !pairs.isEmpty {
          (question.kind, question.stem, question.options) = (.matching, "جور کنید.", pairs)
        }
        var ids: [ID<Question.Option>] = []
        for _ in question.options { ids.append(try records.newID()) }
        try records.insert(question, options: ids)
        try records.insert(
          ExamQuestion(
            id: try records.newID(), exam: exam.id, question: question.id, place: index + 1))
      }
      try records.journal(Cause(useCase: "test.exam"))
      return exam.id
    }
  }

  func at(minute: Int) {
    hand.moment.withLock { $0 = Moment.milliseconds(of: Office.today, minute: minute) }
  }

  func learner() throws -> Robot<Portal> {
    let person = try #require(
      try portal.store.read { try $0.enrolment(it.enrolments[0]) }
    ).person
    try it.office.signIn(.learner, person: person, as: "learner")
    var robot = Robot.portal(it.office)
    robot.press("enter")
    robot.logIn("learner", Office.password)
    robot.press("down", "down", "down", "enter")
    return robot
  }

  func manager() throws -> Robot<Portal> {
    try it.office.signIn(.courseManager, person: it.manager.id, as: "manager")
    var robot = Robot.portal(it.office)
    robot.press("down", "down", "enter")
    robot.logIn("manager", Office.password)
    return robot
  }

  func score() throws -> Score? {
    try portal.store.read { try $0.result(of: exam, it.enrolments[0])?.score }
  }
}

@Suite("Exams, by keys")
struct ExamScreensTests {
  @Test("S2-8.6c a learner answers by digits, arrows and letters, with the time left in sight")
  func sitting() throws {
    let room = try ExamClass()
    var robot = try room.learner()
    robot.expect(contains: "باز است")
    robot.press("enter")
    robot.expect(contains: "سوال ۱ از ۳ — پاسخ داده: ۰")
    robot.expect(contains: "مانده ۱ ساعت")
    robot.type("2")
    robot.expect(contains: "پاسخ داده: ۱")
    expectSnapshot(robot.picture, named: "sitting")
    robot.press("left", "space", "down", "down", "space", "f4")
    robot.expect(contains: "نشان‌دار")
    robot.press("left")
    robot.type("3.14")
    robot.expect(contains: "پاسخ داده: ۳")
    #expect(try room.score() == Score(20))
    room.at(minute: 656)
    robot.markStale()
    robot.expect(contains: "مانده ۴:۰۰")
    room.at(minute: 660)
    robot.markStale()
    robot.expect(contains: "به پایان رسیده است")
    robot.expect(contains: "۳ پاسخ شما ثبت شده است.")
    robot.type("1")
    #expect(try room.score() == Score(20), "nothing is taken after the end")
    robot.press("esc")
    robot.markStale()
    robot.expect(contains: "پایان یافت")
    robot.expect(contains: "۲۰")
    robot.press("enter")
    robot.expect(contains: "تهران")
    robot.expect(contains: "۱۰۰٪")
  }

  @Test("S2-8.6c what is handed in asks first, says how much is open, and stays")
  func handIn() throws {
    let room = try ExamClass()
    var robot = try room.learner()
    robot.press("enter")
    robot.type("2")
    robot.press("f2")
    robot.expect(contains: "۲ سوال بی‌پاسخ است.")
    robot.press("down", "enter")
    robot.expect(contains: "پاسخ‌های این آزمون را تحویل داده‌اید.")
    robot.press("esc", "enter")
    robot.expect(contains: "پاسخ‌های این آزمون را تحویل داده‌اید.")
  }

  @Test("S2-8.6c an exam does not open before its minute, and says when it does")
  func early() throws {
    let room = try ExamClass()
    room.at(minute: 599)
    var robot = try room.learner()
    robot.expect(contains: "در پیش")
    robot.press("enter")
    robot.expect(contains: "آزمون هنوز آغاز نشده است")
  }

  @Test(
    "S2-8.5a S2-8.5b «تعریف آزمون» is closed with its reasons, and opens the form when they are met"
  )
  func define() throws {
    let short = try ExamClass(learners: 14, hasInstructor: false)
    var robot = try short.manager()
    robot.go("آزمون‌ها، پروژه‌ها")
    robot.press("enter")
    robot.select("تعریف آزمون")
    robot.expect(contains: "ابتدا مدرس یا طراح سوال را در عوامل اجرا ثبت کنید.")
    robot.expect(contains: "تعداد فراگیران این کلاس به حداقل نرسیده است (۱۴ از ۱۵ نفر).")
    let room = try ExamClass()
    var open = try room.manager()
    open.go("آزمون‌ها، پروژه‌ها")
    open.press("enter")
    open.select("تعریف آزمون")
    open.expect(contains: "نمره قبولی")
    open.expect(contains: "پروژه")
  }

  @Test("S2-8.6c facility, discrimination and reliability are shown when the exam is over")
  func analysis() throws {
    let room = try ExamClass()
    for index in 0..<2 {
      let enrolment = room.it.enrolments[index]
      let person = try #require(try room.portal.store.read { try $0.enrolment(enrolment) }).person
      let learner = try room.it.office.signIn(.learner, person: person)
      let sitting = try room.portal.perform(TakeSeat(room.exam, enrolment), as: learner).get()
        .outcome
      let first = try room.portal.store.read { try $0.questions(of: room.exam)[0].asked.id }
      _ = try room.portal.perform(
        AnswerQuestion(sitting, first, response: index == 0 ? "2" : "1", isFlagged: false),
        as: learner
      ).get()
    }
    room.at(minute: 661)
    var robot = try room.manager()
    robot.go("آزمون‌ها، پروژه‌ها")
    robot.press("enter", "enter")
    robot.select("تحلیل سوالات")
    robot.expect(contains: "آسانی")
    robot.expect(contains: "۰٫۵")
    robot.expect(contains: "کودر–ریچاردسون")
  }
}
