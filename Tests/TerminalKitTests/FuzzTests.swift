import Persian
import TerminalKit
import TestKit
import Testing

/// Every widget under random input at random sizes, 1 × 1 included.
@Suite("Nothing a person does crashes a widget")
struct FuzzTests {
  func fuzz(_ seed: UInt64, _ handle: (WidgetInput) -> Void, _ draw: (inout Frame) -> Void) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      handle(.random(using: &generator))
      let size = Size(
        rows: Int.random(in: 1...30, using: &generator),
        columns: Int.random(in: 1...90, using: &generator))
      var frame = Frame(size: size)
      draw(&frame)
      // A caret outside would be drawn nowhere or elsewhere.
      if let cursor = frame.cursor { #expect(frame.bounds.contains(cursor)) }
    }
  }

  @Test("Tables", arguments: 1...6 as ClosedRange<UInt64>)
  func tables(seed: UInt64) {
    let rows = (0..<seed * 7).map {
      Learner(id: Int64($0), name: "نام \($0)", code: "\($0)", score: Int($0))
    }
    var table = Table(Learner.columns, rows: rows, allowsMarks: true) { $0.id }
    fuzz(seed, { _ = table.handle($0) }, { table.view(in: &$0, at: $0.bounds, phrases: .forTests) })
    let reader = PagedTableTests.Reader()
    fuzz(
      seed,
      {
        _ = reader.table.handle($0)
        reader.answer()
      }, { reader.table.view(in: &$0, at: $0.bounds, phrases: .forTests) })
  }

  @Test("Grids", arguments: [0, 1, 30])
  func grids(rows: Int) {
    var grid = GridTests.grid(rows: rows, columns: max(1, rows))
    fuzz(
      7, { grid.handle($0) },
      { grid.view(in: &$0, at: $0.bounds, cell: GridTests.content) })
  }

  @Test("Forms", arguments: 1...6 as ClosedRange<UInt64>)
  func forms(seed: UInt64) {
    var form = Form(Draft(), fields: FormTests.fields, phrases: .forTests)
    fuzz(seed, { _ = form.handle($0) }, { form.view(in: &$0, at: $0.bounds) })
    var empty = Form(Draft(), fields: [], phrases: .forTests)
    fuzz(seed, { _ = empty.handle($0) }, { empty.view(in: &$0, at: $0.bounds) })
  }

  @Test("Text fields", arguments: [Frame.Direction.rtl, .ltr])
  func inputs(direction: Frame.Direction) {
    for isMasked in [false, true] {
      var input = TextInput("علی abc", limit: 60, isMasked: isMasked, direction: direction)
      fuzz(3, { input.handle($0) }, { input.view(in: &$0, at: $0.bounds, isFocused: true) })
    }
  }

  @Test("Menus, pickers, days, dialogs, panels")
  func others() {
    var menu = MenuTests.tree
    fuzz(1, { _ = menu.handle($0) }, { menu.view(in: &$0, at: $0.bounds, isFocused: true) })
    var picker = Picker(
      "برگزیدن", items: (1...40).map { Picker.Item("مورد \($0)", detail: "\($0)") })
    fuzz(2, { _ = picker.handle($0) }, { picker.view(in: &$0, phrases: .forTests) })
    var days = DatePicker(day: FormTests.today, today: FormTests.today)
    fuzz(3, { _ = days.handle($0) }, { days.view(in: &$0) })
    var dialog = Dialog(question: "ادامه؟", choices: ["خیر", "بله"], confirmation: "بله")
    fuzz(4, { _ = dialog.handle($0) }, { dialog.view(in: &$0, phrases: .forTests) })
    var panel = FindingPanel("چرا؟", items: [FindingPanel.Item("این", lines: ["آن", ""])])
    fuzz(5, { _ = panel.handle($0) }, { panel.view(in: &$0) })
    var scroller = Scroller(text: String(repeating: "واژه‌های بسیار ", count: 80))
    fuzz(6, { scroller.handle($0) }, { scroller.view(in: &$0, at: $0.bounds) })
    var tabs = Tabs(["یک", "دو", "سه"])
    fuzz(7, { tabs.handle($0) }, { tabs.view(in: &$0, at: $0.bounds) })
    var progress = ProgressPanel("کار")
    fuzz(8, { _ = progress.handle($0) }, { progress.view(in: &$0, phrases: .forTests) })
  }

  @Test("The whole stack", arguments: 1...4 as ClosedRange<UInt64>)
  func stack(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var robot = Robot(ProbeScreen(), in: World(), keymap: ScreenStackTests.keymap)
    let keys = Keymap.shipped.bindings(in: Keymap.common).flatMap(\.keys)
    for _ in 0..<400 where !robot.isFinished {
      robot.size = Size(
        rows: Int.random(in: 1...30, using: &generator),
        columns: Int.random(in: 1...100, using: &generator))
      robot.press(keys.randomElement(using: &generator) ?? Key(.enter))
      robot.type("+")
    }
    #expect(robot.frame.size == robot.size)
  }
}
