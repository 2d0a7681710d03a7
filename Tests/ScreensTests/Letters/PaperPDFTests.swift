import Foundation
import Persian
import Screens
import Store
import TestKit
import Testing
import Training
import UseCases

/// Every paper that the sample records can fill, as PDF.
///
/// `PAPERS=FOLDER` keeps the files there, to be looked at.
@Suite("The papers of the sample records as PDF")
struct PaperPDFTests {
  private let portal: Portal
  /// The same records a year later, when the results of the courses are measured (level 4).
  private let yearLater: Portal
  private let logins: [DemoDistrict.Login]

  init() throws {
    let store = try Store.open(at: ":memory:")
    portal = Portal(store: store, clock: .fixed(Office.today)) { try Office.asset($0) }
    yearLater = Portal(store: store, clock: .fixed(Office.today.adding(months: 12))) {
      try Office.asset($0)
    }
    logins = try DemoDistrict(decoding: try Office.asset("Demo/district.json")).build(
      in: store, today: Office.today, passwordHash: Office.hash.text,
      editions: try Office.editions(), codeLists: try Office.codeLists())
  }

  private func signIn(_ role: Role, in portal: Portal) throws {
    let login = try #require(logins.first { $0.role == role })
    let actor = try portal.logIn(
      section: try #require(role.section), username: login.username, password: Office.password
    ).get().first
    portal.signIn(try #require(actor))
  }

  /// The papers that a role prints: of its classes and courses, and what an expert has beside them.
  private func papers(_ role: Role) throws -> [any LetterDescription] {
    try portal.read { records, context -> [any LetterDescription] in
      var papers: [any LetterDescription] = try records.permits(
        in: context.actor.oversightReach, limit: 1
      ).map { PermitLetter($0.permit.id) }
      // Those that are over have the most to print.
      for line in try records.classes(in: context.actor.courseReach, on: context.today).reversed() {
        papers += PrintCatalog.ofClass.sorted { $0.key < $1.key }.map { $1(line.trainingClass) }
        if let first = try records.enrolments(of: line.trainingClass.id).first {
          papers += [IntroductionLetter(first.enrolment.id), MissionOrder(first.enrolment.id)]
        }
        papers += [
          SurveyPaper(line.trainingClass.request), SurveySummaryPaper(line.trainingClass.request),
          BehaviourPaper(line.trainingClass.request), ResultsPaper(line.trainingClass.request),
          CertificateLetter(line.trainingClass.id.rawValue),
        ]
        for exam in try records.exams(of: line.trainingClass.id) {
          papers += [
            ExamAttendanceForm(exam.id), ExamPaperLetter(exam.id), ExamKeyLetter(exam.id),
          ]
        }
        papers += try records.factors(of: line.trainingClass.request).map {
          ContractPaper($0, line.trainingClass.request, LetterMark())
        }
        if let plan = try records.plan(of: line.trainingClass.request) {
          papers.append(VenueLetter(plan))
        }
      }
      papers += try rankingPapers(records, context)
      guard role == .expert else { return papers }
      for line in try records.formsOne(in: context.actor.scope) {
        papers += [FormOnePaper(line.form.id), MemorandumPaper(line.form)]
      }
      for line in try records.applications(in: context.actor.scope) {
        papers.append(SecurityInquiry(line.application.id, line.application.inquiry))
      }
      papers.append(BankReport())
      papers.append(
        ReceiptLetter(
          ApplicantReceipt(
            name: try PersonName(first: "نسرین", last: "رستمی"),
            nationalCode: try NationalCode(validating: "0084575948"), score: 4250,
            day: Office.today, code: try #require(TrackingCode("0123456789012345")))))
      return papers
    }.get()
  }

  /// Records cost and benefit of the course that was selected for level 4.
  private func measureResults() throws {
    try signIn(.expert, in: yearLater)
    let course = try #require(
      try yearLater.read { records, context in
        try records.requests(in: context.actor.courseReach, on: context.today).first { line in
          try records.effectiveness(of: line.request.id).contains { $0.level == .results }
        }
      }.get())
    _ = try yearLater.perform(
      RecordResults(
        course.request.id, before: nil,
        figures: ResultsFigures(cost: Rial(180_000_000), benefit: Rial(243_000_000)),
        documents: "صورت هزینه‌های دوره و گزارش کاهش رویدادهای ناایمن در مدرسه‌های منطقه")
    ).get()
  }

  /// The papers of every case and meeting of the own board, those of decided cases first.
  private func rankingPapers(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [any LetterDescription] {
    guard context.actor.role == .boardSecretary,
      let board = try records.board(at: context.actor.unit)
    else { return [] }
    var papers: [any LetterDescription] = []
    for line in try records.rankingCases(in: context.actor.rankingReach(on: context.today)) {
      let id = line.rankingCase.id
      papers += [
        ImprovementReport(id), RankDecreeLetter(id, try records.rankDecrees(of: id).first),
      ]
      papers += try records.rankNotices(of: id).map { RankNoticeLetter($0) }
    }
    papers += try records.boardMeetings(of: board.id).map { BoardMinutes($0.id) }
    return papers
  }

  @Test(
    "S4-6f S4-6g S4-10h S4-13a R4 R5 R6 R7 every sheet of ranking is a PDF with its columns and rows"
  )
  func rankingSheets() throws {
    let folder = try TemporaryFolder()
    let kept = ProcessInfo.processInfo.environment["PAPERS"] ?? folder.path
    try signIn(.boardSecretary, in: portal)
    let decided = try portal.read { records, context in
      try records.rankingCases(in: context.actor.rankingReach(on: context.today))
        .first { $0.rankingCase.course.decided != nil }?.rankingCase.id
    }.get()
    let found = try #require(decided)
    let sheets =
      try RankingSheets.all(portal, from: Office.today.adding(days: -100), to: Office.today).get()
      + RankingSheets.conditions(of: found, portal).get()
    #expect(sheets.count == 10)
    for (number, sheet) in sheets.enumerated() {
      let path = "\(kept)/ranking-\(number + 1).pdf"
      _ = try SheetFormat.pdf(SheetPaper(isAcross: true, repeating: 1)).write(sheet, to: path)
        .get()
      #expect(folder.tool(["qpdf", "--check", path]) != nil, "\(sheet.title)")
      let text = try #require(folder.tool(["pdftotext", path, "-"])).unspaced
      for wanted in [sheet.title] + sheet.columns.map(\.title) {
        #expect(text.contains(wanted.unspaced), "\(sheet.title): \(wanted)")
      }
      // Nobody can tell from paper whether a table without rows is whole.
      #expect(text.contains("ردیفی نیست".unspaced) == sheet.rows.isEmpty, "\(sheet.title)")
    }
    let person = try portal.read { records, context in
      try records.rankingCase(found, in: context.actor.rankingReach(on: context.today))?.person
    }.get()
    let name = try #require(person?.name.inFull)
    #expect(sheets.suffix(2).allSatisfy { $0.title.contains(name) })
    let filled = sheets.filter { !$0.rows.isEmpty }.map(\.title)
    #expect(filled.count >= 7, "\(filled)")
  }

  @Test("S0-7 every paper of the sample is a PDF whose text reads as it was written")
  func everyPaper() throws {
    let folder = try TemporaryFolder()
    let kept = ProcessInfo.processInfo.environment["PAPERS"] ?? folder.path
    var seen: Set<String> = []
    try measureResults()
    for role in [Role.courseManager, .expert, .liaison, .boardSecretary] {
      try signIn(role, in: portal)
      for paper in try papers(role) {
        let name = Swift.type(of: paper).shape.name
        // A rule that closes the print is another test's matter.
        guard !seen.contains(name),
          case .success(let letters) = PrintCatalog.letters(paper, portal),
          let first = letters.first
        else { continue }
        seen.insert(name)
        let path = "\(kept)/\(name).pdf"
        #expect(throws: Never.self) { try LetterFormat.pdf.write(letters, to: path).get() }
        #expect(folder.tool(["qpdf", "--check", path]) != nil, "\(name)")
        let pages = try #require(folder.tool(["pdfinfo", path])?.firstMatch(of: /Pages: +(\d+)/))
        let count = try #require(Int(pages.output.1))
        #expect(count >= letters.count && count <= 4 * letters.count, "\(name): \(count)")
        // Nobody hangs half a certificate on the wall.
        if name == CertificateLetter.shape.name { #expect(count == letters.count) }
        let text = try #require(folder.tool(["pdftotext", path, "-"])).unspaced
        for wanted in [first.title] + first.letterhead {
          #expect(text.contains(wanted.unspaced), "\(name): \(wanted)")
        }
      }
    }
    #expect(Set(PrintCatalog.papers.map { $0.shape.name }).subtracting(seen).sorted() == [])
  }

  @Test("S0-7 every control report of the sample is a PDF with its title, its columns and its rows")
  func controlReports() throws {
    let folder = try TemporaryFolder()
    let kept = ProcessInfo.processInfo.environment["PAPERS"] ?? folder.path
    try signIn(.expert, in: portal)
    let sheets = try portal.read { records, context in
      try ControlSheets.all(records, context)
    }.get()
    #expect(sheets.count == 6)
    for (number, sheet) in sheets.enumerated() {
      let path = "\(kept)/control-\(number + 1).pdf"
      _ = try SheetFormat.pdf(SheetPaper(isAcross: true, repeating: 1)).write(sheet, to: path)
        .get()
      #expect(folder.tool(["qpdf", "--check", path]) != nil, "\(sheet.title)")
      let text = try #require(folder.tool(["pdftotext", path, "-"])).unspaced
      for wanted in [sheet.title] + sheet.columns.map(\.title) {
        #expect(text.contains(wanted.unspaced), "\(sheet.title): \(wanted)")
      }
      // Nobody can tell from paper whether a table without rows is whole.
      #expect(text.contains("ردیفی نیست".unspaced) == sheet.rows.isEmpty, "\(sheet.title)")
    }
  }

  @Test("S0-7 an attendance list of two thousand rows prints in bounded memory")
  func longList() throws {
    let folder = try TemporaryFolder()
    let columns =
      ["ردیف", "کد پرسنلی", "نام خانوادگی و نام"] + (1...12).map { "جلسهٔ \(Numbers.plain($0))" }
    func sheet(_ count: Int) -> Sheet {
      Sheet(
        title: "لیست حضور و غیاب", columns: columns.map { Sheet.Column($0) },
        rows: (1...count).map { row in
          Sheet.Row(
            [.number(row), .code(String(30_000_000 + row)), .text("سید محمدحسین طباطبایی‌نژاد")]
              + (1...12).map { _ in .text("ح") })
        })
    }
    let paper = SheetFormat.pdf(SheetPaper(isAcross: true, repeating: 3))
    _ = try paper.write(sheet(200), to: "\(folder.path)/short.pdf").get()
    let before = try Self.peak()
    let path = "\(folder.path)/long.pdf"
    _ = try paper.write(sheet(2_000), to: path).get()
    #expect(try Self.peak() - before < 48 << 10)
    #expect(folder.tool(["qpdf", "--check", path]) != nil)
    let text = try #require(folder.tool(["pdftotext", path, "-"])).unspaced
    #expect(text.contains("۳۰۰۰۲۰۰۰") && text.contains("۳۰۰۰۰۰۰۱"))
  }

  /// The most memory this process has had, in KiB.
  private static func peak() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM") })
    return try #require(Int(line.split(whereSeparator: \.isWhitespace)[1]))
  }
}

extension String {
  /// Letters, digits and half-spaces alone: lines break where the paper ends.
  fileprivate var unspaced: String {
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isDirection =
        (0x202A...0x202E).contains(scalar.value) || [0x200E, 0x200F].contains(scalar.value)
      if !isDirection, !scalar.properties.isWhitespace { plain.append(scalar) }
    }
    return String(plain)
  }
}

extension TemporaryFolder {
  /// What a tool writes; nil when it fails.
  fileprivate func tool(_ words: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"]
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? text : nil
  }
}
