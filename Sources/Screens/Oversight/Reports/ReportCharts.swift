import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The figures of a report as bars.
extension ReportQuery {
  /// What the charts part by: the indicator of a grouped report, else what suits the reach.
  private func parting(_ context: Context) -> ReportIndicator {
    if report == .grouped { return indicator }
    return context.actor.role == .oversight && filter.agencies.count != 1 ? .agency : .quarter
  }

  /// The charts of the report: its own indicator, then quarters and groups, money where it is told.
  func charts(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [Chart] {
    try context.require(.viewOversight)
    var indicators = [parting(context)]
    for other in [ReportIndicator.quarter, .group] where !indicators.contains(other) {
      indicators.append(other)
    }
    var charts: [Chart] = []
    for indicator in indicators {
      let lines = try records.figures(by: indicator, in: context.actor.oversightReach, filter)
      for measure in [ReportMeasure.courses, .personHours, .permits] {
        charts.append(
          Chart(
            Phrases.OversightReports.chart(measure, by: indicator), series: [measure.title],
            items: lines.map { line in
              Chart.Item(
                line.group.name, [measure.value(in: line.figures)],
                step: rows(of: line, measure == .permits ? .permits : .completed))
            }))
      }
      guard ReportMeasure.planned.isTold(by: indicator) else { continue }
      charts.append(
        Chart(
          Phrases.OversightReports.money(by: indicator),
          series: [ReportMeasure.planned.title, ReportMeasure.spent.title],
          items: lines.map { line in
            Chart.Item(
              line.group.name, [line.figures.planned, line.figures.spent],
              step: rows(of: line, .base))
          }))
    }
    return charts
  }

  private func rows(of line: GroupLine, _ report: OversightReport) -> Step {
    .open(ListScreen(OversightReportList(ReportQuery(report, line.group.narrowing(filter)))))
  }

  /// The year of the filter, or this one, beside the year before.
  func comparison(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [Chart] {
    try context.require(.viewOversight)
    let reach = context.actor.oversightReach
    let year = filter.year ?? context.today.year
    var (now, before) = (filter, filter)
    (now.year, before.year) = (year, year - 1)
    (now.quarter, before.quarter) = (nil, nil)
    let indicator: ReportIndicator =
      report == .grouped && ![.year, .quarter].contains(self.indicator)
      ? self.indicator : context.actor.role == .oversight ? .agency : .group
    let current = try records.figures(by: indicator, in: reach, now)
    let previous = try records.figures(by: indicator, in: reach, before)
    let earlier = Dictionary(
      previous.map { ($0.group, $0.figures) }, uniquingKeysWith: { first, _ in first })
    let known = Set(current.map(\.group))
    let gone = previous.filter { !known.contains($0.group) }
      .map { GroupLine(group: $0.group, figures: OversightFigures()) }
    let measures = [ReportMeasure.courses, .persons, .personHours, .spent]
      .filter { $0.isTold(by: indicator) }
    return measures.map { measure in
      Chart(
        Phrases.OversightReports.compared(measure),
        series: [Digits.persian(year), Digits.persian(year - 1)],
        items: (current + gone).map { line in
          let last = earlier[line.group] ?? OversightFigures()
          var query = ReportQuery(measure == .spent ? .base : .completed, now)
          query.filter = line.group.narrowing(now)
          return Chart.Item(
            line.group.name, [measure.value(in: line.figures), measure.value(in: last)],
            step: .open(ListScreen(OversightReportList(query))))
        })
    }
  }
}
