import CNcurses
import TerminalKit

/// What the terminal's description (terminfo) says its keys send.
enum KeyTable {
  private static let names: [(String, Key)] = [
    ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
    ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
    ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kcbt", Key(.backTab)),
    ("kent", Key(.enter)), ("kLFT", Key(.left, .shift)), ("kRIT", Key(.right, .shift)),
  ]

  /// The sequences; to be asked for when curses is open.
  static var sequences: [[UInt8]: Key] {
    let functions = (1...12).map { ("kf\($0)", Key(.function($0))) }
    var table: [[UInt8]: Key] = [:]
    for (name, key) in names + functions {
      guard let text = faragir_key(name) else { continue }
      table[Array(String(cString: text).utf8)] = key
    }
    return table
  }
}
