import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("The papers of planning")
struct PlanningPapersTests {
  private let desk: CoursesDesk
  private let form: FormOne

  init() throws {
    desk = try CoursesDesk()
    try desk.office.signIn(.expert)
    let draft = FormOne(
      id: ID(rawValue: 0), unit: desk.office.district, requester: "گروه آموزش ابتدایی",
      registered: Office.today, title: "مدیریت کلاس",
      conditions: [CourseCondition(.stage, "primary")], learnerCount: 40, mode: .inPerson,
      funding: "اعتبارات ضمن خدمت")
    let id = try desk.office.portal.perform(RegisterFormOne(draft)).get().outcome
    form = try #require(try desk.office.portal.store.read { try $0.formOne(id) })
  }

  private func letter(_ description: any LetterDescription) -> Robot<Portal> {
    var robot = Robot(LetterScreen(description), in: desk.office.portal, chrome: .portal())
    robot.size = Size(rows: 64, columns: 82)
    return robot
  }

  @Test("S2-1.2a Form 1 is printed with its conditions, its counts and a place for the decision")
  func formOne() {
    let robot = letter(FormOnePaper(form.id))
    robot.expect(contains: "فرم شمارهٔ ۱: درخواست برگزاری دورهٔ آموزشی")
    robot.expect(contains: "واحد درخواست‌کننده: گروه آموزش ابتدایی")
    robot.expect(contains: "آمار فراگیران: ۴۰ نفر")
    robot.expect(contains: "محل تأمین اعتبار: اعتبارات ضمن خدمت")
    robot.expect(contains: "ابتدایی")
    robot.expect(contains: "رئیس کمیته")
  }

  @Test("S2-1.2a Form 1 of another district is not printed")
  func elsewhere() throws {
    try desk.office.signIn(.expert, at: desk.office.otherDistrict)
    letter(FormOnePaper(form.id)).expect(lacks: "گروه آموزش ابتدایی")
  }

  @Test(
    "S2-1.4a a memorandum is printed with both parties and their obligations, or says what it lacks"
  )
  func memorandum() throws {
    let empty = letter(MemorandumPaper(form))
    empty.expect(lacks: "تعهدات طرف نخست")
    let portal = desk.office.portal
    var after = form
    after.decision = FormOne.Decision(meeting: "۱۲", day: form.registered)
    _ = try portal.perform(
      CarryFormOne(.agree, before: form, after: after, courseCode: "91400102")
    ).get()
    let agreed = try #require(try portal.store.read { try $0.formOne(form.id) })
    after = agreed
    after.memorandum = FormOne.Memorandum(
      number: "ت-۱", day: form.registered, partyA: "اداره", partyB: "گروه ابتدایی",
      dutiesA: "تأمین مکان", dutiesB: "معرفی فراگیران", amount: Rial(5_000_000))
    _ = try portal.perform(CarryFormOne(.conclude, before: agreed, after: after)).get()
    let whole = try #require(try portal.store.read { try $0.formOne(form.id) })
    let robot = letter(MemorandumPaper(whole))
    robot.expect(contains: "شماره: ت-۱")
    robot.expect(contains: "«گروه ابتدایی» (طرف دوم)")
    robot.expect(contains: "تأمین مکان")
    robot.expect(contains: "معرفی فراگیران")
    robot.expect(contains: "۵٬۰۰۰٬۰۰۰")
  }
}
