/// How far long work is, with the way to stop it.
public struct ProgressPanel: Sendable {
  public let title: String
  private var snapshot = Progress.Snapshot(done: 0, total: 0, isCancelled: false)

  public init(_ title: String) {
    self.title = title
  }

  /// Takes the figures of `Event.progress`.
  public mutating func report(_ snapshot: Progress.Snapshot) {
    let wasCancelled = self.snapshot.isCancelled
    self.snapshot = snapshot
    self.snapshot.isCancelled = wasCancelled || snapshot.isCancelled
  }

  /// True when the input asks to stop; the screen then returns `.cancelWork`, once.
  public mutating func handle(_ input: WidgetInput) -> Bool {
    guard input == .navigate(.back), !snapshot.isCancelled else { return false }
    snapshot.isCancelled = true
    return true
  }

  public func view(in frame: inout Frame, phrases: WidgetPhrases) {
    let area = frame.centred(rows: 6, columns: max(30, min(60, frame.size.columns - 8)))
    frame.fill(area)
    frame.box(area, title: title)
    frame.draw(in: area.inset(by: 1, columns: 2)) { part in
      let width = part.size.columns
      part.write(
        phrases.progress(snapshot.done, snapshot.total), at: Point(row: 0, column: 0), width: width)
      if snapshot.total > 0 {
        let share = min(1, max(0, Double(snapshot.done) / Double(snapshot.total)))
        let filled = Int(share * Double(width))
        part.fill(Rect(row: 1, column: 0, rows: 1, columns: width), .dimmed, with: "░")
        part.fill(Rect(row: 1, column: 0, rows: 1, columns: filled), .good, with: "█")
      }
      part.write(
        snapshot.isCancelled ? phrases.cancelling : "Esc  \(phrases.cancel)",
        at: Point(row: 3, column: 0), width: width,
        tone: snapshot.isCancelled ? .warning : .dimmed)
    }
  }
}
