import Persian
import Store
import Training

/// The columns of the reports in their order (§7.3), and what their figures lead to.
extension ReportQuery {
  private typealias Words = Phrases.Oversight

  private func rows(
    _ report: OversightReport, _ place: AgencyYearPlace,
    _ change: (inout ReportFilter) -> Void = { _ in }
  ) -> ReportQuery {
    var filter = filter.narrowed(to: place.agency, year: place.year)
    change(&filter)
    return ReportQuery(report, filter)
  }

  var comprehensiveColumns: [ReportColumn<FigureLine>] {
    [
      ReportColumn(Words.agency, width: 26) { .text($0.agencyName) },
      ReportColumn(Words.year, width: 8) { .code(String($0.place.year)) },
    ]
      + ReportMeasure.allCases.map { measure in
        ReportColumn(
          measure.title, width: measure.width, isNumber: true,
          target: { measure.rows(of: rows(.completed, $0.place)) }
        ) { measure.cell(of: $0.figures) }
      }
  }

  /// What can be told of the groups of the indicator.
  var measures: [ReportMeasure] { ReportMeasure.allCases.filter { $0.isTold(by: indicator) } }

  var groupedColumns: [ReportColumn<GroupLine>] {
    [ReportColumn(indicator.name, width: 26) { .text($0.group.name) }]
      + measures.map { measure in
        ReportColumn(
          measure.title, width: measure.width, isNumber: true,
          target: { line in
            measure.rows(of: ReportQuery(.completed, line.group.narrowing(filter)))
          }
        ) { measure.cell(of: $0.figures) }
      }
  }

  var baseColumns: [ReportColumn<BaseDataLine>] {
    var columns: [ReportColumn<BaseDataLine>] = [
      ReportColumn(Words.agency, width: 26) { .text($0.agencyName) },
      ReportColumn(Words.year, width: 8) { .code(String($0.place.year)) },
      ReportColumn(Words.budget, width: 16, isNumber: true) { .rials($0.year.form.budget.amount) },
      ReportColumn(Words.courseCount, width: 10, isNumber: true) {
        .number($0.year.form.courseCount)
      },
      ReportColumn(Words.calendar, width: 16) { .text($0.year.calendar.name) },
      ReportColumn(Words.state, width: 14) { .text($0.year.state.name) },
    ]
    for number in 1...4 {
      func quarter(_ line: BaseDataLine) -> AgencyQuarter? {
        line.quarters.first { $0.quarter.number == number }
      }
      func title(_ name: String) -> String { Phrases.OversightReports.ofQuarter(number, name) }
      columns += [
        ReportColumn(title(Phrases.OversightReports.spent), width: 16, isNumber: true) {
          quarter($0).map { .rials($0.figures.spent.amount) } ?? .empty
        },
        ReportColumn(title(Words.managers), width: 12, isNumber: true) {
          quarter($0).map { .number($0.figures.managers.count) } ?? .empty
        },
        ReportColumn(title(Words.staff), width: 14, isNumber: true) {
          quarter($0).map { .number($0.figures.staff.count) } ?? .empty
        },
        ReportColumn(title(Words.state), width: 14) {
          quarter($0).map { .text($0.state.name) } ?? .empty
        },
      ]
    }
    columns.append(
      ReportColumn(Phrases.OversightReports.spentInYear, width: 16, isNumber: true) {
        .rials($0.spent.amount)
      })
    return columns
  }

  var completedColumns: [ReportColumn<CompletedLine>] {
    func flag(_ isSet: Bool) -> Sheet.Cell { .text(isSet ? Phrases.yes : Phrases.no) }
    return [
      ReportColumn(Words.agency, width: 20) { .text($0.agencyName) },
      ReportColumn(Words.courseTitle, width: 26) { .text($0.course.form.title) },
      ReportColumn(Words.start, width: 10) { .date($0.course.form.start) },
      ReportColumn(Words.end, width: 10) { .date($0.course.form.end) },
      ReportColumn(Words.group, width: 14) { .text($0.course.form.group.name) },
      ReportColumn(Words.hours, width: 6, isNumber: true) { .number($0.course.form.hours) },
      ReportColumn(Words.mode, width: 16) { .text($0.course.form.mode.name) },
      ReportColumn(Words.organiser, width: 18) { .text($0.course.form.organiser.said) },
      ReportColumn(Words.instructor, width: 18) { .text($0.instructorName) },
      ReportColumn(Words.inCalendar, width: 8) { flag($0.course.form.isInCalendar) },
      ReportColumn(Words.evaluated, width: 8) { flag($0.course.form.isEvaluated) },
      ReportColumn(Words.certified, width: 8) { flag($0.course.form.isInstructorCertified) },
      ReportColumn(Words.managersCount, width: 8, isNumber: true) {
        .number($0.course.form.managers)
      },
      ReportColumn(Words.staffCount, width: 8, isNumber: true) { .number($0.course.form.staff) },
      ReportColumn(Words.total, width: 8, isNumber: true) { .number($0.course.form.total) },
      ReportColumn(Words.personHours, width: 10, isNumber: true) {
        .number($0.course.form.personHours)
      },
      ReportColumn(Words.courseState, width: 18) { .text($0.course.state.name) },
      ReportColumn(Words.source, width: 10) { .text($0.course.source.name) },
    ]
  }

