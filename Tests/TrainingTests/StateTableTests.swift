import Foundation
import Testing
import Training

@Suite("State tables of the requirements")
struct StateTableTests {
  /// Every lifecycle of the program; `everyLifecycle` tells of one that is missing here.
  static let lives: [any Lifecycle.Type] = [
    AccountLife.self,
    CourseRequestLife.self,
    EnrolmentLife.self,
    ClassLife.self,
    CompetencyLife.self,
    FormOneLife.self,
    ExecutivePlanLife.self,
    InstructorLife.self,
    NonLocalLife.self,
    SchoolStaffLife.self,
    ExamLife.self,
    CourseFileLife.self,
    FinancialLife.self,
    ObjectionLife.self,
    CertificateLife.self,
    EquivalentLife.self,
    EffectivenessLife.self,
    RankingLife.self,
    AppealLife.self,
    PersonRankLife.self,
    MeetingLife.self,
    EvidenceLife.self,
    AgencyYearLife.self,
    AgencyQuarterLife.self,
    PermitLife.self,
    CompletedCourseLife.self,
    UploadLife.self,
  ]

  @Test(
    "SM-0 SM-1 SM-2a SM-2 SM-3 SM-3b SM-4 SM-5 SM-6 SM-7 SM-8 SM-9 SM-9b SM-10 SM-12 SM-13 SM-14 SM-15 SM-16 SM-17 SM-18 SM-19 SM-20 SM-21 SM-22 each lifecycle has the lines of its table, roles and next states, and no other",
    arguments: lives.indices)
  func sameLines(_ index: Int) throws {
    let life = Self.lives[index]
    let table = try StateTable(named: life.name).steps
    let program = StateTable.Step.all(of: life)
    for missing in table.subtracting(program).sorted(by: order) {
      Issue.record("\(life.name): the program lacks \(missing)")
    }
    for extra in program.subtracting(table).sorted(by: order) {
      Issue.record("\(life.name): only the program has \(extra)")
    }
  }

  @Test("Every lifecycle of the program is compared, and every table has its lifecycle")
  func everyLifecycle() throws {
    #expect(try StateTable.names() == Self.lives.map { $0.name }.sorted())
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Training")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var declared: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /enum (\w+): Lifecycle \{/) {
        declared.insert(String(match.1))
      }
    }
    #expect(declared == Set(Self.lives.map { String(describing: $0) }))
  }

  private func order(_ left: StateTable.Step, _ right: StateTable.Step) -> Bool {
    left.description < right.description
  }
}
