import Foundation
import Interchange
import Persian
import Testing
import Training

@Suite struct ListTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A shape as the product ships it.
  static func shape(_ name: String) throws -> ListShape {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Assets/Lists/\(name).json")
    return try ListShape(json: [UInt8](Data(contentsOf: file)))
  }

  private func read(_ text: String, as shape: String) throws -> (ListMapping, [ListRecord]) {
    let path = try scratch.write(text.utf8, to: "list.csv")
    var records: [ListRecord] = []
    let mapping = try ListReader.read(TableFile(path: path), as: Self.shape(shape)) {
      records.append($0)
    }
    return (mapping, records)
  }

  @Test(
    "Every shipped shape is read, and no title of a shape stands for two fields",
    arguments: ["people", "introduction", "scores", "equivalent-courses", "completed-courses"])
  func shapes(name: String) throws {
    let shape = try Self.shape(name)
    #expect(shape.name == name && !shape.fields.isEmpty)
    #expect(Set(shape.fields.map(\.key)).count == shape.fields.count)
    let titles = shape.fields.flatMap { field in
      Set(([field.title] + field.synonyms).map(SearchKey.joined))
    }
    #expect(Set(titles).count == titles.count)
    #expect(shape.fields.allSatisfy { $0.kind != .choice || $0.choices?.isEmpty == false })
  }

  @Test("S2-5.3b Titles are found below a merged heading, in any spelling and order; zeros return")
  func introduction() throws {
    try scratch.python(
      """
      import openpyxl
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.merge_cells('A1:F1')
      sheet['A1'] = 'معرفی‌نامه دوره'
      sheet['A3'] = 'کد ملی:'
      for column, title in enumerate(['رديف', 'نام خانوادگي', 'نام', 'كدملي *', 'شماره پرسنلی (۸ رقم)', 'محل خدمت'], 1):
          sheet.cell(6, column, title)
      sheet.append([1, 'كاظمي', ' مينا ', 84575948, 1234567, 'دبستان  نور'])
      sheet.append([2, 'احمدی', 'علی', '۰۴۹۹۳۷۰۸۹۹', '12345678', None])
      sheet.append([None, None, '  ', None, None, None])
      sheet.append([3, None, 'رضا', '12345', None, '#REF!'])
      sheet.append([4, 'احمدی', 'علی', 499370899, 'x', 'نور'])
      book.save(folder + '/introduction.xlsx')
      """)
    var records: [ListRecord] = []
    let file = try TableFile(path: scratch.path("introduction.xlsx"))
    let mapping = try ListReader.read(file, as: Self.shape("introduction")) { records.append($0) }
    #expect(mapping.headerRow == 6)
    #expect(
      mapping.columns == [
        "last_name": 1, "first_name": 2, "national_code": 3, "personnel_code": 4, "workplace": 5,
      ])
    #expect(records.map(\.row) == [7, 8, 10, 11])
    #expect(
      records[0].values == [
        "last_name": .text("کاظمی"), "first_name": .text("مینا"),
        "national_code": .code("0084575948"), "personnel_code": .code("01234567"),
        "workplace": .text("دبستان نور"),
      ])
    #expect(records[0].problems.isEmpty && records[1].problems.isEmpty)
    #expect(records[1].text("national_code") == "0499370899")
    #expect(
      records[2].problems.map(\.fault) == [
        .notCode("12345", digits: 10), .missing, .spreadsheetError("#REF!"),
      ])
    #expect(
      records[3].problems.map(\.fault) == [
        .notCode("x", digits: 8), .repeated("0499370899", firstRow: 8),
      ])
  }

  @Test("S5-5h Every bad field of every row is listed, with its row and both sides of each bound")
  func completedCourses() throws {
    let titles =
      "تاریخ شروع,تاریخ پایان,عدد گروه دوره,عنوان,مدت (ساعت),عدد نحوه اجرا,عدد مجری,نام مجری (سایر),"
      + "نام مدرس,مدرک,رشته,پیش‌بینی شده,ارزشیابی,گواهی صلاحیت,تعداد مدیران,تعداد کارکنان\r\n"
    let (_, records) = try read(
      titles + "۱۴۰۰/۰۱/۰۱,1400/01/02,6,الف,8,3,7,ب,پ,ت,ث,1,0,بله,۱۲,0\r\n"
        + "۱۴۰۰/۱/۱,1400/13/01,7,الف,0,4,8,,,,,2,0,1,-1,x\r\n"
        + "75/03/02,1404/12/30,0,,2000,0,0,,,,,1,1,1,0,0\r\n", as: "completed-courses")
    #expect(records[0].problems.isEmpty)
    #expect(records[0].number("group") == 6 && records[0].text("certified") == "1")
    #expect(
      records[0].values["start"] == .date(try JalaliDate(year: 1400, month: 1, day: 1)))
    #expect(
      records[1].problems.map(\.fault) == [
        .notPaddedDay("۱۴۰۰/۱/۱"), .notDay("1400/13/01"), .outOfRange("7", least: 1, most: 6),
        .outOfRange("0", least: 1, most: 2000), .outOfRange("4", least: 1, most: 3),
        .outOfRange("8", least: 1, most: 7), .notChoice("2", choices: ["0", "1"]),
        .outOfRange("-1", least: 0, most: 100_000), .notNumber("x"),
      ])
    #expect(records[2].row == 4)
    #expect(
      records[2].problems.map(\.field) == [
        "start", "end", "group", "course_title", "mode", "organiser",
      ])
  }

  @Test("S2-8.8b Scores come with Persian commas, digits and slashes")
  func scores() throws {
    let (_, records) = try read(
      "کد پرسنلی،نمره\r\n۱۲۳۴۵۶۷۸،۱۷/۵\r\n\r\n87654321،20\r\n0084575948،100.5\r\n12345678،3\r\n",
      as: "scores")
    #expect(records.map { $0.values["score"] } == [.decimal(17.5), .decimal(20), nil, .decimal(3)])
    #expect(records[2].problems.map(\.fault) == [.outOfRange("100.5", least: 0, most: 100)])
    #expect(records[3].problems.map(\.fault) == [.repeated("12345678", firstRow: 2)])
  }

  @Test("S2-8.8a Scores come without titles, one pair in a line or several one after the other")
  func untitledScores() throws {
    func scores(_ text: String) throws -> [String] {
      let path = try scratch.write(text.utf8, to: "scores.txt")
      var found: [String] = []
      try ListReader.readLines(TableFile(path: path), as: Self.shape("scores")) { record in
        let score = record.values["score"]?.plainText ?? "?"
        found.append("\(record.row) \(record.text("personnel_code") ?? "?") \(score)")
      }
      return found
    }
    let expected = ["12345678 17.5", "87654321 20", "11112222 0"]
    let lines = ["1 ", "2 ", "4 "]
    #expect(
      try scores("12345678,17.5\n۸۷۶۵۴۳۲۱,20\n\n11112222,0") == zip(lines, expected).map { $0 + $1 }
    )
    #expect(
      try scores("12345678,17.5,87654321,20,11112222,0\n") == expected.map { "1 " + $0 })
    #expect(
      try scores("نمره،کد پرسنلی\n17.5،12345678\n20،87654321\n")
        == ["2 12345678 17.5", "3 87654321 20"])
    // A line with a comma too many is left out whole: nobody can tell what belongs to whom.
    #expect(try scores("12345678,17.5,87654321\n") == ["1 ? ?"])
    #expect(try scores("12345678,17,5,87654321,18,5\n") == ["1 ? ?"])
  }

  @Test("The empty template of a list is found to be that list again")
  func template() throws {
    let shape = try Self.shape("completed-courses")
    let path = scratch.path("template.xlsx")
    try WorkbookWriter.write([shape.template(title: "الگو")], to: path)
    let mapping = try ListReader.read(TableFile(path: path), as: shape) { _ in }
    #expect(mapping.columns.count == shape.fields.count)
  }

  @Test("Missing and doubled columns and files without titles are refused with what they have")
  func mappings() throws {
    #expect(throws: ListMapping.Problem.missingColumns(["نام", "نام خانوادگی"], row: 2)) {
      _ = try read("گزارش\nکد ملی,محل خدمت\n0084575948,x\n", as: "people")
    }
    #expect(
      throws: ListMapping.Problem.doubledColumn(title: "کد ملی", columns: [1, 3], row: 1)
    ) {
      _ = try read("کد ملی,نام,شماره ملی,نام خانوادگی\n", as: "people")
    }
    #expect(throws: ListMapping.Problem.noTitles(searched: 15)) {
      _ = try read("1,2\n3,4\n", as: "people")
    }
    let deep = String(repeating: "x\n", count: 14) + "کد ملی,نام,نام خانوادگی\n0084575948,الف,ب\n"
    #expect(try read(deep, as: "people").1.count == 1)
    #expect(throws: ListMapping.Problem.noTitles(searched: 15)) {
      _ = try read("x\n" + deep, as: "people")
    }
  }

  @Test("Rejected rows become a sheet with their reasons, and that sheet can be sent again")
  func rejected() throws {
    let text = "کد ملی,نام,نام خانوادگی,یادداشت\n84575948,,ب,y\n12,الف,,\n"
    let (mapping, records) = try read(text, as: "people")
    let sheet = RejectedRows.sheet(
      records, of: mapping, title: "خطاها", reasonTitle: "علت"
    ) { $0.problems.map { "\($0.title)!" } }
    #expect(sheet.columns.map(\.title) == ["علت", "کد ملی", "نام", "نام خانوادگی", "یادداشت"])
    #expect(
      sheet.rows[0].cells == [
        .text("نام!"), .code("0084575948"), .empty, .text("ب"), .text("y"),
      ])
    #expect(sheet.rows[1].cells.first == .text("کد ملی!\nنام خانوادگی!"))
    let path = scratch.path("rejected.xlsx")
    try WorkbookWriter.write([sheet], to: path)
    var again: [ListRecord] = []
    try ListReader.read(TableFile(path: path), as: Self.shape("people")) { again.append($0) }
    #expect(again.map(\.problems) == records.map(\.problems))
  }
}
