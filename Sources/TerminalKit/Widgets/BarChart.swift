/// Bars that grow from the reading edge, each beside its label and its number.
///
/// The number stands in every line and each series has a sign of its own, so that neither colour nor
/// length alone says anything; the signs are those of every console font.
public struct BarChart: Sendable {
  /// One thing that is compared.
  public struct Bar: Equatable, Sendable {
    public var label: String
    /// One for each series, 0 or more.
    public var values: [Int]
    /// The values as numbers to read.
    public var shown: [String]

    public init(_ label: String, values: [Int], shown: [String]) {
      self.label = label
      self.values = values
      self.shown = shown
    }
  }

  /// What came of an input.
  public enum Outcome: Equatable, Sendable {
    case ignored
    case handled
    /// Enter was pressed on `current`.
    case opened
  }

  /// The names of the series; one series has no legend.
  public let series: [String]
  public let bars: [Bar]
  private var cursor = ListCursor()

  /// The signs of the series: full, light, half.
  private static let signs: [Unicode.Scalar] = ["█", "░", "▒"]

  /// Makes a chart of at most three series.
  public init(series: [String], bars: [Bar]) {
    precondition(1...Self.signs.count ~= series.count, "a chart has one to three series")
    self.series = series
    self.bars = bars
  }

  /// The index of the bar under the cursor; nil where there is none.
  public var current: Int? { bars.indices.contains(cursor.row) ? cursor.row : nil }

  public mutating func handle(_ input: WidgetInput) -> Outcome {
    switch input {
    case .navigate(.accept): return current == nil ? .ignored : .opened
    case .navigate(let navigation):
      return cursor.move(navigation, count: bars.count) ? .handled : .ignored
    case .click(let point): return click(point)
    case .text: return .ignored
    }
  }

  private mutating func click(_ point: Point) -> Outcome {
    let line = (point.row - legendLines) / series.count
    guard point.row >= legendLines, let place = cursor.row(atLine: line, of: bars.count) else {
      return .ignored
    }
    if place == cursor.row { return .opened }
    cursor.go(to: place, of: bars.count)
    return .handled
  }

  private var legendLines: Int { series.count > 1 ? 1 : 0 }

  /// The cells of a bar in `room`: in proportion, and at least one for anything above nothing.
  static func length(of value: Int, most: Int, in room: Int) -> Int {
    guard value > 0, most > 0, room > 0 else { return 0 }
    return max(1, min(room, Int((Double(value) / Double(most) * Double(room)).rounded())))
  }

  /// The cells of the label, of the number, and of the longest bar.
  private func widths(in columns: Int) -> (label: Int, number: Int, bar: Int) {
    let label = min(
      bars.map { Frame.cells(in: $0.label) }.max() ?? 0, max(8, columns * 2 / 5))
    let number = bars.flatMap(\.shown).map { Frame.cells(in: $0) }.max() ?? 0
    return (label, number, max(0, columns - label - number - 4))
  }

  public func view(in frame: inout Frame, at area: Rect, phrases: WidgetPhrases) {
    frame.draw(in: area) { part in
      guard !bars.isEmpty else {
        part.write(phrases.noRows, at: Point(row: 0, column: 1), tone: .dimmed)
        return
      }
      if legendLines > 0 { drawLegend(in: &part) }
      let widths = widths(in: part.size.columns)
      let most = bars.flatMap(\.values).max() ?? 0
      let hasFooter = part.size.rows > legendLines + 2 * series.count
      let lines = part.size.rows - legendLines - (hasFooter ? 1 : 0)
      let shown = cursor.visible(of: bars.count, rows: max(1, lines / series.count))
      for (place, index) in shown.enumerated() {
        draw(
          bars[index], isCurrent: index == cursor.row, most: most,
          row: legendLines + place * series.count, widths, in: &part)
      }
      if hasFooter {
        part.write(
          phrases.position(cursor.row + 1, bars.count),
          at: Point(row: part.size.rows - 1, column: 0), tone: .dimmed)
      }
    }
  }

  private func drawLegend(in part: inout Frame) {
    var column = 1
    for (name, sign) in zip(series, Self.signs) {
      part.put(sign, at: Point(row: 0, column: column), tone: .good)
      column += 2
      column += part.write(name, at: Point(row: 0, column: column), tone: .heading) + 3
    }
  }

  private func draw(
    _ bar: Bar, isCurrent: Bool, most: Int, row: Int,
    _ widths: (label: Int, number: Int, bar: Int), in part: inout Frame
  ) {
    let text = widths.label + widths.number + 3
    if isCurrent {
      part.fill(Rect(row: row, column: 0, rows: series.count, columns: text), .selected)
    }
    let tone: Tone = isCurrent ? .selected : .body
    part.write(bar.label, at: Point(row: row, column: 1), width: widths.label, tone: tone)
    for (line, value) in bar.values.prefix(series.count).enumerated() {
      if bar.shown.indices.contains(line) {
        part.write(
          bar.shown[line], at: Point(row: row + line, column: widths.label + 2),
          width: widths.number, tone: tone, align: .trailing)
      }
      let length = Self.length(of: value, most: most, in: widths.bar)
      part.fill(
        Rect(row: row + line, column: text + 1, rows: 1, columns: length), .good,
        with: Self.signs[line])
    }
  }
}
