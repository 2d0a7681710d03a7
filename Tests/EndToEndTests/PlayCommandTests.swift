import Glibc
import TestKit
import Testing
import Training

@Suite("faragir play")
struct PlayCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func play(_ script: String, _ words: String...) throws -> Run {
    try Run.faragir(["play", "-"] + words, input: script, in: folder)
  }

  @Test("The help of play names every role and every key that scripts use")
  func helpOfPlay() throws {
    let help = try Run.faragir(["play", "--help"]).text
    for role in Role.withAccounts { #expect(help.contains("\(role.rawValue) (")) }
    for key in ["page-down", "backspace", "enter", "F63", "Ctrl-"] { #expect(help.contains(key)) }
  }

  @Test("S0-1 a new file is set up, and its administrator logs in with the security code shown")
  func setUpAndLogin() throws {
    let records = try folder.file("new.faragir")
    let setUp = """
      # The first run.
      expect راه‌اندازی نخستین
      type خراسان
      key Enter
      type 16
      key Enter
      type مشهد
      key Enter
      type 1601
      key Enter
      key Enter
      type Kooh-Sahand-1404
      key Enter
      type Kooh-Sahand-1404
      absent مدیر سامانه —
      key Enter
      expect admin — مدیر سامانه
      """
    #expect(try play(setUp, "--db", records).status == 0)
    let login = """
      key Down
      key Enter
      type admin
      key Enter
      type Kooh-Sahand-1404
      key Enter
      type @code
      key Enter
      expect admin — مدیر سامانه
      """
    let run = try play(login, "--db", records)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("S0-11 a wrong security code does not let anybody in")
  func wrongCode() throws {
    let records = try folder.file("office.faragir")
    _ = try Office(path: records)
    let run = try play(
      """
      key Down
      key Enter
      type admin
      key Enter
      type \(Office.password)
      key Enter
      type 1
      key Enter
      expect admin — مدیر سامانه
      """, "--db", records)
    #expect(run.status == 1)
    #expect(run.errors.contains("سطر ۹"))
  }

  @Test("A failed expectation ends with code 1, the line's number and the screen as it was")
  func failedExpectation() throws {
    let run = try play("# one\n\nexpect هیچ‌جا نیست\nframe\n", "--empty")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("سطر ۳"))
    #expect(run.errors.contains("راه‌اندازی نخستین"))
    let shown = try play("absent راه‌اندازی نخستین\n", "--empty")
    #expect(shown.status == 1 && shown.errors.contains("سطر ۱"))
  }

  @Test("frame prints the screen in reading order; what was printed stays when a later line fails")
  func frames() throws {
    let run = try play("frame\nresize 30x100\nframe\nexpect نیست\n", "--empty", "--size", "24x80")
    #expect(run.status == 1)
    #expect(run.lines.filter { $0.contains("راه‌اندازی نخستین") }.count == 2)
    #expect(run.lines.count > 24 + 24)
  }

  @Test(
    "A line that is no action, a code where none is shown and a key after the end are told apart",
    arguments: [
      ("press Down", "سطر ۱"), ("key NoSuchKey", "سطر ۱"), ("frame\nresize 0x0", "سطر ۲"),
      ("type @code", "سطر ۱"), ("key F10\nkey Down", "سطر ۲"), ("expect", "سطر ۱"),
    ])
  func badScripts(script: String, place: String) throws {
    let run = try play(script, "--empty")
    #expect(run.status == 1)
    #expect(run.errors.contains(place), "\(run.errors)")
  }

  @Test("A script moves the clock, by day and by minute")
  func clock() throws {
    let run = try play(
      "now 1403/07/07\nexpect ۷ مهر ۱۴۰۳\nnow 1403/12/30 23:59\nexpect ۳۰ اسفند ۱۴۰۳\n", "--empty")
    #expect(run.status == 0, "\(run.errors)")
    for bad in ["now 1403/13/01", "now 1403/07/07 24:00", "now"] {
      #expect(try play(bad, "--empty").errors.contains("سطر ۱"), "\(bad)")
    }
  }

  @Test("A script includes others beside it; what goes wrong is told by file and line")
  func including() throws {
    _ = try folder.file("inner.play", "expect راه‌اندازی نخستین\n\nexpect هیچ‌جا نیست\n")
    let outer = try folder.file("outer.play", "# first\ninclude inner.play\n")
    let failed = try Run.faragir(["play", outer, "--empty"], in: folder)
    #expect(failed.status == 1)
    #expect(failed.errors.contains("inner.play، سطر ۳"), "\(failed.errors)")
    let missing = try folder.file("missing.play", "\ninclude nowhere.play\n")
    #expect(
      try Run.faragir(["play", missing, "--empty"], in: folder).errors
        .contains("missing.play، سطر ۲"))
    _ = try folder.file("one.play", "include two.play\n")
    let cycle = try folder.file("two.play", "include one.play\n")
    let refused = try Run.faragir(["play", cycle, "--empty"], in: folder)
    #expect(refused.status == 1 && refused.errors.contains("one.play، سطر ۱"))
  }

  @Test("Several keys, fields and a login in one line each")
  func shorthands() throws {
    let records = try folder.file("office.faragir")
    _ = try Office(path: records)
    let run = try play(
      """
      login administrator admin \(Office.password)
      expect admin — مدیر سامانه
      go واحدهای سازمانی
      keys Esc Down*2 Up*2 Enter
      expect دوره‌های ضمن خدمت
      login administrator admin \(Office.password)
      expect admin — مدیر سامانه
      """, "--db", records)
    #expect(run.status == 0, "\(run.errors)")
    let wrong = try play("login administrator admin wrong", "--db", records)
    #expect(wrong.status == 1 && wrong.errors.contains("سطر ۱"))
    for bad in ["login nobody admin x", "login administrator admin", "keys Down*0", "keys Down*x"] {
      #expect(try play(bad, "--empty").status == 1, "\(bad)")
    }
  }

  @Test("S0-19 --now decides the day the portal believes it is")
  func day() throws {
    let run = try play("expect ۷ مهر ۱۴۰۳\n", "--empty", "--now", "1403/07/07")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try play("frame", "--empty", "--now", "1403/13/01").status == 2)
  }

  @Test("S0-20 every screen can be drawn down to one cell and comes back")
  func tinySizes() throws {
    let run = try play(
      """
      resize 1x1
      key Down
      type ابج
      resize 2x3
      key Enter
      resize 24x80
      expect راه‌اندازی نخستین
      """, "--empty")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("Random keys, pastes and sizes never crash it, and a seed gives the same again")
  func randomActions() throws {
    let seed = String(UInt32.random(in: 1...UInt32.max))
    let first = try Run.faragir(
      ["play", "--random", seed, "--actions", "3000", "--empty", "--now", "1403/07/07"],
      in: folder, within: .seconds(300))
    #expect(first.status == 0, "seed \(seed): \(first.errors)")
    #expect(first.lines.first == "seed \(seed)")
    let again = try Run.faragir(
      ["play", "--random", seed, "--actions", "3000", "--empty", "--now", "1403/07/07"],
      in: folder, within: .seconds(300))
    #expect(first.text == again.text, "seed \(seed)")
  }

  @Test("The sample records of a play are removed when it ends")
  func cleansUp() throws {
    #expect(try play("frame", "--empty").status == 0)
    let left = try Run.run(
      ["find", folder.path, "-name", "*.faragir*"], in: folder,
      environment: Product.environment(home: folder.path))
    #expect(left.lines == [""])
  }
}

