import TerminalKit
import TestKit
import Testing

@Suite("Keymaps")
struct KeymapTests {
  @Test(
    "Every notation names its key",
    arguments: [
      ("ctrl-p", Key(.character(0x70), .control)), ("CTRL-P", Key(.character(0x70), .control)),
      ("f5", Key(.function(5))), ("esc 5", Key(.character(0x35), .alt)),
      ("alt-x", Key(.character(0x78), .alt)), ("space", Key(.character(0x20))),
      ("enter", Key(.enter)), ("shift-tab", Key(.backTab)), ("/", Key(.character(0x2F))),
      ("ح", Key(.character(0x62D))), ("ctrl-left", Key(.left, .control)),
      ("-", Key(.character(0x2D))), ("ctrl--", Key(.character(0x2D), .control)),
      ("comma", Key(.character(0x2C))), ("U+200C", Key(.character(0x200C))),
      ("G", Key(.character(0x47))), ("page-up", Key(.pageUp)), ("esc", Key(.escape)),
    ])
  func notation(text: String, key: Key) {
    #expect(Key(notation: text) == key)
  }

  @Test("What names no key is refused", arguments: ["", "ctrl-", "hyper-x", "f0", "f99", "U+D800"])
  func badNotation(text: String) {
    #expect(Key(notation: text) == nil)
  }

  @Test("Bad lines are reported with their numbers and skipped; the rest holds")
  func problems() {
    let text = """
      add = a
      # comment
      [people]
      add = +, insert
      open enter
      delete = wrong-key, delete
      edit = +
      add = e

      close = unbound
      """
    let (keymap, problems) = Keymap.parse(text, file: "mine.keymap")
    #expect(
      problems == [
        KeymapProblem(file: "mine.keymap", line: 1, reason: .outsideSection),
        KeymapProblem(file: "mine.keymap", line: 5, reason: .notABinding),
        KeymapProblem(file: "mine.keymap", line: 6, reason: .unknownKey("wrong-key")),
        KeymapProblem(file: "mine.keymap", line: 7, reason: .takenKey("+", command: "add")),
        KeymapProblem(file: "mine.keymap", line: 8, reason: .repeatedCommand("add")),
      ])
    #expect(keymap.command(for: Key(.character(0x2B)), on: "people") == "add")
    #expect(keymap.command(for: Key(.delete), on: "people") == "delete")
    #expect(keymap.keys(for: "close", in: "people") == [])
  }

  @Test("A user's file replaces the keys it names, takes keys from others, and unbinds")
  func override() {
    let base = Keymap.parse("[a]\nadd = +, insert\nopen = o\nclose = x", file: "d").keymap
    let mine = Keymap.parse("[a]\nadd = o\nclose = unbound", file: "m").keymap
    let keymap = base.overridden(by: mine)
    #expect(keymap.keys(for: "add", in: "a") == [Key(.character(0x6F))])
    #expect(keymap.command(for: Key(.insert), on: "a") == nil)
    #expect(keymap.keys(for: "open", in: "a") == [])
    #expect(keymap.command(for: Key(.character(0x78)), on: "a") == nil)
  }

  @Test("Names that no screen knows are found with their lines")
  func unknownNames() {
    let keymap = Keymap.parse("[a]\nadd = +\nfly = f\n[b]\nx = y\n[common]\nup = k", file: "m")
      .keymap
    #expect(
      keymap.unknownNames(known: ["a": ["add"]], file: "m") == [
        KeymapProblem(file: "m", line: 3, reason: .unknownCommand("fly")),
        KeymapProblem(file: "m", line: 5, reason: .unknownSection("b")),
      ])
  }

  @Test("The shipped keymap binds everything of every screen, and the others parse cleanly")
  func shipped() {
    #expect(Keymap.parse(Keymap.keymapText("default"), file: "default").problems.isEmpty)
    #expect(KeyboardLayout.parse(Keymap.keymapText("layout-fa"), file: "layout").problems.isEmpty)
    for name in Navigation.allCases.map(\.rawValue) + ShellCommand.allCases.map(\.rawValue) {
      let keys = Keymap.shipped.keys(for: name, in: Keymap.common)
      #expect(keys?.isEmpty == false, "\(name) has no key")
    }
    for name in ["vi", "emacs"] {
      let (keymap, problems) = Keymap.parse(Keymap.keymapText(name), file: name)
      #expect(problems.isEmpty)
      #expect(keymap.unknownNames(known: [:], file: name).isEmpty)
      let merged = Keymap.shipped.overridden(by: keymap)
      for command in Navigation.allCases.map(\.rawValue) + ShellCommand.allCases.map(\.rawValue) {
        #expect(
          merged.keys(for: command, in: Keymap.common)?.isEmpty == false, "\(name): \(command)")
      }
    }
  }

  @Test("A Persian letter stands for its physical key, also with Ctrl and Alt")
  func layout() {
    let keymap = Keymap.shipped
    #expect(keymap.command(for: Key(.character(0x639)), on: "x") == "undo")  // ع lies on u
    #expect(keymap.command(for: Key(.character(0x62D), .control), on: "x") == "palette")  // ح, p
    #expect(keymap.command(for: Key(.character(0x61F)), on: "x") == "help")  // ؟ is shift of /
    let grid = Keymap.parse("[grid]\npresent = 1", file: "g").keymap
    let merged = keymap.overridden(by: grid)
    for digit: UInt32 in [0x31, 0x6F1, 0x661] {
      #expect(merged.command(for: Key(.character(digit)), on: "grid") == "present")
    }
  }

  @Test("A section that binds a Persian letter keeps it from the physical key")
  func persianBindingWins() {
    let grid = Keymap.parse("[grid]\npresent = ح\nprint = p", file: "g").keymap
    let keymap = Keymap.shipped.overridden(by: grid)
    #expect(keymap.command(for: Key(.character(0x62D)), on: "grid") == "present")
    #expect(keymap.command(for: Key(.character(0x70)), on: "grid") == "print")
  }

  @Test("Esc and a digit is the function key, unless bound itself")
  func escapeDigits() {
    #expect(Keymap.shipped.command(for: Key(.character(0x35), .alt), on: "x") == "refresh")
    #expect(Keymap.shipped.command(for: Key(.character(0x30), .alt), on: "x") == "quit")
    #expect(Keymap.shipped.command(for: Key(.character(0x6F5), .alt), on: "x") == "refresh")
    let own = Keymap.parse("[x]\nfive = esc 5", file: "x").keymap
    #expect(
      Keymap.shipped.overridden(by: own).command(for: Key(.character(0x35), .alt), on: "x")
        == "five")
  }

  @Test("The layout file reports bad lines")
  func layoutProblems() {
    let (layout, problems) = KeyboardLayout.parse("[layout]\nح = p\nxx = p\nق = \nح = q", file: "l")
    #expect(problems.map(\.line) == [3, 4, 5])
    #expect(layout.physical(Key(.character(0x62D))) == Key(.character(0x70)))
    #expect(layout.physical(Key(.character(0x642))) == Key(.character(0x642)))
  }
}
