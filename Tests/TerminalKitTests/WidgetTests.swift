import Persian
import TerminalKit
import TestKit
import Testing

@Suite("Grids")
struct GridTests {
  static func grid(rows: Int = 30, columns: Int = 12) -> Grid {
    Grid(
      frozen: [
        Grid.Column(["ردیف"], width: 4, alignment: .trailing), Grid.Column(["نام"], width: 14),
      ],
      columns: (1...columns).map {
        Grid.Column(["جلسه", Digits.persian($0)], width: 6, alignment: .centre)
      },
      totals: [Grid.Column(["غیبت"], width: 5)], rowCount: rows)
  }

  static func content(_ place: Grid.Place) -> Grid.Cell {
    switch place {
    case .frozen(let row, 0): Grid.Cell(Digits.persian(row + 1))
    case .frozen(let row, _): Grid.Cell("فراگیر \(Digits.persian(row + 1))")
    case .body(let row, let column): Grid.Cell(row % 5 == column ? "غ" : "ح")
    case .total(let row, _): Grid.Cell(Digits.persian(row), tone: row > 3 ? .warning : .body)
    }
  }

  func shown(_ grid: Grid, rows: Int = 10, columns: Int = 60) -> Frame {
    picture(rows: rows, columns: columns) {
      grid.view(in: &$0, at: $0.bounds, cell: Self.content)
    }
  }

  @Test("Names and sums stay while sessions scroll leftwards")
  func drawing() {
    var grid = Self.grid()
    let first = shown(grid)
    for _ in 0..<7 { grid.handle(.navigate(.left)) }
    for _ in 0..<12 { grid.handle(.navigate(.down)) }
    let later = shown(grid)
    expectSnapshot(
      first.transcript + "\n\n" + later.transcript + "\n\n" + later.toneTranscript, named: "grid")
  }

  @Test("The cursor stays inside, whatever key")
  func edges() {
    var grid = Self.grid(rows: 3, columns: 2)
    for key in [Navigation.right, .up, .pageUp, .wordRight] { grid.handle(.navigate(key)) }
    #expect(grid.cursor ?? (9, 9) == (0, 0))
    for _ in 0..<5 { for key in [Navigation.left, .down] { grid.handle(.navigate(key)) } }
    #expect(grid.cursor ?? (9, 9) == (2, 1))
    grid.rowCount = 1
    #expect(grid.cursor ?? (9, 9) == (0, 1))
    grid.columns = []
    #expect(grid.cursor == nil)
  }

  @Test("A click puts the cursor on its cell")
  func clicking() {
    var grid = Self.grid()
    _ = shown(grid)
    let onCell = grid.handle(.click(Point(row: 4, column: 29)))
    #expect(onCell && grid.cursor ?? (9, 9) == (2, 1))
    let outside = [
      grid.handle(.click(Point(row: 4, column: 3))), grid.handle(.click(Point(row: 0, column: 29))),
      grid.handle(.click(Point(row: 4, column: 58))),
    ]
    #expect(outside == [false, false, false])
  }

  @Test("Marking goes down the names and on to the next session")
  func advancing() {
    var grid = Self.grid(rows: 2, columns: 2)
    grid.advance()
    #expect(grid.cursor ?? (9, 9) == (1, 0))
    grid.advance()
    #expect(grid.cursor ?? (9, 9) == (0, 1))
    grid.advance()
    grid.advance()
    #expect(grid.cursor ?? (9, 9) == (1, 1))
  }
}

@Suite("Menus and tabs")
struct MenuTests {
  static let tree = MenuTree([
    MenuTree.Item("board", title: "تابلو اعلانات"),
    MenuTree.Item(
      "competency", title: "★ ارزیابی شایستگی و سنجش صلاحیت", tone: .starred,
      children: [
        MenuTree.Item("request", title: "درخواست"),
        MenuTree.Item("result", title: "نتیجه", reason: "نوبت شما نیست."),
      ]),
    MenuTree.Item(
      "courses", title: "دوره‌ها", children: [MenuTree.Item("mine", title: "دوره‌های من")]),
  ])

  @Test("Sections open leftwards and close rightwards")
  func drawing() {
    var tree = Self.tree
    for key in [Navigation.down, .left, .left, .down] { _ = tree.handle(.navigate(key)) }
    #expect(tree.current == "result")
    let frame = picture(rows: 6, columns: 36) { tree.view(in: &$0, at: $0.bounds, isFocused: true) }
    expectSnapshot(frame.transcript + "\n\n" + frame.toneTranscript, named: "menu")
    _ = tree.handle(.navigate(.right))
    #expect(tree.current == "competency")
    _ = tree.handle(.navigate(.right))
    _ = tree.handle(.navigate(.down))
    #expect(tree.current == "courses")
  }

