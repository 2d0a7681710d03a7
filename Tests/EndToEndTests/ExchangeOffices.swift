import Glibc
import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// A server's records and those of a station beside them, worked through the command line alone.
struct ExchangeOffices {
  let sample: SampleOffice
  let server: String
  let station: String
  var folder: TemporaryFolder { sample.folder }

  init() throws {
    sample = try SampleOffice()
    server = sample.records
    station = try sample.folder.file("district/records.faragir")
    mkdir("\(sample.folder.path)/district", 0o700)
    mkdir(stick, 0o700)
  }

  var stick: String { "\(folder.path)/stick" }

  func exchange(_ records: String, _ words: String...) throws -> Run {
    try Run.faragir(["exchange"] + words + ["--db", records], in: folder)
  }

  /// The code of the district whose office becomes a station.
  func district() throws -> String {
    let units = try Store.open(at: server).read { try $0.units(in: .everything) }
    return try #require(units.first { $0.kind == .district }).code
  }

  /// Enrols the station as an administrator does: one command here, one there.
  func enrol(address: String = "") throws {
    var run = try exchange(station, "key", "\(stick)/station.pub")
    #expect(run.status == 0, "\(run.errors)")
    run = try exchange(
      server, "enrol", "\(stick)/invitation", "--unit", try district(), "--key",
      "\(stick)/station.pub", "--server", address)
    #expect(run.status == 0, "\(run.errors)")
    run = try exchange(station, "join", "\(stick)/invitation")
    #expect(run.status == 0, "\(run.errors)")
  }

  /// Registers somebody as the district's expert, in either copy.
  @discardableResult
  func register(_ number: Int, in records: String) throws -> ID<Person> {
    let portal = Portal(store: try Store.open(at: records), clock: .fixed(SampleOffice.today))
    let (account, unit) = try portal.store.read { records in
      let account = try #require(
        try records.accounts(in: .everything).first { $0.role == .expert })
      return (account.id, account.unit)
    }
    let actor = try #require(try portal.store.read { try $0.actor(account) })
    let draft = PersonDraft(
      nationalCode: try Office.nationalCode(number), personnelCode: nil,
      name: try PersonName(first: "سارا", last: "تازه"), fatherName: "", unit: unit)
    return try portal.perform(RegisterPerson(draft), as: actor).get().outcome
  }

  func knows(_ number: Int, in records: String) throws -> Bool {
    let code = try Office.nationalCode(number)
    return try Store.open(at: records).read { try $0.person(code) } != nil
  }

  func status(_ records: String) throws -> String {
    try exchange(records, "status", "--json").text
  }
}
