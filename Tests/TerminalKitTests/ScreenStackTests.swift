import Foundation
import Synchronization
import TerminalKit
import TestKit
import Testing

/// The world of the screens here: what they did, and what they read.
final class World: Sendable {
  let log = Mutex<[String]>([])
  let version = Mutex(0)

  func note(_ line: String) { log.withLock { $0.append(line) } }
  var lines: [String] { log.withLock { $0 } }
}

struct ProbeScreen: Screen {
  enum Command: String, CommandSet {
    case add, close = "close-it", replace, restart, work, noteIt = "note"
    case remove, change
    var help: String { "کار \(rawValue)" }
  }
  enum Reply: Sendable { case loaded(Int), worked(Bool) }

  static let name = "probe"
  var title: String
  var isTyping = false
  var unsaved = false
  var isOverlay = false
  private(set) var heard: [String] = []
  private var depth: Int

  init(_ title: String = "یک", depth: Int = 1) {
    self.title = title
    self.depth = depth
  }

  var wantsText: Bool { isTyping }
  var hasUnsavedWork: Bool { unsaved }

  func reasonClosed(_ command: Command) -> String? {
    command == .remove ? "این ردیف قفل است." : nil
  }

  func start() -> Effect<World, Reply> {
    .run { [title] world in
      world.note("start \(title)")
      return .loaded(7)
    }
  }

  mutating func update(_ event: Event<Command, Reply>) -> Effect<World, Reply> {
    switch event {
    case .command(let command):
      heard.append(command.rawValue)
      return perform(command)
    case .navigate(.back): return .close
    case .navigate(let navigation): heard.append("> \(navigation.rawValue)")
    case .text(let text): heard.append((text.isPaste ? "paste " : "text ") + text.line)
    case .click(let point): heard.append("click \(point.row),\(point.column)")
    case .reply(.loaded(let value)): heard.append("loaded \(value)")
    case .reply(.worked(let wasCancelled)): heard.append("worked \(wasCancelled)")
    case .progress(let snapshot): heard.append("progress \(snapshot.done)/\(snapshot.total)")
    case .stale: heard.append("stale")
    }
    return .none
  }

  private func perform(_ command: Command) -> Effect<World, Reply> {
    switch command {
    case .add: return .open(ProbeScreen("دو", depth: depth + 1))
    case .close: return .close
    case .replace: return .replace(ProbeScreen("سه", depth: depth))
    case .restart: return .restart(ProbeScreen("نو", depth: 2))
    case .work:
      return .background { world, progress in
        progress.report(3, of: 10)
        return .worked(progress.isCancelled)
      }
    case .noteIt: return .notice("انجام شد", .good)
    case .remove: return .none
    case .change:
      return .run { world in
        world.version.withLock { $0 += 1 }
        return .loaded(1)
      }
    }
  }

  func view(in frame: inout Frame) {
    if isOverlay {
      frame.box(Rect(row: 2, column: 10, rows: 5, columns: 30), title: title)
      return
    }
    for (row, line) in heard.enumerated() {
      frame.write(line, at: Point(row: row, column: 2))
    }
  }
}

@Suite("The stack of screens")
struct ScreenStackTests {
  static let keymap = Keymap.shipped.overridden(
    by: Keymap.parse(
      """
      [probe]
      add = +, insert
      close-it = x
      replace = r
      restart = s
      work = w
      note = n
      remove = d
      change = c
      """, file: "probe"
    ).keymap)

  func robot(_ screen: ProbeScreen = ProbeScreen(), world: World = World()) -> Robot<World> {
    Robot(
      screen, in: world, keymap: Self.keymap, recordsVersion: { $0.version.withLock { $0 } })
  }

  @Test("A screen starts when it opens, and its answer comes back to it")
  func start() {
    let world = World()
    let robot = robot(world: world)
    #expect(world.lines == ["start یک"])
    robot.expect(contains: "loaded 7")
  }

  @Test("Keys become commands, movements and text, in that order")
  func meanings() {
    var robot = robot()
    robot.press("n", "down", "k", "ctrl-r", "ب")
    for line in ["note", "> down", "text k", "> redo", "text ب"] { robot.expect(contains: line) }
  }

  @Test("Where text is wanted letters are text, and keys with Ctrl still commands")
  func text() {
    var screen = ProbeScreen()
    screen.isTyping = true
    var robot = robot(screen)
    robot.type("n /u")
    robot.press("ctrl-r", "backspace")
    robot.paste("سلام\u{7}\nدنیا")
    for line in ["text n", "text /", "text u", "> redo", "> backspace", "paste سلام دنیا"] {
      robot.expect(contains: line)
    }
  }

