import Persian
import Testing
import Training

@Suite struct ReportTests {
  private func entries() throws -> [RosterEntry] {
    [
      RosterEntry(enrolment: Fixture.id(1), person: try Fixture.person(1), workplace: "دبستان نور"),
      RosterEntry(enrolment: Fixture.id(2), person: try Fixture.person(2)),
    ]
  }

  @Test("S2-7.5a the attendance list has one column for each session and the total of absence")
  func attendanceList() throws {
    var register = AttendanceRegister(
      sessions: [
        Fixture.session(2, on: "1403/02/11"), Fixture.session(1),
        Fixture.session(3, on: "1403/02/12"),
      ], learners: [Fixture.id(1), Fixture.id(2)])
    register[Fixture.id(1), Fixture.id(1)] = .absent
    register[Fixture.id(2), Fixture.id(1)] = .present
    register[Fixture.id(2), Fixture.id(2)] = try .late(
      arriving: 495, in: Fixture.span(480, 600))
    let labels = AttendanceList.Labels(
      title: "لیست حضور و غیاب", row: "ردیف", code: "کد پرسنلی", name: "نام", absent: "غیبت",
      remaining: "مانده", present: "تعداد حاضران",
      symbols: [.absent: "غ", .present: "ح", .late: "ت"],
      session: { $0.day.text() })
    let sheet = AttendanceList(
      try entries(), register: register, courseMinutes: 960, rules: try Fixture.rules()
    ).sheet(labels)
    #expect(
      sheet.columns.map(\.title) == [
        "ردیف", "کد پرسنلی", "نام", "۱۴۰۳/۰۲/۱۰", "۱۴۰۳/۰۲/۱۱", "۱۴۰۳/۰۲/۱۲", "غیبت", "مانده",
      ])
    #expect(
      sheet.rows.map(\.cells) == [
        [
          .number(1), .code("12345671"), .text("کاظمی زهرا"), .text("غ"), .empty, .empty,
          .minutes(120), .minutes(0),
        ],
        [
          .number(2), .code("12345672"), .text("کاظمی زهرا"), .text("ح"), .text("ت ۱۵"), .empty,
          .minutes(15), .minutes(81),
        ],
        [
          .empty, .empty, .text("تعداد حاضران"), .number(1), .number(1), .empty, .empty, .empty,
        ],
      ])
  }

  @Test("S2-7.4a the class list keeps codes as text and room for two signatures and the score")
  func classList() throws {
    let sheet = ClassList(try entries()).sheet(
      ClassList.Labels(
        title: "مشخصات فراگیران/نمره", row: "ردیف", code: "کد", lastName: "نام خانوادگی",
        firstName: "نام", workplace: "محل خدمت", firstDaySignature: "امضای روز اول",
        examSignature: "امضای آزمون", score: "نمره"))
    #expect(sheet.columns.count == 8)
    #expect(
      sheet.rows[0].cells == [
        .number(1), .code("12345671"), .text("کاظمی"), .text("زهرا"), .text("دبستان نور"), .empty,
        .empty, .empty,
      ])
    #expect(sheet.rows.allSatisfy { $0.cells.count == sheet.columns.count })
  }
}