  @Test(
    "Where lam and alef take two cells, neither a title nor a question loses its end",
    arguments: [TerminalEncoding.Order.explicit, .implicit])
  func lamAlef(order: TerminalEncoding.Order) {
    let size = Size(rows: 14, columns: 40)
    let tree = MenuTree([MenuTree.Item("plan", title: "برنامهٔ کلاس و اصلاح آن")])
    var menu = Frame(size: size, encoding: TerminalEncoding(order))
    tree.view(in: &menu, at: menu.bounds, isFocused: true)
    #expect(menu.transcript.contains("برنامهٔ کلاس و اصلاح آن"))

    let words = ["اصلاح", "لازم", "کلاس"]
    let question = Array(repeating: words, count: 8).joined().joined(separator: " ")
    let dialog = Dialog(question: question, choices: ["نه"])
    var box = Frame(size: size, encoding: TerminalEncoding(order))
    dialog.view(in: &box, phrases: .forTests)
    for word in words {
      #expect(box.transcript.ranges(of: word).count == 8, "\(word): \(box.transcript)")
    }
  }

  @Test("Enter chooses, refuses with a reason, or opens a section")
  func choosing() {
    var tree = Self.tree
    #expect(tree.handle(.navigate(.accept)) == .chosen("board"))
    tree.select("result")
    #expect(tree.handle(.navigate(.accept)) == .refused(reason: "نوبت شما نیست."))
    tree.select("courses")
    #expect(tree.handle(.navigate(.accept)) == .handled)
    #expect(tree.handle(.typed("دوره‌های م")) == .handled)
    #expect(tree.handle(.navigate(.accept)) == .chosen("mine"))
    let found = tree.select("nothing")
    #expect(!found)
  }

  @Test("Tabs go round and show the open one in a narrow row as well")
  func tabs() {
    var tabs = Tabs(["درخواست دوره", "عوامل اجرا", "کلاس‌های دوره", "شرکت‌کنندگان", "حضور و غیاب"])
    let wide = picture(rows: 1, columns: 80) { tabs.view(in: &$0, at: $0.bounds) }
    expectSnapshot(wide.transcript, named: "tabs")
    tabs.handle(.navigate(.previous))
    #expect(tabs.selected == 4)
    let narrow = picture(rows: 1, columns: 30) { tabs.view(in: &$0, at: $0.bounds) }
    #expect(narrow.transcript.contains("[حضور و غیاب]"))
    tabs.handle(.navigate(.left))
    #expect(tabs.selected == 0)
  }
}

@Suite("The month to choose a day from")
struct DatePickerTests {
  func day(_ year: Int, _ month: Int, _ day: Int) -> JalaliDate { FormTests.day(year, month, day) }

  func picker(_ day: JalaliDate) -> DatePicker { DatePicker(day: day, today: FormTests.today) }

  @Test("Esfand has 30 days in a leap year and 29 in another")
  func leapYears() {
    let leap = picture(rows: 12, columns: 40) { picker(day(1403, 12, 1)).view(in: &$0) }
    let common = picture(rows: 12, columns: 40) { picker(day(1404, 12, 29)).view(in: &$0) }
    #expect(leap.transcript.contains("۳۰"))
    #expect(!common.transcript.contains("۳۰"))
    expectSnapshot(leap.transcript + "\n\n" + common.transcript, named: "date-picker")
  }

  @Test("Left is tomorrow, and months and years are stepped without losing the day's month")
  func moving() {
    func after(_ start: JalaliDate, _ keys: Navigation...) -> JalaliDate {
      var picker = picker(start)
      for key in keys { _ = picker.handle(.navigate(key)) }
      return picker.day
    }
    #expect(after(day(1403, 12, 30), .left) == day(1404, 1, 1))
    #expect(after(day(1404, 1, 1), .right) == day(1403, 12, 30))
    #expect(after(day(1403, 12, 30), .wordLeft) == day(1404, 12, 29))
    #expect(after(day(1404, 6, 31), .pageDown) == day(1404, 7, 30))
    #expect(after(day(1404, 5, 15), .home) == day(1404, 5, 1))
    #expect(after(day(1403, 12, 2), .end) == day(1403, 12, 30))
    #expect(after(day(1390, 1, 1), .toggle) == FormTests.today)
    #expect(after(day(1404, 5, 15), .down, .down, .up) == day(1404, 5, 22))
  }

  @Test("Days outside the range are not reached")
  func range() {
    var picker = DatePicker(
      day: day(1404, 5, 10), today: FormTests.today, range: day(1404, 5, 5)...day(1404, 5, 12))
    for _ in 0..<9 { _ = picker.handle(.navigate(.left)) }
    #expect(picker.handle(.navigate(.accept)) == .chosen(day(1404, 5, 12)))
    _ = picker.handle(.navigate(.pageUp))
    #expect(picker.day == day(1404, 5, 5))
    #expect(picker.handle(.navigate(.back)) == .cancelled)
  }
}