@Suite("faragir demo")
struct DemoCommandTests {
  @Test("Without a terminal the demonstration plays the main job and prints its screens")
  func tour() throws {
    let folder = try TemporaryFolder()
    let run = try Run.faragir(["demo"], in: folder, within: .seconds(120))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("۳۰ از ۳۰ ثبت شد"))
    #expect(run.text.contains("Faragir-1404"))
    let left = try Run.run(
      ["find", folder.path, "-name", "*.faragir*"], in: folder,
      environment: Product.environment(home: folder.path))
    #expect(left.lines == [""])
  }

  @Test("With --db the sample is kept in a new file, and never written over one that is there")
  func kept() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/kept.faragir"
    let run = try Run.faragir(["demo", "--db", path], in: folder, within: .seconds(120))
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Run.faragir(["check", "--db", path], in: folder).status == 0)
    let again = try Run.faragir(["demo", "--db", path], in: folder)
    #expect(again.status == 1)
    #expect(again.errors.contains("kept.faragir"))
  }

  @Test("On a terminal it opens in the course manager's portal")
  func opens() throws {
    let folder = try TemporaryFolder()
    let terminal = try TmuxTerminal(["demo", "--bidi", "explicit"], in: folder)
    try terminal.wait(for: "تابلو اعلانات", within: .seconds(60))
    try terminal.wait(for: "حضور و غیاب")
  }
}
