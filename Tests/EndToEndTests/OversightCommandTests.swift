import TestKit
import Testing
import Training
import UseCases

@Suite("The oversight from the command line", .serialized)
struct OversightCommandTests {
  private let office: SampleOffice

  init() throws { office = try SampleOffice() }

  private func faragir(_ words: [String], as user: String) throws -> Run {
    try Run.faragir(
      words + ["--db", office.records, "--user", user, "--password-fd", "0"],
      input: "\(Office.password)\n", in: office.folder)
  }

  private static let reports = [
    "oversight-comprehensive", "oversight-base", "oversight-completed", "oversight-permits",
    "oversight-requests", "oversight-by-agency", "oversight-by-year", "oversight-by-state",
  ]

  @Test("S5-6e S0-9 a liaison's reports have the own agency alone, and other roles have none")
  func ownAgency() throws {
    let liaisons = office.logins.filter { $0.role == .liaison }.map(\.username)
    #expect(liaisons.count == 2)
    let (roads, water) = ("اداره کل راه و شهرسازی", "شرکت آب و فاضلاب")
    for report in Self.reports {
      let whole = try faragir(["export", report, "--as", "csv"], as: "oversight")
      #expect(whole.status == 0, "\(whole.errors)")
      let other = try faragir(["export", report, "--as", "csv"], as: liaisons[1])
      #expect(other.status == 0, "\(other.errors)")
      #expect(!other.text.contains(roads), "\(report)")
      let own = try faragir(["export", report, "--as", "csv"], as: liaisons[0])
      #expect(own.status == 0 && !own.text.contains(water), "\(report)")
      if ["oversight-comprehensive", "oversight-base", "oversight-by-agency"].contains(report) {
        #expect(whole.text.contains(roads) && whole.text.contains(water))
        #expect(own.text.contains(roads) && other.text.contains(water))
      }
      let stranger = try faragir(["export", report, "--as", "csv"], as: office.manager)
      #expect(stranger.status == 1 && !stranger.text.contains(roads), "\(report)")
    }
  }

  @Test("S5-6e S0-9 deadlines and the calendar of a liaison name the own agency alone")
  func ownDeadlines() throws {
    let liaisons = office.logins.filter { $0.role == .liaison }.map(\.username)
    let names = ["اداره کل راه و شهرسازی", "شرکت آب و فاضلاب"]
    for (kind, format) in [("deadlines", "csv"), ("deadlines", "ics"), ("calendar", "ics")] {
      for (user, other) in zip(liaisons, names.reversed()) {
        let run = try faragir(["export", kind, "--as", format], as: user)
        #expect(run.status == 0, "\(run.errors)")
        #expect(!run.text.contains(other), "\(kind) \(format)")
      }
    }
    let whole = try faragir(["export", "deadlines", "--as", "csv"], as: "oversight")
    #expect(whole.status == 0 && names.contains { whole.text.contains($0) }, "\(whole.text)")
  }

  @Test("S5-5a a workbook is not taken from the command line either where it is switched off")
  func switchedOff() throws {
    let liaison = try #require(office.logins.first { $0.role == .liaison }).username
    let file = Repository.file("Tests/EndToEndTests/Scripts/s5-good.xlsx")
    let run = try faragir(["import", "completed", file, "--dry-run"], as: liaison)
    #expect(run.status == 1)
    #expect(run.errors.contains("امکان بارگذاری اکسل برای دستگاه شما فعال نشده است."))
  }
}
