import Glibc
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("A person's key over a real sshd", .serialized)
struct SessionTests {
  private let it: ServerOffice

  init() throws { it = try ServerOffice() }

  /// The first time a terminal of this kind comes, it is asked which line reads right.
  private func portal(_ options: [String] = []) throws -> PseudoTerminal {
    let terminal = try it.terminal(options: options)
    try terminal.waitForScreen("کدام سطر")
    try terminal.type("\r")
    return terminal
  }

  @Test("A key opens the portal as its owner, without a password, and the journal says who came")
  func opensPortal() throws {
    let terminal = try portal()
    try SampleOffice.openGrid(terminal)
    try terminal.type("ح")
    try terminal.waitForScreen("۱ از ۳۰ ثبت شد")
    try terminal.type("\u{1B}0")
    #expect(try terminal.waitForEnd() == 0)
    #expect(try SampleOffice.marks(in: it.records, of: it.office.manager) == 1)
    #expect(try it.deeds("entered").count == 1)
    #expect(try it.deeds("entered")[0].contains("127.0.0.1"))
    #expect(try it.deeds("left").count == 1)
    // The answer about the terminal is kept in the person's own folder.
    let again = try it.terminal()
    try again.waitForScreen("تابلو اعلانات")
  }

  @Test("Files come in, are listed and go out, within the folder and each in the journal")
  func folder() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 3) }
    #expect(try it.ssh(["put", "فهرست ۱.xlsx"], input: bytes).status == 0)
    #expect(try it.ssh(["list"]).text == "فهرست ۱.xlsx\t200000\n")
    #expect(try it.ssh(["get", "فهرست ۱.xlsx"]).output == bytes)
    #expect(try Descriptor.readAll(it.folder + "/فهرست ۱.xlsx") == bytes)
    #expect(try it.deeds("put").count == 1 && it.deeds("get").count == 1)
    #expect(try it.deeds("put")[0].contains("200000"))
    // A second file of the name is refused and the first is as it was.
    let again = try it.ssh(["put", "فهرست ۱.xlsx"], input: [1, 2, 3])
    #expect(again.status == 1 && again.errors.contains("روی آن نوشته نمی‌شود"))
    #expect(try Descriptor.readAll(it.folder + "/فهرست ۱.xlsx") == bytes)
  }

  @Test("A file beyond the limit is refused and leaves nothing behind")
  func tooLarge() throws {
    let run = try it.ssh(["put", "big"], input: [UInt8](repeating: 7, count: (32 << 20) + 1))
    #expect(run.status == 1)
    #expect(try it.ssh(["list"]).text.isEmpty)
    #expect(try it.deeds("refused").count == 1)
    #expect(try names(in: it.folder).allSatisfy { !$0.hasPrefix(".incoming") })
  }

  @Test("Whatever else the key asks for is refused and written down; nothing outside is touched")
  func refusals() throws {
    try write("outside", to: it.office.folder.path + "/folders/other")
    #expect(try it.ssh(["list"]).status == 0)
    #expect(symlink("/etc/passwd", it.folder + "/link") == 0)
    #expect(symlink("/etc", it.folder + "/way") == 0)
    let words: [[String]] = [
      ["id"], ["sh", "-c", "id"], ["bash"], ["list", "-l"], ["put"], ["get"], ["put", "../x"],
      ["put", "/etc/x"], ["put", "a/../b"], ["put", ".ssh"],
      ["get", "link"],
      ["get", "way/passwd"], ["get", "../other"], ["get", "/etc/passwd"], ["put", "way/x"],
      ["put", "link"], ["put", "a\nb"], ["put", "a\u{202E}b"], ["get", "missing"],
      ["put", String(repeating: "x", count: 100_000)], ["session --key 1"],
      ["scp", "-t", "x"], ["rsync", "--server"],
    ]
    for command in words {
      let run = try it.ssh(command, input: Array("x".utf8))
      #expect(run.status != 0, "\(command)")
      #expect(run.output.isEmpty, "\(command)")
      #expect(!run.errors.isEmpty, "\(command)")
    }
    // No shell sees the words: what it would have run is a name.
    #expect(try it.ssh(["put", "$(touch x)"]).status == 0)
    // Every one of them, the tricks in it made visible.
    let said = try it.deeds("refused")
    #expect(said.count == words.count)
    #expect(said.contains { $0.contains("u{202e}") })
    #expect(try names(in: it.folder).filter { $0 != ".local" } == ["$(touch x)", "link", "way"])
    #expect(access("/etc/x", F_OK) != 0)
    #expect(try it.ssh(["list"]).text == "$(touch x)\t0\n")
  }

  @Test("No shell, no sftp, no scp, no way through to other ports, no agent")
  func noOtherDoors() throws {
    #expect(try it.ssh(options: ["-T"]).status == 1)
    let through = try it.ssh(options: ["-W", "127.0.0.1:\(it.server.port)"])
    #expect(through.status != 0 && !through.text.contains("SSH-"))
    // It never reaches our program; sshd writes it down itself.
    #expect(it.server.log.contains("refused local port forward"), "\(it.server.log)")
    #expect(
      try it.ssh(
        ["list"], options: ["-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:22"]
      ).status != 0)
    let file = try it.office.folder.file("sent", "x")
    let port = ["-P", "\(it.server.port)", "-F", "/dev/null", "-i", it.key, "-o", "BatchMode=yes"]
    let trust = ["-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"]
    let there = "\(it.server.user)@127.0.0.1:sent"
    for scp in [["scp"], ["scp", "-O"]] {
      let run = try Run.run(
        scp + port + trust + [file, there], in: it.office.folder,
        environment: Product.environment(home: it.office.folder.path))
      #expect(run.status != 0)
    }
    let sftp = try Run.run(
      ["sftp", "-b", file] + port + trust + ["\(it.server.user)@127.0.0.1"], in: it.office.folder,
      environment: Product.environment(home: it.office.folder.path))
    #expect(sftp.status != 0)
    #expect(try it.deeds("refused").count == 4)
    #expect(try it.ssh(["list"]).text.isEmpty)
  }

  @Test("What the other end says about languages, libraries and places changes nothing")
  func environment() throws {
    let open = try ServerOffice(configuration: ["AcceptEnv FARAGIR_* LANG LC_* HOME XDG_* TERMINFO"]
    )
    let tricks = [
      "FARAGIR_DB=/nonexistent", "FARAGIR_SHARE=/nonexistent", "FARAGIR_INTAKE=/etc", "LANG=zz",
      "LC_ALL=zz", "HOME=/etc", "XDG_STATE_HOME=/etc", "XDG_CONFIG_HOME=/etc", "TERMINFO=/etc",
      "LD_PRELOAD=/nonexistent.so", "SSH_ORIGINAL_COMMAND=id",
    ].joined(separator: " ")
    let run = try open.ssh(["put", "x"], options: ["-o", "SetEnv=\(tricks)"], input: [1])
    #expect(run.status == 0)
    #expect(!run.errors.contains("preload"))
    #expect(try names(in: open.folder) == ["x"])
    let terminal = try open.terminal(options: ["-o", "SetEnv=\(tricks)"])
    try terminal.waitForScreen("کدام سطر")
  }

  @Test("A terminal of no known kind is refused with a sentence and written down")
  func nonsenseTerminal() throws {
    for kind in ["../../../tmp/x", "nosuch", "x;id", String(repeating: "t", count: 500)] {
      let terminal = try it.terminal(kind)
      #expect(try terminal.waitForEnd() == 2, "\(kind)")
      #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("TERM"), "\(kind)")
    }
    #expect(try it.deeds("refused").count == 4)
  }

  @Test("A key that was taken back, or of a closed account, opens nothing from then on")
  func revoked() throws {
    #expect(try it.ssh(["list"]).status == 0)
    #expect(try Run.faragir(["key", "remove", it.number, "--db", it.records]).status == 0)
    // The line still stands where sshd reads it.
    #expect(try it.ssh(["list"]).status == 1)
    #expect(try Run.faragir(["key", "lines", "--db", it.records]).text.isEmpty)
    #expect(try Run.faragir(["key", "remove", it.number, "--db", it.records]).status == 1)
    let other = try ServerOffice.makeKey("other", in: it.office.folder)
    let add = ["key", "add", it.office.manager, other + ".pub", "--db", it.records]
    #expect(try Run.faragir(add).status == 0)
    try it.authorise()
    #expect(try it.ssh(["list"], key: other).status == 0)
    #expect(try it.ssh(["list"]).status == 255)
    let lock = ["account", "lock", it.office.manager, "--reason", "بازنشستگی"]
    #expect(
      try Run.faragir(lock + ["--role", "courseManager", "--db", it.records]).status == 0)
    #expect(try it.ssh(["list"], key: other).status == 1)
  }

  @Test("What is no public key is refused by its kind, and a key opens one door only")
  func keys() throws {
    func add(_ path: String, _ user: String? = nil) throws -> Run {
      try Run.faragir(["key", "add", user ?? it.office.manager, path, "--db", it.records])
    }
    #expect(try add(it.key).errors.contains("نیمهٔ پنهان"))
    #expect(try add(it.key + ".pub").errors.contains("از پیش ثبت شده"))
    let text = String(decoding: try Descriptor.readAll(it.key + ".pub"), as: UTF8.self)
    for bad in [
      "", "ssh-ed25519", "ssh-ed25519 AAAA", "ssh-dss AAAA x", "command=\"sh\" " + text,
      text.replacing("ssh-ed25519", with: "ssh-rsa"), text + text,
    ] {
      #expect(try add(try it.office.folder.file("bad.pub", bad)).status == 1, "\(bad)")
    }
    #expect(try add(it.key + ".pub", "nobody").status == 1)
    let station = try ServerOffice.makeKey("station", in: it.office.folder)
    let words = ["key", "add", "--station", "7", station + ".pub", "--db", it.records]
    #expect(try Run.faragir(words).errors.contains("نام‌نویسی نشده"), "of no office")
    let store = try Store.open(at: it.records)
    try store.write(at: 1) { records in
      let units = try records.units(in: .everything)
      try records.register(station: 7, for: try #require(units.first).id)
    }
    #expect(try Run.faragir(words).status == 0)
    let lines = try Run.faragir(["key", "lines", "--db", it.records]).lines
    let line = try #require(lines.first { $0.contains("--station") })
    #expect(line.hasPrefix("restrict,command=\"\(Product.executable) exchange serve --station 7 "))
    #expect(!line.contains("pty"))
    let body = try #require(text.split(separator: " ").dropFirst().first)
    let one = try Run.faragir(["key", "lines", "--body", "\(body)", "--db", it.records])
    #expect(one.lines.count == 2 && one.text.hasPrefix("restrict,pty,command="))
  }

  @Test("After a dropped line every mark that was shown is there, and the session has ended")
  func droppedLines() throws {
    var random = SystemRandomNumberGenerator()
    let pristine = try Descriptor.readAll(try it.office.copy("pristine"))
    let first = try portal()
    // The answer about the terminal is kept: from now on nobody is asked.
    try first.waitForScreen("تابلو اعلانات")
    first.child.signal(SIGKILL)
    _ = try first.waitForEnd()
    for trial in 0..<Trials.droppedLines {
      try Deadline.wait(.seconds(60), for: "the session to end") { try it.writer.alone() }
      try it.writer.stop()
      // What was noted of the newest entry goes too: this copy is older by intention.
      for suffix in ["-wal", "-shm", ".queue"] { unlink(it.records + suffix) }
      try it.office.folder.write(pristine, to: it.records)
      try it.writer.start()
      let terminal = try it.terminal()
      try SampleOffice.openGrid(terminal)
      let keys = Int.random(in: 1...28, using: &random)
      for _ in 0..<keys { try terminal.type("ح") }
      usleep(UInt32.random(in: 0...80_000, using: &random))
      terminal.child.signal(SIGKILL)
      _ = try terminal.waitForEnd()
      let shown = try #require(SampleOffice.shownMarks(terminal), "trial \(trial)")
      try Deadline.wait(.seconds(60), for: "the session to end") { try it.writer.alone() }
      let kept = try SampleOffice.marks(in: it.records, of: it.office.manager)
      #expect(kept >= shown && kept <= keys, "trial \(trial): \(shown) shown, \(kept) kept")
    }
    #expect(try Run.faragir(["check", "--db", it.records]).status == 0)
  }

  private func names(in folder: String) throws -> [String] {
    try Run.run(
      ["ls", "-A", folder], in: it.office.folder,
      environment: Product.environment(home: it.office.folder.path)
    ).lines.filter { !$0.isEmpty }
  }

  private func write(_ text: String, to path: String) throws {
    #expect(mkdir(it.office.folder.path + "/folders", 0o700) == 0 || errno == EEXIST)
    try it.office.folder.write(Array(text.utf8), to: path)
  }
}
