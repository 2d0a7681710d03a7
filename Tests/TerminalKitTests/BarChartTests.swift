import Persian
import TerminalKit
import TestKit
import Testing

@Suite("Bar charts")
struct BarChartTests {
  private static func bar(_ label: String, _ values: Int...) -> BarChart.Bar {
    BarChart.Bar(label, values: values, shown: values.map { Numbers.grouped($0) })
  }

  private static func shown(
    _ chart: BarChart, rows: Int = 8, columns: Int = 60
  ) -> String {
    picture(rows: rows, columns: columns) {
      chart.view(in: &$0, at: $0.bounds, phrases: .forTests)
    }.transcript
  }

  private static func lengths(_ text: String, _ sign: Character = "█") -> [Int] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.count { $0 == sign }
    }
  }

  @Test("S5-6d2 bars are in proportion, begin at the reading edge, and each has its number")
  func proportion() {
    let chart = BarChart(
      series: ["دوره"],
      bars: [
        Self.bar("اداره کل راه", 1200), Self.bar("دانشگاه", 600), Self.bar("بنیاد", 1),
        Self.bar("استانداری", 0),
      ])
    let text = Self.shown(chart)
    expectSnapshot(text, named: "bar-chart")
    let lengths = Self.lengths(text)
    #expect(abs(lengths[0] - 2 * lengths[1]) <= 1)
    // Anything above nothing is seen; nothing has no bar.
    #expect(lengths[2] == 1)
    #expect(lengths[3] == 0)
    let starts = text.split(separator: "\n").prefix(3).map { line in
      line.firstIndex(of: "█").map { line.distance(from: line.startIndex, to: $0) }
    }
    #expect(Set(starts).count == 1, "all bars begin in one column: \(starts)")
    for number in ["۱٬۲۰۰", "۶۰۰", "۱", "۰"] { #expect(text.contains(number)) }
  }

  @Test("S5-6d2 two series have signs of their own, and both their numbers")
  func series() {
    let chart = BarChart(
      series: ["اعتبار", "هزینه"],
      bars: [Self.bar("سال ۱۴۰۳", 500, 250), Self.bar("سال ۱۴۰۲", 400, 400)])
    let text = Self.shown(chart)
    expectSnapshot(text, named: "bar-chart-series")
    let (first, second) = (Self.lengths(text, "█"), Self.lengths(text, "░"))
    #expect(abs(first[1] - 2 * second[2]) <= 1)
    #expect(first[3] == second[4])
    #expect(first[0] == 1 && second[0] == 1, "the legend shows each sign")
  }

  @Test("The cursor scrolls through many bars, and Enter opens the one under it")
  func cursor() {
    var chart = BarChart(
      series: ["دوره"], bars: (1...40).map { Self.bar("دستگاه \(Digits.persian($0))", $0) })
    #expect(!Self.shown(chart).contains("دستگاه ۴۰ "))
    #expect(chart.handle(.navigate(.end)) == .handled)
    #expect(Self.shown(chart).contains("دستگاه ۴۰ "))
    #expect(chart.current == 39)
    #expect(chart.handle(.navigate(.accept)) == .opened)
    #expect(chart.handle(.navigate(.left)) == .ignored)
    var empty = BarChart(series: ["دوره"], bars: [])
    #expect(empty.handle(.navigate(.accept)) == .ignored)
    #expect(empty.current == nil)
  }

  @Test("A chart is drawn in any space, however small")
  func smallSpaces() {
    let chart = BarChart(
      series: ["اعتبار", "هزینه"],
      bars: [Self.bar("سازمان مدیریت و برنامه‌ریزی", Int.max, 1), Self.bar("", 0, 0)])
    for rows in 1...6 {
      for columns in 1...30 { _ = Self.shown(chart, rows: rows, columns: columns) }
    }
  }
}
