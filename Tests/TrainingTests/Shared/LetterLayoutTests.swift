import Testing
import Training

@Suite("Layouts of papers are data, read strictly")
struct LetterLayoutTests {
  private static let shape = LetterShape(
    "sample",
    [
      "course.title": .cell, "place": .cell, "office": .list, "isNew": .flag, "grid": .sheet,
      "people": .rows(["name", "score"]),
    ])
  private static let values: LetterValues = [
    "course.title": .text("ارزشیابی"), "place": .text(""), "office": .list(["استان", "شهرستان"]),
    "isNew": .flag(true),
    "grid": .sheet(Sheet(title: "", columns: [Sheet.Column("الف")], rows: [])),
    "people": .rows([
      ["name": .text("زهرا"), "score": .number(18)], ["name": .text("علی"), "score": .empty],
    ]),
  ]

  private func filled(_ text: String, _ values: LetterValues = Self.values) throws -> Letter {
    try LetterLayout(parsing: text, file: "sample.txt").letter(Self.shape, filledWith: values)
  }

  private func problem(
    _ text: String, _ values: LetterValues = Self.values
  ) -> LayoutProblem? {
    do {
      _ = try filled(text, values)
      return nil
    } catch {
      return error as? LayoutProblem
    }
  }

  @Test("S0-7 a layout says everything of a letter, and its values stand in their places")
  func whole() throws {
    let letter = try filled(
      """
      # remark
      across
      head
        {office}
      reference
        شماره: {place}
      to
        همکار گرامی
      title
        دورهٔ {course.title}
      text
        سطر نخست {course.title}
        و دنبالهٔ آن

        بند دوم
      heading
        نمره‌ها
      fields
        عنوان: {course.title}
        مکان: {place}
        جای دیگر: {place?}
      table {people} 1
        نام | {name}
        نمره | {score}
      table {grid} 2
      ticks
        {isNew} تازه
      signatures {people}
        گواه: {name}
      note
        توجه
      break
      slips {people} 3
        {name}
        امضا: {place}
      foot
        پانوشت
      """)
    #expect(letter.isAcross)
    #expect(letter.letterhead == ["استان", "شهرستان"])
    #expect(letter.reference == [Letter.Field("شماره", "")])
    #expect(letter.recipient == ["همکار گرامی"])
    #expect(letter.title == "دورهٔ ارزشیابی")
    #expect(letter.footer == "پانوشت")
    let people = Sheet(
      title: "", columns: [Sheet.Column("نام"), Sheet.Column("نمره")],
      rows: [
        Sheet.Row([.text("زهرا"), .number(18)], number: 1),
        Sheet.Row([.text("علی"), .empty], number: 2),
      ])
    #expect(
      letter.body == [
        .paragraph("سطر نخست ارزشیابی و دنبالهٔ آن"), .paragraph("بند دوم"), .heading("نمره‌ها"),
        .fields([Letter.Field("عنوان", "ارزشیابی"), Letter.Field("مکان", "")]),
        .table(people, repeating: 1),
        .table(Sheet(title: "", columns: [Sheet.Column("الف")], rows: []), repeating: 2),
        .ticks([Letter.Tick("تازه", isTicked: true)]),
        .signatures([Letter.Field("گواه", "زهرا"), Letter.Field("گواه", "علی")]),
        .note("توجه"), .pageBreak,
        .slips(
          [
            [Letter.Field("", "زهرا"), Letter.Field("امضا", "")],
            [Letter.Field("", "علی"), Letter.Field("امضا", "")],
          ], across: 3),
      ])
    #expect(letter.sheets.map(\.title) == ["دورهٔ ارزشیابی", "دورهٔ ارزشیابی"])
  }

  @Test(
    "S0-7 what a layout says wrongly is named with its line",
    arguments: [
      ("title\n  عنوان\nletter\n  متن", 3, LayoutProblem.Reason.unknownBlock("letter")),
      ("  متن بی‌جا\ntitle\n  عنوان", 1, .unknownBlock("متن بی‌جا")),
      ("title\n  عنوان\nbreak\n  متن", 4, .unknownBlock("متن")),
      ("title\n  عنوان\ntext\n", 3, .incomplete("text")),
      ("title\n  عنوان\ntable {people}", 3, .incomplete("table")),
      ("title\n  عنوان\nslips\n  الف", 3, .incomplete("slips")),
      ("title\n  عنوان\nfields\n  بی‌نشانه", 4, .missingSign(":")),
      ("title\n  عنوان\nticks\n  بی‌نشانه", 4, .missingSign("}")),
      ("title\n  عنوان\ntext\n  {course.title", 4, .badPlaceholder("{course.title")),
      ("title\n  عنوان\ntext\n  {نام}", 4, .badPlaceholder("{نام}")),
      ("title\n  عنوان\ntext {people} 2\n  {name}", 3, .unknownBlock("text {people} 2")),
      ("title\n  عنوان\nnote {people}\n  {name}", 3, .badPlaceholder("{people}")),
      ("title\n  عنوان\ntext\n  {course.name}", 4, .unknownName("course.name")),
      ("title\n  عنوان\ntable {others}\n  نام | {name}", 3, .unknownName("others")),
      ("title\n  عنوان\ntext\n  {name}", 4, .unknownName("name")),
      ("title\n  عنوان\ntext\n  نام {office}", 4, .wrongKind("office")),
      ("title\n  عنوان\nticks\n  {place} تازه", 4, .wrongKind("place")),
      ("title\n  عنوان\nfields {grid}\n  نام: {place}", 3, .wrongKind("grid")),
      ("title\n  عنوان\ntext\n  در {place} است", 4, .missingValue("place")),
      ("text\n  متن", 0, .noTitle),
    ] as [(String, Int, LayoutProblem.Reason)])
  func faults(_ text: String, _ line: Int, _ reason: LayoutProblem.Reason) {
    #expect(problem(text) == LayoutProblem(file: "sample.txt", line: line, reason))
  }

  @Test("S0-7 a value that was promised must be supplied, of its kind and with all its names")
  func promises() {
    let text = "title\n  عنوان"
    #expect(problem(text) == nil)
    var values = Self.values
    values["place"] = nil
    #expect(problem(text, values)?.reason == .notSupplied("place"))
    values["place"] = .flag(true)
    #expect(problem(text, values)?.reason == .notSupplied("place"))
    values = Self.values
    values["people"] = .rows([["name": .text("زهرا")]])
    #expect(problem(text, values)?.reason == .notSupplied("people"))
  }
}
