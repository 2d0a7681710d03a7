/// One cell of the terminal, ready to be sent.
public struct RasterCell: Equatable, Sendable {
  public enum Width: UInt8, Sendable {
    case one, two
    /// The second half of a cell of width two; nothing is sent for it.
    case continuation
  }

  // The widest member first: 16 bytes a cell.
  /// Up to four characters that ride on the base (marks, LRM), the first in the lowest 16 bits;
  /// marks outside the Basic Multilingual Plane are left out.
  public var marks: UInt64
  /// The spacing character.
  public var base: UInt32
  public var tone: Tone
  public var width: Width
  /// True for a letter of a right-to-left run, which some terminals put in order themselves.
  public var isRightToLeft: Bool

  public init(
    _ base: UInt32, marks: UInt64 = 0, tone: Tone = .body, width: Width = .one,
    isRightToLeft: Bool = false
  ) {
    self.base = base
    self.marks = marks
    self.tone = tone
    self.width = width
    self.isRightToLeft = isRightToLeft
  }

  /// Adds a mark; a fifth one is dropped, as terminals do.
  public mutating func add(mark: UInt32) {
    guard let mark = UInt16(exactly: mark), marks >> 48 == 0 else { return }
    let used = (UInt64.bitWidth - marks.leadingZeroBitCount + 15) / 16
    marks |= UInt64(mark) << UInt64(used * 16)
  }

  /// Calls `body` with the base and each mark, in the order to send them.
  @inline(__always)
  public func forEachScalar(_ body: (UInt32) -> Void) {
    body(base)
    var rest = marks
    while rest != 0 {
      body(UInt32(rest & 0xFFFF))
      rest >>= 16
    }
  }

  static func blank(_ tone: Tone) -> RasterCell { RasterCell(0x20, tone: tone) }
}
