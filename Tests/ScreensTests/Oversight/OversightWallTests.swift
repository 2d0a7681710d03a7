import Foundation
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// The wall between agencies: what one has filled in is nowhere to be found by another's liaison.
@Suite("A liaison and the records of another agency")
struct OversightWallTests {
  private let it: OversightOffice
  private let folder: TemporaryFolder
  private let year: ID<AgencyYear>
  private let permit: ID<Permit>
  private let approved: ID<Permit>
  private let course: ID<CompletedCourse>
  private let proposal: ID<ApprovedCourse>

  /// Words that stand only in records of the first agency.
  private static let marks = ["اداره راه", "پل‌سازی", "امینی", "راهبری"]

  init() throws {
    it = try OversightOffice()
    folder = try TemporaryFolder()
    year = try it.year()
    let papers = PermitPapers(syllabus: OversightOffice.paper, programme: OversightOffice.paper)
    let form = it.form(group: .specialised, title: "پل‌سازی", hours: 8)
    permit = try it.perform(CreatePermit(form, papers), it.liaison)
    approved = try it.perform(CreatePermit(form, papers), it.liaison)
    try it.perform(Advance<PermitLife>(approved, .send), it.liaison)
    try it.perform(Advance<PermitLife>(approved, .approve), it.oversight)
    course = try it.perform(
      RecordCompletedCourse(try it.completed(of: approved)), it.liaison)
    proposal = try it.perform(
      PutApprovedCourse(
        ApprovedCourse(
          id: ID(rawValue: 0), group: .cultural, title: "راهبری", hours: 4, unit: it.agency,
          state: .proposed)), it.liaison)
  }

