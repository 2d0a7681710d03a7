import Persian
import Store
import Testing
import TestKit
import Training

/// One course from need to certificate, its records then asked about from the command line.
@Suite("A whole course, and what is said of its certificate")
struct CourseTests {
  private let folder: TemporaryFolder
  private let records: String
  /// Of the certificate that the script ends with.
  private let code: CertificateCode

  init() throws {
    folder = try TemporaryFolder()
    records = try folder.file("course.faragir")
    let run = try Run.faragir(
      ["play", Self.script("course.play"), "--db", records], within: .seconds(300))
    try #require(run.status == 0, "\(run.errors)")
    let groups = try #require(run.text.firstMatch(of: /[۰-۹]{5}(?:-[۰-۹]{5}){3}/))
    code = try #require(CertificateCode(String(groups.output)))
  }

  private static func script(_ name: String) -> String {
    Repository.file("Tests/EndToEndTests/Scripts/\(name)")
  }

  private func verify(_ code: String) throws -> Run {
    try Run.faragir(["verify", code, "--db", records])
  }

  private func verdict(_ code: String) throws -> String {
    let run = try Run.faragir(["verify", code, "--db", records, "--json"])
    let found = run.text.firstMatch(of: /"verdict":"([a-z]+)"/)
    return found.map { String($0.output.1) } ?? ""
  }

  /// Changes the certificate as nobody can through the portal.
  private func alter(_ change: (inout Certificate) -> Void) throws {
    let moment = Int64(SampleOffice.seconds) * 1000
    try Store.open(at: records).write(at: moment) { records in
      let old = try #require(try records.certificate(code))
      var new = old
      change(&new)
      #expect(try records.update(old, to: new) == nil)
      try records.journal(Cause(useCase: "test.alter"))
    }
  }

  @Test(
    "S2-10.5c S2-10.1a the certificate of a course from its need on is true; altered it is not; revoked it says so"
  )
  func verdicts() throws {
    // Genuine, in any digits and with or without groups.
    for typed in [code.digits, code.groups, Digits.persian(code.groups)] {
      let run = try verify(typed)
      #expect(run.status == 0 && run.errors.isEmpty)
      #expect(run.text.contains("معتبر") && run.text.contains("مریم احمدی"))
      #expect(run.text.contains("روش‌های نوین تدریس"))
    }
    #expect(try verdict(code.digits) == "valid")
    // Altered facts: the name, the hours, the score.
    let changes: [(inout Certificate) -> Void] = [
      { $0.facts.holder = "کسی دیگر" }, { $0.facts.minutes += 60 },
      { $0.facts.score = Fraction(2000, 2000) },
    ]
    var original: Certificate?
    try alter { original = $0 }
    for change in changes {
      try alter(change)
      let run = try verify(code.digits)
      #expect(run.status == 1 && !run.text.contains("معتبر است"))
      #expect(try verdict(code.digits) == "changed")
      let kept = try #require(original)
      try alter { $0 = kept }
      #expect(try verdict(code.digits) == "valid")
    }
    // Revoked by the province, through the portal.
    let steps = try folder.file("revoke.play")
    try folder.write(try Descriptor.readAll(Self.script("revoke.steps")), to: steps)
    let revoking = try Run.faragir(["play", steps, "--db", records], within: .seconds(120))
    #expect(revoking.status == 0, "\(revoking.errors)")
    let revoked = try verify(code.digits)
    #expect(revoked.status == 1 && revoked.errors.contains("باطل"))
    #expect(revoked.errors.contains("نام خانوادگی تغییر کرد"))
    #expect(try verdict(code.digits) == "revoked")
    // Unknown: one digit more or less than the true one; malformed: no twenty digits.
    let last = (Int(code.digits.suffix(1)) ?? 0) + 1
    let other = code.digits.dropLast() + String(last % 10)
    #expect(try verify(String(other)).status == 1)
    #expect(try verdict(String(other)) == "unknown")
    for malformed in ["", "123", String(code.digits.dropLast()), code.digits + "0", "کد"] {
      let run = try verify(malformed)
      #expect(run.status != 0 && run.text.isEmpty, "\(malformed)")
    }
  }
}
