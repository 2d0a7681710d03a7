import TestKit
import Testing
import Training

@Suite("Ranking from the command line", .serialized)
struct RankingCommandTests {
  private let office: SampleOffice

  init() throws { office = try SampleOffice() }

  private func export(_ report: String, as user: String, _ more: String...) throws -> Run {
    try Run.faragir(
      ["export", report, "--as", "csv"] + more
        + ["--db", office.records, "--user", user, "--password-fd", "0"],
      input: "\(Office.password)\n", in: office.folder)
  }

  @Test(
    "S4-6f S4-10h S4-13a S0-9 the sheets of ranking come within the reach of whoever asks, and others get none"
  )
  func sheets() throws {
    let list = try export("ranking-list", as: "secretary")
    #expect(list.status == 0, "\(list.errors)")
    #expect(list.text.contains("امتیاز") && list.text.contains("آموزشیار معلم"))
    for report in ["ranking-states", "ranking-obstacles"] {
      let run = try export(report, as: "secretary")
      #expect(run.status == 0, "\(report): \(run.errors)")
    }
    let fees = try export("ranking-fees", as: "secretary", "--year", "1400")
    #expect(fees.status == 0, "\(fees.errors)")
    for report in ["ranking-due", "ranking-demotions", "ranking-counts", "ranking-years"] {
      let run = try export(report, as: "personnel")
      #expect(run.status == 0, "\(report): \(run.errors)")
    }
    #expect(try export("ranking-counts", as: "personnel").text.contains("استاد معلم"))
    for report in ["ranking-list", "ranking-fees", "ranking-states", "ranking-due"] {
      // A learner's own rank is the learner's to see, in that sheet alone.
      for user in [office.manager] + (report == "ranking-due" ? [] : ["applicant1"]) {
        let run = try export(report, as: user)
        #expect(run.status == 1 && run.text.isEmpty, "\(report) as \(user): \(run.text)")
      }
    }
    #expect(try export("ranking-nothing", as: "secretary").status == 2)
  }
}
