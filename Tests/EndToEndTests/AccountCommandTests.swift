import Glibc
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Accounts from the command line")
struct AccountCommandTests {
  private let folder: TemporaryFolder
  private let records: String

  init() throws {
    folder = try TemporaryFolder()
    records = try folder.file("office.faragir")
    _ = try Office(path: records)
  }

  private func account(_ words: String..., input: String = "") throws -> Run {
    try Run.faragir(["account"] + words + ["--db", records], input: input)
  }

  private func logIn(_ user: String, _ password: String) throws -> Result<[Actor], Failure> {
    let portal = Portal(store: try Store.open(at: records), clock: .fixed(Office.today))
    return portal.logIn(section: .experts, username: user, password: password)
  }

  @Test("SM-0 an account made here logs in with the password shown, which must be changed")
  func add() throws {
    let run = try account("add", "0012345678", "--role", "expert", "--unit", "1601")
    #expect(run.status == 0)
    let password = try #require(run.lines.first?.split(separator: " ").last.map(String.init))
    let actors = try logIn("0012345678", password).get()
    #expect(actors.count == 1)
    #expect(actors.first?.mustChangePassword == true)
    #expect(actors.first?.role == .expert)
  }

  @Test("A password may come through a descriptor and is then not repeated")
  func passwordDescriptor() throws {
    let run = try account(
      "add", "keeper", "--role", "administrator", "--password-fd", "0", input: "Alborz-5610\n")
    #expect(run.status == 0)
    #expect(!run.text.contains("Alborz"))
    #expect(try logIn("keeper", "Alborz-5610").get().count == 1)
  }

  @Test("SM-0 a reset gives a new password and the old one is refused")
  func reset() throws {
    let run = try account("reset", "admin")
    #expect(run.status == 0)
    let password = try #require(run.lines.first?.split(separator: " ").last.map(String.init))
    #expect(throws: Failure.self) { try logIn("admin", Office.password).get() }
    // Tried again from a file of its own: a failure makes the next attempt wait.
    #expect(try account("list", "--json").text.contains(#""state":"initial""#))
    #expect(password.count == 12)
  }

  @Test("SM-0 closing an account needs a reason, and ends its logins")
  func lock() throws {
    let bare = try account("lock", "admin")
    #expect(bare.status == 1)
    #expect(!bare.errors.isEmpty)
    #expect(try account("lock", "admin", "--reason", "بازنشستگی").status == 0)
    #expect(throws: Failure.self) { try logIn("admin", Office.password).get() }
  }

  @Test("A role, unit, person or account that is not there is named in the refusal")
  func unknown() throws {
    #expect(try account("add", "x", "--role", "boss").status == 2)
    let personal = try account("add", "x", "--role", "courseManager", "--unit", "1601")
    #expect(personal.status == 1)
    #expect(personal.errors.contains("--person"))
    let elsewhere = try account("add", "x", "--role", "provincialExpert", "--unit", "1601")
    #expect(elsewhere.status == 1)
    #expect(elsewhere.errors.contains("--unit"))
    #expect(try account("add", "x").status == 2)
    let unit = try account("add", "x", "--role", "expert", "--unit", "999")
    #expect(unit.status == 1 && unit.errors.contains("999"))
    let person = try account(
      "add", "x", "--role", "learner", "--unit", "1601", "--person", "0012345679")
    #expect(person.status == 1)
    let reset = try account("reset", "nobody")
    #expect(reset.status == 1 && reset.errors.contains("nobody"))
    #expect(try account("erase", "admin").status == 2)
    #expect(try account("reset").status == 2)
  }

  @Test("S0-9 who does not own the records file may not go round its accounts")
  func notOwner() throws {
    // A file of root's: nobody but root owns it, and it is no records file to harm.
    let other = "/etc/passwd"
    let asNobody = geteuid() == 0 ? ["setpriv", "--reuid=65534", "--clear-groups"] : []
    let run = try Run.run(
      asNobody + [Product.executable, "account", "list", "--db", other], in: folder,
      environment: Product.environment(home: folder.path))
    #expect(run.status == 1)
    #expect(run.errors.contains(other))
  }
}