  private func expectClean(_ text: String, _ place: String) {
    for mark in Self.marks { #expect(!text.contains(mark), "\(mark) in \(place):\n\(text)") }
  }

  /// The screens of the menu of whoever is signed in, but for the way out.
  private func menu() -> [(title: String, screen: any Screen<Portal>)] {
    Chrome.portal().destinations(it.portal).filter { $0.title != "خروج از حساب" }.compactMap {
      if case .open(let screen) = $0.effect { ($0.title, screen) } else { nil }
    }
  }

  /// The pictures of a screen, of what Enter on its first rows leads to, and of its charts.
  private func pictures(_ screen: any Screen<Portal>) -> [String] {
    func open() -> Robot<Portal> {
      Robot(screen, in: it.portal, chrome: .portal(), recordsVersion: { $0.store.version })
    }
    var pictures = [open().picture]
    for key in ["enter", "f4", "f3"] {
      var robot = open()
      robot.press(key)
      pictures.append(robot.picture)
      robot.press("enter")
      pictures.append(robot.picture)
    }
    return pictures
  }

  @Test("S5-Ld S5-6e S0-9 lists, search, reports, charts and files show nothing of another's")
  func nothingShown() throws {
    // The marks are there for whoever may see them.
    it.portal.signIn(it.liaison)
    let own = menu().flatMap { pictures($0.screen) }
    for mark in Self.marks { #expect(own.contains { $0.contains(mark) }, "\(mark)") }

    it.portal.signIn(it.otherLiaison)
    for item in menu() {
      for picture in pictures(item.screen) { expectClean(picture, item.title) }
    }
    try it.portal.read { records, context in
      for kind in RecordLink.Kind.allCases {
        for mark in Self.marks + ["پل"] {
          let hits = try PortalSearch.hits(kind, mark, limit: 10, records, context)
          #expect(hits.isEmpty, "\(kind) \(mark)")
        }
      }
    }.get()
    try it.portal.read { records, context in
      let items = try DeadlineRadar.items(records, context)
      #expect(items.allSatisfy { $0.unit == it.otherAgency }, "\(items)")
      for matter in OversightMatter.allCases where matter.owner == .liaison {
        #expect(try matter.count(records, context) == (matter == .baseMissing ? 1 : 0))
      }
    }.get()
    var aimed = ReportFilter()
    aimed.agencies = [it.agency]
    for report in OversightReport.allCases {
      for indicator in ReportIndicator.allCases {
        for filter in [ReportFilter(), aimed] {
          let path = "\(folder.path)/\(UUID().uuidString).csv"
          try ReportExport.write(
            ReportQuery(report, filter, by: indicator), as: .table, to: path, it.portal)
          expectClean(try String(contentsOfFile: path, encoding: .utf8), report.name)
        }
      }
    }
  }

  @Test("S5-Ld a screen or a file of a record that was open is refused once another signs in")
  func doors() throws {
    for (list, saving) in [
      ("اطلاعات پایه دستگاه", "ذخیرهٔ فایل تقویم"), ("درخواست مجوز اجرا", "ذخیرهٔ سرفصل"),
    ] {
      try it.office.signIn(.liaison, at: it.agency, as: "roads")
      var robot = Robot.portal(it.office)
      for _ in 0..<5 { robot.press("down") }
      robot.press("enter")
      robot.logIn("roads", Office.password)
      robot.go(list)
      robot.press("enter")
      robot.select(saving)
      it.portal.signIn(it.otherLiaison)
      let path = "\(folder.path)/stolen.pdf"
      robot.press("ctrl-u")
      robot.type(path)
      robot.press("enter")
      #expect(!FileManager.default.fileExists(atPath: path), "\(robot.picture)")
      robot.press("esc", "esc", "esc", "f5", "ctrl-r", "enter")
      expectClean(robot.picture.split(separator: "\n").dropFirst(2).joined(), list)
    }
  }

  @Test("S5-Ld S0-9 use cases with the ids of another agency are refused, and nothing is written")
  func changedIDs() throws {
    let records = it.portal.store
    let before = try records.read { try $0.lastEntryNumber() }
    func refuse<U: UseCase>(_ work: U, _ actor: Actor, _ reason: String = "آزمون") {
      var failure: Failure?
      if case .failure(let it) = it.result(work, actor, reason: reason) { failure = it }
      #expect(failure == .forbidden, "\(U.name): \(String(describing: failure))")
    }
    let line = try #require(
      try records.read { try $0.agencyYear(year, in: .agencies(.everything)) }
    ).year
    let quarter = try it.quarters(of: year)[1]
    let (draft, done) = (try it.permitLine(permit), try it.completedLine(course))
    let (teacher, title) = try records.read { records in
      (
        try #require(
          try records.oversightInstructor(it.instructor, in: .agencies(.everything))
        ).instructor, try #require(try records.approvedCourse(proposal))
      )
    }
    for actor in [it.otherLiaison, it.manager] {
      refuse(EditAgencyYear(line, line.form, calendar: AttachedFile(line.calendar)), actor)
      refuse(Advance<AgencyYearLife>(year, .send), actor)
      refuse(UpdateQuarter(quarter, QuarterFigures()), actor)
      refuse(Advance<AgencyQuarterLife>(quarter.id, .confirm), actor)
      refuse(EditPermit(draft, draft.form), actor)
      for action in [PermitLife.Action.send, .remove] {
        refuse(Advance<PermitLife>(permit, action), actor)
        refuse(AdvanceAll<PermitLife>([permit], action), actor)
      }
      refuse(EditCompletedCourse(done, done.form), actor)
      for action in [CompletedCourseLife.Action.send, .remove] {
        refuse(Advance<CompletedCourseLife>(course, action), actor)
        refuse(AdvanceAll<CompletedCourseLife>([course], action), actor)
      }
      refuse(PutOversightInstructor(teacher, before: teacher), actor)
      refuse(PutApprovedCourse(title, before: title), actor)
    }
    for actor in [it.otherLiaison, it.liaison, it.manager] {
      let named = AgencyDraft(code: "101", name: "اداره راه")
      refuse(EditAgency(it.agency, before: named, after: named), actor)
      refuse(ExtendQuarter(quarter.id, until: Office.today.adding(days: 90)), actor)
      refuse(Advance<AgencyYearLife>(year, .reopen), actor)
      refuse(Advance<UploadLife>(it.otherAgency, .open), actor)
      refuse(LinkOffice(it.office.district, to: it.otherAgency), actor)
    }
    // A permit of another agency is no permit, and its instructor is not there.
    var form = try it.completed(of: approved)
    refuse(RecordCompletedCourse(form), it.otherLiaison)
    form.instructor = nil
    #expect(
      it.reasons(of: RecordCompletedCourse(form), it.otherLiaison).contains(.oversight(.noPermit)))
    var taken = it.form()
    taken.instructor = it.instructor
    refuse(CreatePermit(taken), it.otherLiaison)
    #expect(try records.read { try $0.lastEntryNumber() } == before)
  }
}
