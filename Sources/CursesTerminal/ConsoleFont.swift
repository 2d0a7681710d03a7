import CNcurses
import Glibc

/// Which letters the font of the Linux console has (console_ioctl(4)).
struct ConsoleFont: Equatable {
  var hasLetters: Bool
  var hasPersianDigits: Bool

  /// Asks the console on standard input; nil when it is none.
  init?() {
    var count = UInt16(0)
    // With room for nothing the console says ENOMEM and how much it needs.
    _ = faragir_console_map(STDIN_FILENO, &count, nil)
    guard count > 0 else { return nil }
    var pairs = [faragir_pair_of_map](repeating: faragir_pair_of_map(), count: Int(count))
    guard faragir_console_map(STDIN_FILENO, &count, &pairs) == 0 else { return nil }
    let scalars = Set(pairs.prefix(Int(count)).map(\.scalar))
    // Seen initial, gaf medial and yeh final stand for the whole Persian set.
    hasLetters = scalars.isSuperset(of: [0xFEB3, 0xFB95, 0xFBFD])
    hasPersianDigits = scalars.isSuperset(of: 0x6F0...0x6F9)
  }
}
