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
  private let logins: [DemoDistrict.Login]

  init() throws {
    let store = try Store.open(at: ":memory:")
    portal = Portal(store: store, clock: .fixed(Office.today)) { try Office.asset($0) }
    logins = try DemoDistrict(decoding: try Office.asset("Demo/district.json")).build(
      in: store, today: Office.today, passwordHash: Office.hash.text,
      editions: try Office.editions(), codeLists: try Office.codeLists())
  }

  private func signIn(_ role: Role) throws {
    let login = try #require(logins.first { $0.role == role })
    let actor = try portal.logIn(
      section: try #require(role.section), username: login.username, password: Office.password
    ).get().first
    portal.signIn(try #require(actor))
  }

  /// The papers that a role prints: of its classes and courses, and what an expert has beside them.
  private func papers(_ role: Role) throws -> [any LetterDescription] {
    try portal.read { records, context -> [any LetterDescription] in
      var papers: [any LetterDescription] = []
      for line in try records.classes(in: context.actor.courseReach, on: context.today) {
        papers += PrintCatalog.ofClass.sorted { $0.key < $1.key }.map { $1(line.trainingClass) }
        if let first = try records.enrolments(of: line.trainingClass.id).first {
          papers += [IntroductionLetter(first.enrolment.id), MissionOrder(first.enrolment.id)]
        }
        if let plan = try records.plan(of: line.trainingClass.request) {
          papers.append(VenueLetter(plan))
        }
      }
      guard role == .expert else { return papers }
      for line in try records.formsOne(in: context.actor.scope) {
        papers += [FormOnePaper(line.form.id), MemorandumPaper(line.form)]
      }
      for line in try records.applications(in: context.actor.scope) {
        papers.append(SecurityInquiry(line.application.id, line.application.inquiry))
      }
      papers.append(BankReport())
      return papers
    }.get()
  }

  @Test("S0-7 every paper of the sample is a PDF whose text reads as it was written")
  func everyPaper() throws {
    let folder = try TemporaryFolder()
    let kept = ProcessInfo.processInfo.environment["PAPERS"] ?? folder.path
    var seen: Set<String> = []
    for role in [Role.courseManager, .expert] {
      try signIn(role)
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
        let text = try #require(folder.tool(["pdftotext", path, "-"])).unspaced
        for wanted in [first.title] + first.letterhead {
          #expect(text.contains(wanted.unspaced), "\(name): \(wanted)")
        }
      }
    }
    #expect(
      seen.isSuperset(of: [
        "announcement", "appointment", "attendance-list", "attendance-slip", "class-list",
        "course-permit", "form-one", "instructor-bank", "introduction",
      ]), "\(seen.sorted())")
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
