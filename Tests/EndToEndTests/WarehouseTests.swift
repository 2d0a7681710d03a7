import Glibc
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("A region's records in PostgreSQL", .serialized)
struct WarehouseTests {
  private let office: SampleOffice
  private var folder: TemporaryFolder { office.folder }

  init() throws { office = try SampleOffice() }

  private func export(_ name: String, _ words: [String] = [], input: String = "") throws -> Run {
    try Run.faragir(
      ["export", "warehouse", "\(folder.path)/\(name)", "--db", office.records] + words,
      input: input, in: folder)
  }

  private func files(_ name: String) throws -> [String] {
    try Run.run(
      ["find", "\(folder.path)/\(name)", "-type", "f", "-printf", "%P\\n"], in: folder,
      environment: Product.environment(home: folder.path)
    ).lines.filter { !$0.isEmpty }.sorted()
  }

  @Test("Three national reports made by PostgreSQL from the loaded files equal ours")
  func nationalReports() throws {
    // Signs that a file of rows must not be broken by.
    let odd = "=1+1\t\\N\\.\n\\t«گیومه» '\"; DROP TABLE person; --\r\u{202E}پایان"
    let store = try Store.open(at: office.records)
    try store.write(at: 1) { records in
      try records.run("UPDATE announcement SET body = ?", [odd])
      try records.journal(Cause(useCase: "test"))
    }
    let run = try export("region")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("psql -f schema.sql -f load.sql"))
    let server = try PostgreSQL()
    let loaded = try server.psql(
      ["-q", "-f", "schema.sql", "-f", "load.sql"], in: folder, at: "\(folder.path)/region")
    #expect(loaded.status == 0, "\(loaded.errors)")

