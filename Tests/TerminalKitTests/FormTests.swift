import Persian
import TerminalKit
import TestKit
import Testing

struct Draft: Sendable, Equatable {
  enum Degree: String, CaseIterable {
    case diploma = "دیپلم", bachelor = "کارشناسی", master = "کارشناسی ارشد"
  }

  var name = ""
  var code = ""
  var hours = 0
  var start: JalaliDate?
  var degree: Degree?
  var unit = ""
  var secret = ""
}

@Suite("Forms")
struct FormTests {
  static func day(_ year: Int, _ month: Int, _ day: Int) -> JalaliDate {
    (try? JalaliDate(year: year, month: month, day: day)) ?? JalaliDate(dayNumber: 0)
  }

  static let today = day(1404, 5, 1)

  static let fields: [Field<Draft>] = [
    .text("نام", \.name, limit: 40).required().under("مشخصات"),
    Field(
      "کد ملی", \.code, limit: 10, direction: .ltr, show: { $0 },
      parse: { text throws(Complaint) in
        guard text.isEmpty || text.unicodeScalars.count == 10 else {
          throw Complaint("کد ملی ده رقم است.")
        }
        return Digits.latin(text)
      }
    ).wide(12),
    Field(
      "ساعت", \.hours, show: { $0 == 0 ? "" : Digits.persian($0) },
      parse: { text throws(Complaint) in
        guard let hours = text.isEmpty ? 0 : Numbers.integer(text) else {
          throw Complaint("ساعت باید عدد باشد.")
        }
        return hours
      }
    ).wide(6).hinted("میان ۴ و ۱۰۰ ساعت"),
    .date("آغاز", \.start, today: today) { _ in "تاریخ درست نیست." },
    .choice("مدرک", \.degree) { _ in Draft.Degree.allCases.map { ($0, Picker.Item($0.rawValue)) } }
      .required().under("سابقه"),
    .lookup("واحد") { $0.unit },
    .password("گذرواژه", \.secret).closed { $0.name.isEmpty ? "نخست نام را بنویسید." : nil },
    .fixed("وضعیت") { _ in "پیش‌نویس" },
  ]

  func form(_ draft: Draft = Draft()) -> Form<Draft> {
    Form(draft, fields: Self.fields, phrases: .forTests)
  }

  func press(_ form: inout Form<Draft>, _ keys: Navigation...) {
    for key in keys { _ = form.handle(.navigate(key)) }
  }

  func type(_ form: inout Form<Draft>, _ text: String) {
    for scalar in text.unicodeScalars { _ = form.handle(.typed(String(scalar))) }
  }

  func frame(_ form: Form<Draft>, rows: Int = 16, columns: Int = 50) -> Frame {
    picture(rows: rows, columns: columns) { form.view(in: &$0, at: $0.bounds) }
  }

  @Test("Labels, headings, what is typed, complaints and closed fields are drawn")
  func drawing() {
    var form = form()
    type(&form, "زهرا محمدی")
    press(&form, .accept)
    type(&form, "123")
    press(&form, .next)
    let frame = frame(form)
    expectSnapshot(frame.transcript + "\n\n" + frame.toneTranscript, named: "form")
  }

  @Test("Only what can be read reaches the draft; the rest stays in its field with a complaint")
  func complaints() {
    var form = form()
    type(&form, "زهرا")
    press(&form, .next)
    type(&form, "۱۲۳")
    press(&form, .next)
    #expect(form.complaints == [1: "کد ملی ده رقم است."])
    #expect(form.draft.code == "" && form.draft.name == "زهرا")
    press(&form, .previous)
    type(&form, "۴۵۶۷۸۹۰")
    press(&form, .next)
    #expect(form.isValid && form.draft.code == "1234567890")
  }

  @Test("Saving goes to the first wrong field, and submits when all are right")
  func submitting() {
    var form = form()
    type(&form, "زهرا")
    #expect(form.handle(.navigate(.save)) == .handled)
    #expect(form.focus == 4)
    #expect(form.complaints == [4: "لازم است"])
    press(&form, .left)
    #expect(form.draft.degree == .diploma)
    #expect(form.handle(.navigate(.save)) == .submitted)
    #expect(!form.isChanged)
  }

