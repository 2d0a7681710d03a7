/// A picture of the screen in reading order; what `Raster` turns into cells of the terminal.
///
/// Text is kept logical and whole: every `write` makes one run with its own direction, so
/// neighbouring pieces are never reordered as one sentence, and a run half covered by a later
/// write keeps its joined letters.
public struct Frame: Equatable, Sendable {
  public let size: Size
  /// Where the caret stands; nil hides it.
  public var cursor: Point?

  public init(size: Size) {
    self.size = size
  }
}
