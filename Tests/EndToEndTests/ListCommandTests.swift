import Glibc
import Testing

@Suite("Lists and reports from the command line", .serialized)
struct ListCommandTests {
  private let office: SampleOffice

  init() throws { office = try SampleOffice() }

  private func faragir(_ words: [String], as user: String) throws -> Run {
    try Run.faragir(
      words + ["--db", office.records, "--user", user, "--password-fd", "0"],
      input: "Kooh-e-Sahand-1404\n", in: office.folder)
  }

  private var list: String {
    """
    فهرست کارکنان تازه
    كد ملي,کد پرسنلی,نام,نام خانوادگی
    ۰۰۱۲۳۴۵۶۷۹,۱۲۳۴۵۶۷۸,علي,رضايي
    12345679,12345678,علی,رضایی
    1234567890,22345678,زهرا,احمدی
    """
  }

  @Test("A dry run judges every row and changes nothing; the import takes the good ones")
  func people() throws {
    let file = try office.folder.file("people.csv", list)
    let trial = try faragir(["import", "people", file, "--dry-run", "--json"], as: "admin")
    #expect(trial.status == 1)
    #expect(trial.text.contains(#""isDryRun":true"#) && trial.text.contains(#""taken":1"#))
    let rejected = "\(office.folder.path)/people-rejected.xlsx"
    #expect(access(rejected, F_OK) != 0)
    let done = try faragir(["import", "people", file], as: "admin")
    #expect(done.status == 1)
    #expect(done.errors.contains("ردیف ۵"))
    #expect(access(rejected, F_OK) == 0)
    let again = try faragir(["import", "people", file, "--json"], as: "admin")
    #expect(again.text.contains(#""taken":0"#) && again.text.contains(#""known":1"#))
  }

  @Test("S0-9 a wrong password, an unknown user and a role without the right are refused: code 1")
  func refused() throws {
    let file = try office.folder.file("people.csv", list)
    let wrong = try Run.faragir(
      [
        "import", "people", file, "--db", office.records, "--user", "admin", "--password-fd", "0",
      ], input: "no\n", in: office.folder)
    #expect(wrong.status == 1)
    #expect(try faragir(["import", "people", file], as: "nobody").status == 1)
    #expect(try faragir(["import", "people", file], as: office.manager).status == 1)
    let nobody = try Run.faragir(["import", "people", file, "--db", office.records])
    #expect(nobody.status == 2)
  }