  @Test("Opening, replacing, closing and restarting change the stack as they say")
  func stacking() {
    var robot = robot()
    robot.press("+", "insert")
    #expect(robot.stack.titles == ["یک", "دو", "دو"])
    robot.press("r")
    #expect(robot.stack.titles == ["یک", "دو", "سه"])
    robot.press("esc")
    #expect(robot.stack.titles == ["یک", "دو"])
    robot.press("+", "s")
    #expect(robot.stack.titles == ["یک", "نو"])
    robot.press("x", "x")
    #expect(robot.isFinished)
  }

  @Test("A closed command says why and does nothing")
  func closed() {
    var robot = robot()
    robot.press("d")
    robot.expect(contains: "این ردیف قفل است.")
    robot.press("down")
    robot.expect(lacks: "remove\n")
    robot.expect(lacks: "این ردیف قفل است.")
  }

  @Test("A screen in sight is told when records change, a covered one once when it is seen again")
  func stale() {
    var robot = robot()
    robot.press("+", "c", "c")
    robot.expect(contains: "stale")
    robot.press("esc")
    #expect(robot.picture.components(separatedBy: "stale").count == 2)
    robot.press("+", "esc")
    #expect(robot.picture.components(separatedBy: "stale").count == 2)
  }

  @Test("An answer for a screen that has closed is dropped, and its work cancelled")
  func lateAnswer() {
    let world = World()
    var stack = ScreenStack<World>(keymap: Self.keymap, chrome: Chrome(phrases: .forTests))
    var waiting: [Job<World>] = []
    stack.settle(stack.open(ProbeScreen()), in: world) { waiting.append($0) }
    stack.settle(stack.press(Key(.insert)), in: world) { waiting.append($0) }
    stack.settle(stack.press(Key(.character(0x77))), in: world) { waiting.append($0) }
    #expect(stack.isWorking)
    stack.settle(stack.press(Key(.escape)), in: world) { waiting.append($0) }
    #expect(waiting.map(\.progress.isCancelled) == [true])
    let answers = waiting.map { $0.perform(in: world) }
    #expect(answers.flatMap { stack.take($0) }.isEmpty)
    #expect(!stack.picture(size: Size(rows: 24, columns: 80)).transcript.contains("worked"))
  }

  @Test("Long work reports its progress to the screen that waits, then answers")
  func progress() {
    let world = World()
    var stack = ScreenStack<World>(keymap: Self.keymap, chrome: Chrome(phrases: .forTests))
    var waiting: [Job<World>] = []
    stack.settle(stack.open(ProbeScreen()), in: world) { waiting.append($0) }
    stack.settle(stack.press(Key(.character(0x77))), in: world) { waiting.append($0) }
    waiting[0].progress.report(3, of: 10)
    stack.settle(stack.tick(), in: world)
    stack.settle(stack.tick(), in: world)
    stack.settle(stack.take(waiting[0].perform(in: world)), in: world)
    let picture = stack.picture(size: Size(rows: 24, columns: 80)).transcript
    #expect(picture.contains("progress 3/10\n"))
    #expect(picture.split(separator: "progress").count == 2)
    #expect(picture.contains("worked false"))
    #expect(!stack.isWorking)
  }

  @Test("Quitting asks first when something typed would be lost")
  func quitting() {
    var calm = robot()
    calm.press("f10")
    #expect(calm.isFinished)
    var screen = ProbeScreen()
    screen.unsaved = true
    var robot = robot(screen)
    robot.press("esc 0")
    #expect(!robot.isFinished)
    robot.expect(contains: "ذخیره نشده است")
    robot.press("enter")
    #expect(!robot.isFinished)
    robot.expect(lacks: "ذخیره نشده است")
    robot.press("ctrl-q", "left", "enter")
    #expect(robot.isFinished)
  }

  @Test("A dialog leaves the screen below in sight")
  func overlay() {
    let world = World()
    var stack = ScreenStack<World>(keymap: Self.keymap, chrome: Chrome(phrases: .forTests))
    stack.settle(stack.open(ProbeScreen()), in: world)
    var dialog = ProbeScreen("پرسش")
    dialog.isOverlay = true
    stack.settle(stack.open(dialog), in: world)
    let picture = stack.picture(size: Size(rows: 24, columns: 80)).transcript
    #expect(picture.contains("loaded 7"))
    #expect(picture.contains(" پرسش "))
  }

  @Test("A click reaches the screen in its own coordinates")
  func click() {
    var robot = robot()
    robot.click(row: 4, column: 9)
    robot.expect(contains: "click 3,9")
    robot.click(row: 0, column: 9)
    robot.expect(lacks: "click -1,9")
  }
}

