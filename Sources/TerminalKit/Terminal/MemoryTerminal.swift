/// A terminal in memory: replays events and keeps every picture.
public struct MemoryTerminal: Terminal {
  public private(set) var size: Size
  public var encoding: TerminalEncoding
  /// Every picture shown, the last one last.
  public private(set) var rasters: [Raster] = []
  public private(set) var theme: Theme?
  public private(set) var suspensions = 0
  private var events: [TerminalEvent]
  private var sizes: [Size]
  private var next = 0

  /// Makes a terminal.
  ///
  /// - Parameters:
  ///   - size: Its size at first.
  ///   - events: What happens, in order; when all has happened, `terminate` follows.
  ///   - sizes: The sizes that the `resized` events bring, in order.
  ///   - encoding: How text is sent.
  public init(
    size: Size, events: [TerminalEvent] = [], sizes: [Size] = [],
    encoding: TerminalEncoding = TerminalEncoding(.explicit)
  ) {
    self.size = size
    self.events = events
    self.sizes = sizes.reversed()
    self.encoding = encoding
  }

  public var hasWaitingInput: Bool { next < events.count && events[next] != .resized }

  public mutating func nextEvent(
    within timeout: Duration
  ) throws(TerminalError) -> TerminalEvent? {
    guard next < events.count else { return .terminate }
    defer { next += 1 }
    if events[next] == .resized, let newSize = sizes.popLast() { size = newSize }
    return events[next]
  }

  public mutating func present(_ raster: Raster) { rasters.append(raster) }

  public mutating func use(_ theme: Theme) { self.theme = theme }

  public mutating func suspend() { suspensions += 1 }
}
