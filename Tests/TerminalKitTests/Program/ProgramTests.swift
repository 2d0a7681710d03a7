import Synchronization
import TerminalKit
import TestKit
import Testing

@Suite("Program: the loop, driven on a terminal in memory")
struct ProgramTests {
  private let chrome = Chrome<World>(phrases: .forTests)

  private func options(
    control: TerminalControl = TerminalControl(), minimum: Size = Size(rows: 5, columns: 20),
    greeting: @escaping @Sendable (TerminalVerdict) -> (any Screen<World>)? = { _ in nil }
  ) -> Program<World, MemoryTerminal>.Options {
    Program.Options(
      minimum: minimum, tooSmall: { "پنجره کوچک است: \($0.rows)" },
      recordsVersion: { $0.version.withLock { $0 } }, greeting: greeting, control: control)
  }

  private func run(
    _ terminal: MemoryTerminal, _ root: any Screen<World> = ProbeScreen(),
    in world: World = World(), options: Program<World, MemoryTerminal>.Options? = nil
  ) throws -> MemoryTerminal {
    var program = Program(
      root, on: terminal, in: world, keymap: .shipped, chrome: chrome,
      options: options ?? self.options())
    try program.run()
    return program.terminal
  }

  private let size = Size(rows: 24, columns: 80)
  private func key(_ name: String) -> TerminalEvent { .key(Key(notation: name) ?? Key(.escape)) }

  @Test("Keys that come together are one picture: nothing is drawn while a key waits")
  func drawsOnce() throws {
    let held = try run(MemoryTerminal(size: size, events: Array(repeating: key("down"), count: 60)))
    #expect(held.rasters.count <= 3)
    #expect(!held.rasters.isEmpty)
  }

  @Test("The terminal's end, like SIGTERM, ends the loop in good order")
  func terminates() throws {
    let world = World()
    let terminal = try run(MemoryTerminal(size: size, events: [.terminate, key("x")]), in: world)
    #expect(world.lines == ["start یک"])
    #expect(terminal.rasters.count <= 1)
  }

  @Test("Leaving the first screen ends the loop; what follows is not read")
  func quits() throws {
    let world = World()
    _ = try run(MemoryTerminal(size: size, events: [key("esc"), key("s")]), in: world)
    #expect(!world.lines.contains { $0.contains("work") })
  }

  @Test(
    "A terminal below the least size shows a sentence and takes no keys, down to one cell",
    arguments: [(1, 1), (4, 80), (24, 19), (2, 3)])
  func tooSmall(rows: Int, columns: Int) throws {
    let terminal = try run(
      MemoryTerminal(
        size: Size(rows: rows, columns: columns), events: [key("esc"), .resized],
        sizes: [Size(rows: 24, columns: 80)]))
    // Esc would have closed the screen; it is still there at the new size.
    let last = try #require(terminal.rasters.last)
    #expect(last.size == size)
  }

  @Test("At exactly the least size the screen is drawn, one column less shows the sentence")
  func boundary() throws {
    for (columns, isShown) in [(20, true), (19, false)] {
      let terminal = try run(
        MemoryTerminal(size: Size(rows: 5, columns: columns), events: [.resized]))
      let raster = try #require(terminal.rasters.last)
      let tones = Set(raster.cells.map(\.tone))
      #expect(tones.contains(.warning) != isShown)
    }
  }

  @Test("Ctrl-Z stops the program and draws anew when it comes back")
  func suspends() throws {
    let terminal = try run(MemoryTerminal(size: size, events: [key("ctrl-z"), .resumed]))
    #expect(terminal.suspensions == 1)
    #expect(!terminal.rasters.isEmpty)
  }

  @Test("Screens can ask for another encoding and other colours")
  func control() throws {
    let control = TerminalControl()
    control.use(TerminalEncoding.Order.implicit)
    control.use(Theme.monochrome)
    let terminal = try run(
      MemoryTerminal(size: size, events: [.resized]), options: options(control: control))
    #expect(terminal.encoding.order == .implicit)
    #expect(terminal.theme == .monochrome)
  }

  @Test("When the terminal has said what it is, the card that asks about it may open")
  func greets() throws {
    let control = TerminalControl()
    let world = World()
    let verdict = TerminalProbe(environment: ["TERM": "xterm"]).guess
    _ = try run(
      MemoryTerminal(size: size, events: [.identified(verdict)]), in: world,
      options: options(control: control) { $0.isCertain ? nil : ProbeScreen("کارت") })
    #expect(control.verdict == verdict)
    #expect(world.lines.last == "start کارت")
  }

  @Test("Long work does not hold up the keys, and its answer arrives")
  func longWork() async throws {
    let world = World()
    var session = ScreenSession(ProbeScreen(), in: world, keymap: .shipped, chrome: chrome)
    session.press(Key(.character(0x77)))
    // Without a place for long work it is done at once: nothing is pending when a call returns.
    #expect(!session.isWorking)
  }

  @Test("Changed records are told to the screens once")
  func changes() {
    let world = World()
    var session = ScreenSession(
      ProbeScreen(), in: world, keymap: .shipped, chrome: chrome,
      recordsVersion: { $0.version.withLock { $0 } })
    let before = session.lookForChanges()
    world.version.withLock { $0 += 1 }
    let after = [session.lookForChanges(), session.lookForChanges()]
    #expect(!before)
    #expect(after == [true, false])
  }
}
