import Synchronization

/// A part of the picture that is drawn again only when what it shows has changed.
///
/// A key press changes a cell or two of a full screen; drawing all the rest again would be most of
/// the work of the key. Not part of a screen's value: copies share one, and what is kept is put
/// down only where it is exactly what is asked for, so that sharing can cost time and nothing else.
public final class KeptPart<Content: Equatable & Sendable>: Sendable {
  /// A class, so that looking at it neither copies the content nor asks for its layout.
  private final class Kept: Sendable {
    let picture: Frame.Part
    let content: Content

    init(_ picture: Frame.Part, of content: Content) {
      self.picture = picture
      self.content = content
    }
  }

  private let last = Mutex<Kept?>(nil)

  public init() {}

  /// What was drawn of this content; nil when it must be drawn.
  func picture(of content: Content) -> Frame.Part? {
    guard let kept = last.withLock({ $0 }), kept.content == content else { return nil }
    return kept.picture
  }

  func keep(_ picture: Frame.Part, of content: Content) {
    let kept = Kept(picture, of: content)
    last.withLock { $0 = kept }
  }
}

extension Frame {
  /// Draws in a part of the frame as ``draw(in:_:)`` does, on blank cells; what is kept of the same
  /// content, at the same place of an equal frame, is put down instead.
  ///
  /// - Parameters:
  ///   - rect: The part, which belongs to this content alone.
  ///   - kept: What was drawn last.
  ///   - content: All that the drawing depends on but the frame itself.
  ///   - body: Draws; it may not place the caret.
  public mutating func draw<Content>(
    in rect: Rect, keeping kept: KeptPart<Content>, of content: Content,
    _ body: (inout Frame) -> Void
  ) {
    draw(in: rect) { part in
      if let picture = kept.picture(of: content), part.put(picture) { return }
      part.clear()
      let first = part.runs.count
      body(&part)
      kept.keep(part.part(since: first), of: content)
    }
  }
}
