import CNcurses
import Glibc
import TerminalKit

/// The screen as curses keeps it.
struct Canvas {
  private var palette: Palette
  private let colours: Int
  private let usesMouse: Bool
  private var shown: Raster?
  private var cursorIsVisible: Bool?
  private var hasSentModes = false
  private var hasSentKeyboard = false
  /// Leaves the second screen, for a crash.
  let endOfScreen: String

  init(_ options: CursesTerminal.Options) {
    var colours = 0
    if (options.environment["NO_COLOR"] ?? "").isEmpty, has_colors(), start_color() == OK {
      use_default_colors()
      colours = Int(faragir_colours())
    }
    self.colours = colours
    palette = Palette(options.theme, colours: colours)
    usesMouse = options.usesMouse && faragir_key("kmous") != nil
    func string(_ name: String) -> String { faragir_key(name).map { String(cString: $0) } ?? "" }
    endOfScreen = string("sgr0") + string("cnorm") + string("rmcup")
  }

  mutating func use(_ theme: Theme) {
    palette = Palette(theme, colours: colours)
    shown = nil
  }

  /// What is on the screen is not known any more: the next picture is sent whole.
  mutating func forget() {
    shown = nil
    faragir_forget()
  }

  func close() {
    curs_set(1)
    endwin()
  }

  mutating func reopen() {
    reset_prog_mode()
    cursorIsVisible = nil
    hasSentModes = false
    hasSentKeyboard = false
    forget()
  }

  // MARK: Modes

  /// What is to be switched on after the first picture, when the second screen is there: the
  /// kitty protocol keeps a stack for each screen.
  mutating func modesToSend(hasKeyboardProtocol: Bool) -> String? {
    var text = ""
    if !hasSentModes { text += "\u{1B}[?2004h" + (usesMouse ? "\u{1B}[?1000h\u{1B}[?1006h" : "") }
    if hasKeyboardProtocol, !hasSentKeyboard {
      // Disambiguate, and report the key of the base layout.
      text += "\u{1B}[>5u"
      hasSentKeyboard = true
    }
    hasSentModes = true
    return text.isEmpty ? nil : text
  }

  var endOfModes: String {
    (hasSentKeyboard ? "\u{1B}[<u" : "")
      + (hasSentModes
        ? (usesMouse ? "\u{1B}[?1006l\u{1B}[?1000l" : "") + "\u{1B}[?2004l" : "")
  }

  // MARK: Drawing

  mutating func show(_ raster: Raster) {
    for change in raster.changes(from: shown) { send(change, of: raster) }
    let isVisible = raster.cursor != nil
    if cursorIsVisible != isVisible {
      curs_set(isVisible ? 1 : 0)
      cursorIsVisible = isVisible
    }
    faragir_show(Int32(raster.cursor?.row ?? -1), Int32(raster.cursor?.column ?? -1))
    shown = raster
  }

  private func send(_ change: Raster.Change, of raster: Raster) {
    let start = change.row * raster.size.columns
    var first = change.columns.lowerBound
    while first > 0, raster.cells[start + first].width == .continuation { first -= 1 }
    withUnsafeTemporaryAllocation(
      of: cchar_t.self, capacity: change.columns.upperBound - first
    ) { cells in
      var count = 0
      for column in first..<change.columns.upperBound {
        let cell = raster.cells[start + column]
        guard cell.width != .continuation else { continue }
        cells.initializeElement(at: count, to: cchar_t())
        set(&cells[count], to: cell)
        count += 1
      }
      faragir_put(Int32(change.row), Int32(first), cells.baseAddress, Int32(count))
    }
  }

  private func set(_ place: inout cchar_t, to cell: RasterCell) {
    let look = palette[cell.tone]
    // Base, four marks, the end: CCHARW_MAX is 5.
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 6) { text in
      var count = 0
      cell.forEachScalar {
        text.initializeElement(at: count, to: wchar_t($0))
        count += 1
      }
      let width: Int32 = cell.width == .two ? 2 : 1
      // Where the C library counts other cells than we do, the row would slip.
      if cell.base >= 0x7F, faragir_width(wchar_t(cell.base)) != width {
        text[0] = wchar_t(width == 2 ? 0x3013 : 0x3F)
        count = 1
      }
      text.initializeElement(at: count, to: 0)
      faragir_set_cell(&place, text.baseAddress, look.attributes, look.pair)
    }
  }
}