  @Test("S2-8.5c questions come in as on the screen: all or none, with the line of what is wrong")
  func questions() throws {
    let good = try office.folder.file(
      "good.gift",
      """
      پایتخت کجاست؟ {=تهران ~شیراز}

      جفت کنید. {=یک -> ۱ =دو -> ۲ =سه -> ۳}

      تنها یک متن.

      """)
    let bad = try office.folder.file("bad.gift", "یک؟ {=بله ~خیر}\n\nدو؟ {=بله ~خیر\n")
    let words = ["import", "questions", good]
    let choices = try faragir(words, as: office.manager)
    #expect(choices.status == 1 && choices.errors.contains("--course"))
    let code = try #require(choices.errors.firstMatch(of: #/faragir: (\d{8})  /#)).output.1
    let course = ["--course", String(code)]
    let trial = try faragir(words + course + ["--dry-run", "--json"], as: office.manager)
    #expect(trial.status == 0 && trial.text.contains(#""isDryRun":true"#))
    let refused = try faragir(["import", "questions", bad] + course, as: office.manager)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("سطر ۳: آکولاد «{» این سوال بسته نشده است."))
    let done = try faragir(words + course, as: office.manager)
    #expect(done.status == 0 && done.text.contains("۲ سوال"))
    // What asks nothing is set aside with its line.
    #expect(done.errors.contains("سطر ۵: "))
    let again = try faragir(words + course + ["--json"], as: office.manager)
    #expect(again.text.contains(#""taken":0"#) && again.text.contains(#""known":2"#))
    #expect(try faragir(words + course, as: "expert2").status == 1)
  }

  @Test("The attendance list comes out as text, CSV with BOM and a workbook, and names classes")
  func attendance() throws {
    let classes = try faragir(["export", "attendance"], as: office.manager)
    #expect(classes.status == 1)
    let numbers = classes.errors.matches(of: #/faragir: (\d+)  /#).map { String($0.output.1) }
    #expect(numbers.count == 8)
    let number = try #require(numbers.first)
    // Words of its name and course do as well, where they fit one class only.
    let line = try #require(classes.errors.firstMatch(of: #/faragir: \d+  (.+)/#))
    let words = try faragir(
      ["export", "attendance", "--class", String(line.output.1)], as: office.manager)
    #expect(words.status == 0, "\(words.errors)")
    let several = try faragir(["export", "attendance", "--class", "کلاس"], as: office.manager)
    #expect(several.status == 1 && several.errors.contains(number))
    #expect(
      try faragir(["export", "attendance", "--class", "هیچ"], as: office.manager).status == 1)
    let text = try faragir(["export", "attendance", "--class", number], as: office.manager)
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.text.contains("نام خانوادگی"))
    let csv = try faragir(
      ["export", "attendance", "--class", number, "--as", "csv"], as: office.manager)
    #expect(Array(csv.output.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let workbook = "\(office.folder.path)/list.xlsx"
    let saved = try faragir(
      ["export", "attendance", "--class", number, "--output", workbook], as: office.manager)
    #expect(saved.status == 0 && saved.output.isEmpty)
    #expect(Array(try Descriptor.readAll(workbook).prefix(2)) == Array("PK".utf8))
    #expect(
      try faragir(["export", "attendance", "--class", "1"], as: office.manager).status == 1)
    #expect(
      try faragir(
        ["export", "attendance", "--class", number, "--as", "doc"], as: office.manager
      ).status == 2)
  }

  @Test("S0-7 papers of a class come out as PDF that is read as it was written, and as a workbook")
  func papers() throws {
    let classes = try faragir(["export", "class-list"], as: office.manager)
    #expect(classes.status == 1)
    let number = try #require(classes.errors.firstMatch(of: #/faragir: (\d+)  /#)?.output.1)
    let path = "\(office.folder.path)/paper.pdf"
    for (name, words) in [
      ("class-list", ["مشخصات فراگیران", "امضای روز نخست"]),
      ("attendance-list", ["لیست حضور و غیاب"]), ("course-permit", ["عوامل اجرایی"]),
    ] {
      let run = try faragir(
        ["export", name, "--class", String(number), "--output", path], as: office.manager)
      #expect(run.status == 0, "\(name): \(run.errors)")
      let environment = Product.environment(home: office.folder.path)
      let check = try Run.run(
        ["qpdf", "--check", path], in: office.folder, environment: environment)
      #expect(check.status == 0, "\(check.text)\(check.errors)")
      let text = try Run.run(["pdftotext", path, "-"], in: office.folder, environment: environment)
      for word in words { #expect(text.text.contains(word), "\(name): \(text.text)") }
    }
    let workbook = try faragir(
      ["export", "class-list", "--class", String(number), "--as", "xlsx"], as: office.manager)
    #expect(Array(workbook.output.prefix(2)) == Array("PK".utf8))
    let calendar = try faragir(
      ["export", "class-list", "--class", String(number), "--as", "ics"], as: office.manager)
    #expect(calendar.status == 2)
    #expect(try faragir(["export", "class-list", "--class", "1"], as: office.manager).status == 1)
  }

  @Test("S1-1g the reports of competency development come out for whoever may see them")
  func competencyReports() throws {
    let expert = "expert1"
    for report in [
      "requests", "counts", "without-request", "without-appointment", "results", "appraisal",
    ] {
      let run = try faragir(["export", "competency-\(report)", "--as", "csv"], as: expert)
      #expect(run.status == 0, "\(report): \(run.errors)")
      #expect(run.text.split(whereSeparator: \.isNewline).count > 1, "\(report)")
    }
    #expect(try faragir(["export", "competency-requests"], as: office.manager).status == 1)
  }

  @Test("bench answers with figures, and makes records that the program can open")
  func bench() throws {
    let records = "\(office.folder.path)/national.faragir"
    let made = try Run.faragir(
      ["bench", "generate", records, "--people", "6000", "--enrolments", "6100"],
      in: office.folder, within: .seconds(120))
    #expect(made.status == 0, "\(made.errors)")
    let store = try Run.faragir(
      ["bench", "store", records, "--runs", "20", "--json"], in: office.folder)
    #expect(store.text.contains(#""people":6000"#))
    #expect(try Run.faragir(["check", "--db", records]).status == 0)
    let frame = try Run.faragir(["bench", "frame", "--runs", "5", "--json"], in: office.folder)
    #expect(frame.text.contains(#""columns":200"#))
    let lines = try office.folder.file("lines", "سلام دنیا\nabc ۱۲۳\n")
    let text = try Run.faragir(["bench", "text", lines, "--json"], in: office.folder)
    #expect(text.text.contains(#""lineCount":2"#))
    let again = try Run.faragir(["bench", "generate", records], in: office.folder)
    #expect(again.status == 1)
  }
}