@Suite("What the stack draws around screens")
struct ShellPictureTests {
  func robot(size: Size = Size(rows: 24, columns: 80)) -> Robot<World> {
    let chrome = Chrome<World>(
      phrases: .forTests,
      topBar: { _ in [BarLine("زهرا محمدی — کارشناس", trailing: "۱۴۰۴/۰۵/۰۱")] },
      helpText: { $0 == "probe" ? ["این صفحه برای آزمودن است."] : [] },
      destinations: { _ in
        [
          Destination("کلاس‌های دوره", effect: .open(ProbeScreen("کلاس‌های دوره"))),
          Destination("حضور و غیاب", effect: .open(ProbeScreen("حضور و غیاب"))),
        ]
      })
    return Robot(
      ProbeScreen(), in: World(), keymap: ScreenStackTests.keymap, size: size, chrome: chrome)
  }

  @Test("Top bar, titles, notice and keys stand around the screen")
  func around() {
    var robot = robot()
    robot.press("+", "n")
    expectSnapshot(robot.picture + "\n\n" + robot.frame.toneTranscript, named: "shell")
  }

  @Test("Help lists the text, the commands with keys and reasons, the keys of every screen")
  func help() {
    var robot = robot()
    robot.press("f1")
    expectSnapshot(robot.picture, named: "help")
    robot.press("esc 1")
    robot.expect(lacks: "کلیدهای همه‌جا")
  }

  @Test("The palette finds commands and places by part of the name, ZWNJ or not")
  func palette() {
    var robot = robot()
    robot.press("ctrl-p")
    expectSnapshot(robot.picture, named: "palette")
    robot.type("کلاسهای")
    robot.expect(lacks: "حضور و غیاب")
    robot.press("enter")
    #expect(robot.title == "کلاس‌های دوره")
    robot.press("ctrl-p")
    robot.type("note")
    robot.press("enter")
    robot.expect(contains: "انجام شد")
  }

  @Test("A whole name typed in the palette goes there, and not to a longer one that has it in it")
  func paletteExact() {
    let places = ["کلاس‌های دوره", "کلاس‌ها"]
    let chrome = Chrome<World>(
      phrases: .forTests,
      destinations: { _ in
        places.map { Destination($0, effect: .open(ProbeScreen($0))) }
      })
    var robot = Robot(
      ProbeScreen(), in: World(), keymap: ScreenStackTests.keymap, chrome: chrome)
    robot.press("ctrl-p")
    robot.type("کلاس‌ها")
    // «کلاس‌های دوره» stands before it and has the name in it.
    robot.press("enter")
    #expect(robot.title == "کلاس‌ها")
  }

  @Test("Where the key bar has no room for all, closed commands make it for open ones")
  func narrowKeyBar() {
    var (narrow, wide) = (0, 0)
    for columns in 40...160 {
      let robot = robot(size: Size(rows: 24, columns: columns))
      let bar = robot.picture.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
      let (hasClosed, hasLeaving) = (bar.contains("کار remove"), bar.contains("خروج"))
      // The way out stands last: where it is missing, nothing closed stands there either.
      #expect(hasLeaving || !hasClosed, "\(columns): \(bar)")
      narrow += hasLeaving && !hasClosed ? 1 : 0
      wide += hasClosed ? 1 : 0
    }
    #expect(narrow > 0 && wide > 0)
  }

  @Test("A closed command chosen in the palette gives its reason")
  func paletteClosed() {
    var robot = robot()
    robot.press("ctrl-p")
    robot.type("remove")
    robot.press("enter")
    robot.expect(contains: "این ردیف قفل است.")
  }

  @Test("Where the titles do not fit, the first ones go")
  func titles() {
    var robot = robot(size: Size(rows: 12, columns: 20))
    for _ in 0..<6 { robot.press("+") }
    let lines = robot.picture.split(separator: "\n")
    #expect(lines[1].hasPrefix(" … › "))
    #expect(lines[1].hasSuffix("دو"))
  }

  @Test("The key bar dims closed commands, and a click on it is the key")
  func keyBar() {
    var robot = robot(size: Size(rows: 24, columns: 160))
    let lines = robot.picture.split(separator: "\n", omittingEmptySubsequences: false)
    let bar = String(lines.last ?? "")
    #expect(bar.contains("d کار remove"))
    let tones = robot.frame.toneTranscript.split(separator: "\n").last ?? ""
    #expect(tones.contains("ddddd"))
    let column = bar.distance(
      from: bar.startIndex, to: bar.firstRange(of: "کار note")?.lowerBound ?? bar.startIndex)
    robot.click(row: 23, column: column)
    robot.expect(contains: "انجام شد")
    robot.click(row: 23, column: 0)
    robot.expect(contains: "کلیدهای همه‌جا")
  }

  @Test("Any size can be drawn", arguments: 1...14)
  func anySize(rows: Int) {
    for columns in [1, 2, 5, 20, 79] {
      var robot = robot(size: Size(rows: rows, columns: columns))
      for key in ["n", "f1", "f1", "ctrl-p", "x", "esc"] { robot.press(key) }
      #expect(robot.frame.size == Size(rows: rows, columns: columns))
    }
  }
}