  @Test("A choice is made with arrows, from its list, or by typing part of its name")
  func choices() {
    var form = form()
    press(&form, .next, .next, .next, .next)
    #expect(form.focus == 4 && form.wantsText)
    press(&form, .left, .left, .left, .right)
    #expect(form.draft.degree == .bachelor)
    type(&form, "ارشد")
    expectSnapshot(frame(form).transcript, named: "form-picker")
    press(&form, .accept)
    #expect(form.draft.degree == .master && form.focus == 5)
    press(&form, .previous, .delete)
    #expect(form.draft.degree == nil)
    press(&form, .accept, .back)
    #expect(form.draft.degree == nil)
  }

  @Test("A day is typed in any form, or chosen from the month on Enter")
  func dates() {
    var form = form()
    press(&form, .next, .next, .next)
    type(&form, "1404/7/5")
    press(&form, .accept)
    #expect(form.draft.start == Self.day(1404, 7, 5))
    #expect(frame(form).transcript.contains("۱۴۰۴/۰۷/۰۵"))
    press(&form, .previous)
    #expect(form.focus == 3)
    press(&form, .find, .left, .accept)
    #expect(form.draft.start == Self.day(1404, 7, 6))
    press(&form, .previous)
    for _ in 0..<10 { press(&form, .backspace) }
    press(&form, .accept)
    #expect(!form.wantsText, "an empty day opens the month")
    press(&form, .accept)
    #expect(form.draft.start == Self.today)
    press(&form, .previous)
    type(&form, "x")
    press(&form, .next)
    #expect(form.complaints == [3: "تاریخ درست نیست."])
  }

  @Test("A lookup is the screen's affair, and what it brings is shown")
  func lookup() {
    var form = form()
    for _ in 0..<5 { press(&form, .next) }
    #expect(form.handle(.navigate(.accept)) == .lookup(5))
    form.edit { $0.unit = "منطقهٔ یک" }
    #expect(frame(form).transcript.contains("منطقهٔ یک"))
    #expect(form.isChanged)
  }

  @Test("Leaving asks before something typed is lost, and only then")
  func leaving() {
    var fresh = form()
    #expect(fresh.handle(.navigate(.back)) == .cancelled)
    var form = form()
    type(&form, "ز")
    #expect(form.handle(.navigate(.back)) == .handled)
    #expect(frame(form).transcript.contains("ذخیره نشده"))
    #expect(form.handle(.navigate(.accept)) == .handled)
    #expect(form.handle(.navigate(.back)) == .handled)
    _ = form.handle(.navigate(.left))
    #expect(form.handle(.navigate(.accept)) == .cancelled)
  }

  @Test("What was submitted and refused is not saved: leaving asks")
  func refused() {
    var form = form()
    type(&form, "زهرا")
    press(&form, .next, .next, .next, .next, .left)
    #expect(form.handle(.navigate(.save)) == .submitted)
    form.refuse()
    #expect(form.handle(.navigate(.back)) == .handled)
    #expect(frame(form).transcript.contains("ذخیره نشده"))
  }

  @Test("A closed field is skipped, and opens when its reason is gone")
  func closed() {
    var form = form()
    for _ in 0..<9 { press(&form, .next) }
    #expect(form.focus == 5)
    #expect(frame(form).transcript.contains("نخست نام را بنویسید."))
    press(&form, .first)
    type(&form, "زهرا")
    press(&form, .last)
    #expect(form.focus == 6)
    type(&form, "abc")
    #expect(frame(form).transcript.contains("•••"))
  }

  @Test("A click goes to the field under it")
  func clicking() {
    var form = form()
    _ = frame(form)
    let outcomes = [0, 2, 99].map { form.handle(.click(Point(row: $0, column: 12))) }
    #expect(outcomes == [.ignored, .handled, .ignored])
    #expect(form.focus == 1)
  }

  @Test("A long form scrolls so that the field with the keys and its complaint are in sight")
  func scrolling() {
    var form = form()
    press(&form, .last)
    #expect(frame(form, rows: 4).transcript.contains("واحد"))
    form.complain("نام تکراری است.", at: 0)
    let shown = frame(form, rows: 4).transcript
    #expect(shown.contains("نام تکراری است.") && shown.contains("نام *"))
  }
}
