import Store
import Testing

@Suite("Asking for a certificate from the command line")
struct VerifyCommandTests {
  private let folder: TemporaryFolder
  private let records: String

  init() throws {
    folder = try TemporaryFolder()
    records = try folder.file("office.faragir")
    _ = try Store.open(at: records)
  }

  @Test("S2-10.5c a code that nobody issued is unknown, in words and as JSON, and ends with 1")
  func unknown() throws {
    let run = try Run.faragir(["verify", "00000-11111-22222-33333", "--db", records])
    #expect(run.status == 1)
    #expect(run.errors.contains("گواهینامه‌ای با این کد صادر نشده است."))
    let json = try Run.faragir(["verify", "۰۰۰۰۰۱۱۱۱۱۲۲۲۲۲۳۳۳۳۳", "--db", records, "--json"])
    #expect(json.status == 1)
    #expect(json.text.contains(#""verdict":"unknown""#))
    #expect(json.text.contains(#""code":"00000111112222233333""#))
  }

  @Test("What is no code is told to have twenty digits")
  func noCode() throws {
    let run = try Run.faragir(["verify", "12345", "--db", records])
    #expect(run.status == 1)
    #expect(run.errors.contains("بیست رقم"))
  }
}