  var permitColumns: [ReportColumn<AgencyPermitLine>] {
    [
      ReportColumn(Words.agency, width: 20) { .text($0.agencyName) },
      ReportColumn(Words.courseTitle, width: 26) { .text($0.permit.form.title) },
      ReportColumn(Words.requestState, width: 20) { .text($0.permit.state.name) },
      ReportColumn(Words.year, width: 8) { .code(String($0.permit.year)) },
      ReportColumn(Words.requested, width: 10) { .date($0.permit.requested) },
      ReportColumn(Words.permitKind, width: 18) { .text($0.permit.form.kind.name) },
      ReportColumn(Words.group, width: 14) { .text($0.permit.form.group.name) },
      ReportColumn(Words.hours, width: 6, isNumber: true) { .number($0.permit.form.hours) },
      ReportColumn(Words.mode, width: 16) { .text($0.permit.form.mode.name) },
      ReportColumn(Words.organiser, width: 18) { .text($0.permit.form.organiser.said) },
      ReportColumn(Words.instructor, width: 18) { .text($0.instructorName) },
      ReportColumn(Words.inCalendar, width: 8) {
        .text($0.permit.form.isInCalendar ? Phrases.yes : Phrases.no)
      },
      ReportColumn(Words.dayCount, width: 8, isNumber: true) { .number($0.permit.form.dayCount) },
      ReportColumn(Phrases.OversightReports.firstDay, width: 10) {
        ($0.permit.form.days.first?.day).map { .date($0) } ?? .empty
      },
    ]
  }

  var requestColumns: [ReportColumn<PermitCountLine>] {
    var columns: [ReportColumn<PermitCountLine>] = [
      ReportColumn(Words.agency, width: 26) { .text($0.agencyName) },
      ReportColumn(Words.year, width: 8) { .code(String($0.place.year)) },
    ]
    for number in 1...4 {
      func quarter(_ line: PermitCountLine) -> Quarter? {
        Quarter(year: line.place.year, number: number)
      }
      columns += [
        ReportColumn(
          Phrases.OversightReports.ofQuarter(number, Phrases.OversightReports.all), width: 12,
          isNumber: true,
          target: { line in
            rows(.permits, line.place) {
              $0.quarter = quarter(line)
              $0.permitState = nil
            }
          }
        ) { .number($0.counts.quarters[number - 1].all) },
        ReportColumn(
          Phrases.OversightReports.ofQuarter(number, Phrases.OversightReports.chosen), width: 12,
          isNumber: true,
          target: { line in rows(.permits, line.place) { $0.quarter = quarter(line) } }
        ) { .number($0.counts.quarters[number - 1].chosen) },
      ]
    }
    columns += [
      ReportColumn(
        Phrases.OversightReports.sumAll, width: 12, isNumber: true,
        target: { line in rows(.permits, line.place) { $0.permitState = nil } }
      ) { .number($0.counts.sum.all) },
      ReportColumn(
        Phrases.OversightReports.sumChosen, width: 12, isNumber: true,
        target: { line in rows(.permits, line.place) }
      ) { .number($0.counts.sum.chosen) },
      ReportColumn(
        Phrases.OversightReports.courseSum, width: 11, isNumber: true,
        target: { line in rows(.completed, line.place) }
      ) { .number($0.counts.courses) },
      ReportColumn(Words.requestState, width: 20) { _ in
        .text(filter.permitState?.name ?? Phrases.OversightReports.everyState)
      },
    ]
    return columns
  }
}

extension ReportMeasure {
  fileprivate var width: Int {
    switch self {
    case .planned, .spent: 16
    case .personHours: 12
    case .permits, .approvedPermits, .courses, .persons, .managers, .staff: 9
    case .evaluated, .certified, .inCalendar: 11
    }
  }

  /// The amount as a cell; of the last three, how many of a hundred courses.
  func cell(of figures: OversightFigures) -> Sheet.Cell {
    let amount = value(in: figures)
    if isMoney { return .rials(amount) }
    guard trait != nil else { return .number(amount) }
    return figures.share(of: amount).map { .number($0) } ?? .empty
  }

  /// The rows behind the figure, narrowed as `query` is.
  fileprivate func rows(of query: ReportQuery) -> ReportQuery {
    var query = query
    switch self {
    case .permits: query.report = .permits
    case .approvedPermits:
      query.report = .permits
      query.filter.permitState = .approved
    case .planned, .spent: query.report = .base
    case .courses, .persons, .managers, .staff, .personHours: query.report = .completed
    case .evaluated, .certified, .inCalendar:
      query.report = .completed
      query.filter.trait = trait
    }
    return query
  }
}