@Suite("Panels and dialogs")
struct PanelTests {
  @Test("A dangerous choice wants its word typed")
  func confirmation() {
    var dialog = Dialog(
      question: "همهٔ اطلاعات این دوره از میان می‌رود. ادامه می‌دهید؟", choices: ["خیر", "حذف شود"],
      confirmation: "حذف")
    _ = dialog.handle(.navigate(.left))
    #expect(dialog.selected == 1)
    #expect(dialog.handle(.navigate(.accept)) == .none)
    expectSnapshot(
      picture(rows: 12, columns: 60) { dialog.view(in: &$0, phrases: .forTests) }.transcript,
      named: "dialog")
    for letter in ["ح", "ذ", "ف"] { _ = dialog.handle(.typed(letter)) }
    #expect(dialog.handle(.navigate(.accept)) == .chosen(1))
    _ = dialog.handle(.navigate(.right))
    #expect(dialog.handle(.navigate(.accept)) == .chosen(0))
    #expect(dialog.handle(.navigate(.back)) == .cancelled)
  }

  @Test(
    "S0-17 Enter takes the safe choice until the whole word stands there, then what it confirms")
  func confirmed() {
    var dialog = Dialog(question: "حذف شود؟", choices: ["انصراف", "حذف"], confirmation: "بله")
    func type(_ text: String) { for letter in text { _ = dialog.handle(.typed(String(letter))) } }
    type("بل")
    #expect(dialog.handle(.navigate(.accept)) == .chosen(0))
    type("ه")
    #expect(dialog.handle(.navigate(.accept)) == .chosen(1))
    _ = dialog.handle(.navigate(.left))
    #expect(dialog.handle(.navigate(.accept)) == .chosen(1))
    type("ا")
    #expect(dialog.handle(.navigate(.accept)) == .chosen(0))
  }

  @Test("Findings are listed with their reasons and scrolled")
  func findings() {
    var panel = FindingPanel(
      "چرا؟",
      items: [
        FindingPanel.Item(
          "غیبت بیش از حد مجاز است.",
          lines: ["مجاز: ۲ ساعت و ۲۴ دقیقه، غیبت: ۳ ساعت", "بند ۷-۹ شیوه‌نامه", "چاره: جلسهٔ جبرانی"]),
        FindingPanel.Item("مهلت نزدیک است.", lines: ["تا ۱۴۰۴/۰۵/۱۰"], tone: .warning),
      ])
    func shown(_ rows: Int) -> String {
      picture(rows: rows, columns: 60) { panel.view(in: &$0) }.transcript
    }
    expectSnapshot(shown(14), named: "findings")
    #expect(!shown(5).contains("۱۴۰۴/۰۵/۱۰"))
    #expect(panel.handle(.navigate(.end)) == .handled)
    #expect(shown(5).contains("۱۴۰۴/۰۵/۱۰"))
    #expect(panel.handle(.navigate(.back)) == .closed)
  }

  @Test("Progress shows its share and is stopped once")
  func progress() {
    var panel = ProgressPanel("خروجی گرفتن")
    let progress = Progress()
    progress.report(30, of: 120)
    panel.report(progress.snapshot)
    func shown() -> String {
      picture(rows: 8, columns: 50) { panel.view(in: &$0, phrases: .forTests) }.transcript
    }
    expectSnapshot(shown(), named: "progress")
    let asked = [panel.handle(.navigate(.back)), panel.handle(.navigate(.back))]
    #expect(asked == [true, false])
    #expect(shown().contains("در حال توقف…"))
    progress.report(40, of: 120)
    panel.report(progress.snapshot)
    #expect(shown().contains("در حال توقف…"))
  }

  @Test("A long text scrolls by line, page and end, and never past its end")
  func scroller() {
    var scroller = Scroller(
      text: (1...30).map { "سطر \(Digits.persian($0))" }.joined(separator: "\n"))
    func shown() -> String {
      picture(rows: 5, columns: 20) { scroller.view(in: &$0, at: $0.bounds) }.transcript
    }
    #expect(shown().hasPrefix("سطر ۱\n"))
    scroller.handle(.navigate(.pageDown))
    #expect(shown().hasPrefix("سطر ۵ "))
    scroller.handle(.navigate(.end))
    #expect(shown().contains("سطر ۳۰"))
    scroller.handle(.navigate(.up))
    #expect(shown().hasPrefix("سطر ۲۵ "))
    for _ in 0..<9 { scroller.handle(.navigate(.pageDown)) }
    scroller.handle(.navigate(.up))
    #expect(shown().hasPrefix("سطر ۲۵ "))
  }

  @Test("A picker over a large list says when the search has changed")
  func remotePicker() {
    var picker = Picker("فراگیر", items: [], filtersItself: false)
    #expect(picker.handle(.typed("ز")) == .searched)
    picker.replace([Picker.Item("زهرا محمدی", detail: "0012345679"), Picker.Item("زینب")])
    #expect(picker.handle(.navigate(.down)) == .handled)
    #expect(picker.handle(.navigate(.left)) == .handled)
    #expect(picker.handle(.navigate(.accept)) == .chosen(1))
    expectSnapshot(
      picture(rows: 12, columns: 50) { picker.view(in: &$0, phrases: .forTests) }.transcript,
      named: "picker")
  }
}