    let agencies = try store.read { try $0.figureLines(in: .agencies(.everything)) }
    #expect(agencies.contains { $0.figures.courses > 0 && $0.figures.permits > 0 })
    #expect(
      Set(try server.rows(Self.agencies, in: folder))
        == Set(
          agencies.map { line in
            let it = line.figures
            return [
              line.place.code, line.agencyName, "\(line.place.year)", "\(it.courses)",
              "\(it.managers)", "\(it.staff)", "\(it.personHours)", "\(it.permits)",
              "\(it.approvedPermits)", "\(it.planned)", "\(it.spent)",
            ]
          }))

    let counts = try store.read {
      try $0.competencyCounts(in: .units(.everything), CompetencyFilter())
    }
    #expect(counts.count > 1)
    #expect(
      Set(try server.rows(Self.competency, in: folder))
        == Set(counts.map { [$0.unitName, $0.schoolName, $0.state.rawValue, "\($0.count)"] }))

    let results = try store.read {
      try $0.dimensionResults(in: .units(.everything), CompetencyFilter())
    }
    #expect(!results.isEmpty)
    #expect(
      Set(try server.rows(Self.dimensions, in: folder))
        == Set(
          results.map {
            [
              $0.unitName, $0.dimension.rawValue, "\($0.count)", "\($0.lowest.hundredths)",
              "\($0.highest.hundredths)", "\($0.mean.hundredths)",
            ]
          }))

    let same = try server.rows(
      "SELECT count(*) FROM faragir.announcement WHERE body = convert_from('\\x\(Self.hex(odd))', 'UTF8')",
      in: folder)
    let announcements: Int = try store.read { try $0.value("SELECT count(*) FROM announcement") }
    #expect(same == [["\(announcements)"]])
    // A day is the day it is.
    let days = try server.rows(
      "SELECT count(*) FROM faragir.session WHERE faragir.day(day) <> DATE '2000-01-01' + (day - 2451545)::int",
      in: folder)
    #expect(days == [["0"]])
  }

  private static func hex(_ text: String) -> String {
    text.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  private static let agencies = """
    WITH c AS (SELECT * FROM faragir.completed_course WHERE state <> 'removed'),
      p AS (SELECT * FROM faragir.permit WHERE state <> 'removed'),
      years AS (
        SELECT agency, year FROM c UNION SELECT agency, year FROM p
        UNION SELECT agency, year FROM faragir.agency_year)
    SELECT u.code, u.name, y.year,
      (SELECT count(*) FROM c WHERE c.agency = y.agency AND c.year = y.year),
      (SELECT coalesce(sum(managers), 0) FROM c WHERE c.agency = y.agency AND c.year = y.year),
      (SELECT coalesce(sum(staff), 0) FROM c WHERE c.agency = y.agency AND c.year = y.year),
      (SELECT coalesce(sum((managers + staff) * hours), 0) FROM c
        WHERE c.agency = y.agency AND c.year = y.year),
      (SELECT count(*) FROM p WHERE p.agency = y.agency AND p.year = y.year),
      (SELECT count(*) FROM p
        WHERE p.agency = y.agency AND p.year = y.year AND p.state = 'approved'),
      coalesce((SELECT sum(budget) FROM faragir.agency_year b
        WHERE b.agency = y.agency AND b.year = y.year), 0),
      coalesce((SELECT sum(q.spent) FROM faragir.agency_quarter q
        JOIN faragir.agency_year b ON b.id = q.agency_year
        WHERE b.agency = y.agency AND b.year = y.year), 0)
    FROM years y JOIN faragir.unit u ON u.id = y.agency
    """

  private static let competency = """
    SELECT u.name, coalesce(s.name, ''), r.state, count(*)
    FROM faragir.competency_request r JOIN faragir.person p ON p.id = r.person
      JOIN faragir.unit u ON u.id = p.unit LEFT JOIN faragir.unit s ON s.id = p.school
    GROUP BY u.id, u.name, s.id, s.name, r.state
    """

  private static let dimensions = """
    SELECT u.name, c.dimension, count(*), min(c.score), max(c.score), sum(c.score)::bigint / count(*)
    FROM faragir.competency_result c JOIN faragir.competency_request r ON r.id = c.request
      JOIN faragir.person p ON p.id = r.person JOIN faragir.unit u ON u.id = p.unit
    GROUP BY u.id, u.name, c.dimension
    """

  @Test("S0-9 the files have the offices of whoever asks, and nobody else gets any")
  func scope() throws {
    let password = ["--password-fd", "0"]
    func user(_ role: Role) throws -> String {
      try #require(office.logins.first { $0.role == role }).username
    }
    let own = try export(
      "own", ["--user", try user(.provincialExpert)] + password, input: Office.password + "\n")
    #expect(own.status == 0, "\(own.errors)")
    #expect(!(try files("own")).contains { $0.hasSuffix("_national.copy") })
    let whole = try export("whole")
    #expect(whole.status == 0)
    // Nobody's row is in two parts or in none.
    let store = try Store.open(at: office.records)
    for table in ["person", "unit", "mark", "completed_course"] {
      let rows = try files("whole").filter { $0.hasPrefix("data/\(table)_") }.filter { name in
        name.dropFirst(6 + table.utf8.count).allSatisfy {
          $0.isNumber || ".copynational".contains($0)
        }
      }.reduce(0) { $0 + (try Descriptor.readAll("\(folder.path)/whole/\($1)")).count { $0 == 10 } }
      #expect(rows == (try store.read { try $0.value("SELECT count(*) FROM \(table)") }))
    }
    let refused = try export(
      "refused", ["--user", office.manager] + password, input: Office.password + "\n")
    #expect(refused.status == 1)
    #expect(access("\(folder.path)/refused", F_OK) != 0)
  }

  @Test("The same records give the same files; no password, code or question is in them")
  func sameAndSecret() throws {
    #expect(try export("one").status == 0)
    #expect(try export("two").status == 0)
    #expect(try Run.system(["diff", "-r", "\(folder.path)/one", "\(folder.path)/two"]) == 0)
    let store = try Store.open(at: office.records)
    let secrets = try store.read { records in
      try records.all(
        """
        SELECT password_hash FROM account UNION SELECT tracking FROM competency_request
        UNION SELECT stem FROM question
        """
      ) { row -> String in try row[0] }
    }
    #expect(secrets.count > 5)
    for name in try files("one") {
      let text = String(
        decoding: try Descriptor.readAll("\(folder.path)/one/\(name)"), as: UTF8.self)
      for secret in secrets { #expect(!text.contains(secret), "\(name)") }
    }
    // A folder that has something is not written into.
    let again = try export("one")
    #expect(again.status == 1)
    #expect(again.errors.contains("هست"), "\(again.errors)")
  }

  @Test("An export that is stopped, or finds the disk full, leaves nothing behind")
  func stopped() throws {
    let portal = Portal(
      store: try Store.open(at: office.records), clock: .fixed(SampleOffice.today))
    portal.signIn(.owner)
    let place = "\(folder.path)/stopped"
    #expect(throws: (any Error).self) {
      try WarehouseExport.write(to: place, portal) { done, total in
        #expect(done <= total)
        if done == 20 { throw StoreError.cancelled }
      }
    }
    #expect(access(place, F_OK) != 0)
    let disk = try SmallDisk(kilobytes: 128, in: folder)
    let run = try disk.faragir(
      ["export", "warehouse", disk.file("region"), "--db", office.records])
    #expect(run.status == 1)
    #expect(run.errors.contains("دیسک پر است"), "\(run.errors)")
    #expect(try disk.names().isEmpty)
  }
}
