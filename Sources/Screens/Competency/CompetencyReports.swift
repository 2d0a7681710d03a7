public import Persian
public import Store
import TerminalKit
public import Training
public import UseCases

/// The reports of S1 (R8).
public enum CompetencyReport: String, CaseIterable, Hashable, Sendable {
  /// The list of requests.
  case requests
  /// How many of them each office and school has in each state.
  case counts
  case withoutRequest = "without-request"
  case withoutAppointment = "without-appointment"
  case results
  /// The line of the annual appraisal: whether each employee took part.
  case appraisal

  /// What a report is about: a period, people of one unit, requests in one state, days.
  public struct Scope: Sendable {
    public var period: ID<AssessmentPeriod>?
    public var unit: ID<Unit>?
    public var state: CompetencyLife.State?
    public var from: JalaliDate?
    public var to: JalaliDate?

    public init(
      period: ID<AssessmentPeriod>? = nil, unit: ID<Unit>? = nil,
      state: CompetencyLife.State? = nil, from: JalaliDate? = nil, to: JalaliDate? = nil
    ) {
      self.period = period
      self.unit = unit
      self.state = state
      self.from = from
      self.to = to
    }

    fileprivate var filter: CompetencyFilter {
      var filter = CompetencyFilter(states: state.map { [$0] }, period: period, unit: unit)
      if from != nil || to != nil {
        let first = from ?? JalaliDate(dayNumber: 0)
        filter.days = first...max(first, to ?? JalaliDate(dayNumber: Int(Int32.max)))
      }
      return filter
    }
  }

  /// The report within the reach of whoever asks for it.
  ///
  /// - Throws: `Failure.forbidden`; `Failure.complaint` where no period is there to ask about.
  public func sheet(
    _ scope: Scope, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Sheet {
    try context.require(.viewCompetency)
    let reach = context.actor.personReach
    switch self {
    case .requests:
      return requestSheet(
        try records.competencyRequests(in: reach, scope.filter),
        outcomes: try records.items(of: "assessment-outcome"))
    case .counts: return countSheet(try records.competencyCounts(in: reach, scope.filter))
    case .results: return resultSheet(try records.dimensionResults(in: reach, scope.filter))
    case .withoutRequest, .withoutAppointment, .appraisal:
      let newest = try records.periods(for: context.actor.scope).first?.id
      guard let period = scope.period ?? newest else {
        throw Failure.complaint(field: "period", .empty)
      }
      let choice: ParticipationFilter.Choice =
        switch self {
        case .withoutRequest: .withoutRequest
        case .withoutAppointment: .withoutAppointment
        default: .everybody
        }
      let lines = try records.participation(
        in: reach,
        ParticipationFilter(choice, period: period, unit: scope.unit, on: context.today))
      return participationSheet(lines, outcomes: try records.items(of: "assessment-outcome"))
    }
  }
}

extension CompetencyReport {
  private static let prefix = "competency-"

  /// What the command line calls the reports: `competency-requests` and so on.
  public static var commandNames: [String] { allCases.map { prefix + $0.rawValue } }

  public init?(commandName: String) {
    guard commandName.hasPrefix(Self.prefix) else { return nil }
    self.init(rawValue: String(commandName.dropFirst(Self.prefix.count)))
  }
}

extension CompetencyReport {
  private typealias Words = Phrases.Competency

  private static let person: [Sheet.Column] = [
    Sheet.Column(Phrases.Competency.row, width: 5, alignment: .trailing),
    Sheet.Column(Phrases.Competency.nationalCode, width: 11),
    Sheet.Column(Phrases.Competency.personnelCode, width: 10),
    Sheet.Column(Phrases.Competency.person, width: 20),
    Sheet.Column(Phrases.Competency.office, width: 18),
    Sheet.Column(Phrases.Competency.school, width: 16),
  ]

  private static func cells(
    _ index: Int, _ person: Person, _ unit: String, _ school: String
  ) -> [Sheet.Cell] {
    [
      .number(index + 1), person.nationalCode.map { .code($0.digits) } ?? .empty,
      person.personnelCode.map { .code($0.digits) } ?? .empty, .text(person.name.surnameFirst),
      .text(unit), school.isEmpty ? .empty : .text(school),
    ]
  }

  private func requestSheet(_ lines: [CompetencyLine], outcomes: [CodeList.Item]) -> Sheet {
    Sheet(
      title: name,
      columns: Self.person + [
        Sheet.Column(Words.tracking, width: 13), Sheet.Column(Words.registeredDay, width: 10),
        Sheet.Column(Words.state, width: 14), Sheet.Column(Words.centre, width: 18),
        Sheet.Column(Words.outcome, width: 14),
      ],
      rows: lines.enumerated().map { index, line in
        let outcome = outcomes.first { $0.code == line.request.outcome }?.title
        return Sheet.Row(
          Self.cells(index, line.person, line.unitName, line.schoolName) + [
            .code(line.request.tracking), .date(line.request.registered),
            .text(line.request.state.name),
            line.centreName.isEmpty ? .empty : .text(line.centreName),
            outcome.map { .text($0) } ?? .empty,
          ])
      })
  }

  private func countSheet(_ counts: [CompetencyCount]) -> Sheet {
    var rows: [(unit: String, school: String, byState: [CompetencyLife.State: Int])] = []
    for count in counts {
      if rows.last?.unit != count.unitName || rows.last?.school != count.schoolName {
        rows.append((count.unitName, count.schoolName, [:]))
      }
      rows[rows.count - 1].byState[count.state] = count.count
    }
    let states = CompetencyLife.State.allCases
    func line(_ unit: String, _ school: String, _ byState: [CompetencyLife.State: Int]) -> Sheet.Row
    {
      Sheet.Row(
        [.text(unit), school.isEmpty ? .empty : .text(school)]
          + states.map { .number(byState[$0] ?? 0) }
          + [.number(byState.values.reduce(0, +))])
    }
    let all = rows.reduce(into: [CompetencyLife.State: Int]()) { sum, row in
      sum.merge(row.byState, uniquingKeysWith: +)
    }
    return Sheet(
      title: name,
      columns: [Sheet.Column(Words.office, width: 20), Sheet.Column(Words.school, width: 20)]
        + states.map { Sheet.Column($0.name, width: 10, alignment: .trailing) }
        + [Sheet.Column(Words.total, width: 8, alignment: .trailing)],
      rows: rows.map { line($0.unit, $0.school, $0.byState) } + [line(Words.total, "", all)])
  }

  private func resultSheet(_ results: [DimensionResult]) -> Sheet {
    func points(_ score: AssessmentScore) -> Sheet.Cell { .decimal(Double(score.hundredths) / 100) }
    return Sheet(
      title: name,
      columns: [
        Sheet.Column(Words.office, width: 22), Sheet.Column(Words.dimension, width: 12),
        Sheet.Column(Words.count, width: 8, alignment: .trailing),
        Sheet.Column(Words.lowest, width: 9, alignment: .trailing),
        Sheet.Column(Words.mean, width: 9, alignment: .trailing),
        Sheet.Column(Words.highest, width: 9, alignment: .trailing),
      ],
      rows: results.map { result in
        Sheet.Row([
          .text(result.unitName), .text(result.dimension.name), .number(result.count),
          points(result.lowest), points(result.mean), points(result.highest),
        ])
      })
  }

  private func participationSheet(
    _ lines: [ParticipationLine], outcomes: [CodeList.Item]
  ) -> Sheet {
    var columns = Self.person + [Sheet.Column(Words.state, width: 16)]
    if self == .appraisal {
      columns += [Sheet.Column(Words.appraisal, width: 18), Sheet.Column(Words.outcome, width: 14)]
    }
    return Sheet(
      title: name, columns: columns,
      rows: lines.enumerated().map { index, line in
        var cells = Self.cells(index, line.person, line.unitName, line.schoolName)
        let missing = line.hasAppointment ? Words.tookNot : Words.noAppointments
        cells.append(.text(line.state?.name ?? (line.isCompulsory ? missing : Words.notNeeded)))
        if self == .appraisal {
          let outcome = outcomes.first { $0.code == line.outcome }?.title
          cells.append(
            .text(
              line.state != nil ? Words.took : line.isCompulsory ? Words.tookNot : Words.notNeeded))
          cells.append(outcome.map { .text($0) } ?? .empty)
        }
        return Sheet.Row(cells)
      })
  }
}

/// «گزارش‌های توسعه شایستگی»: which report, of whom, of when.
struct CompetencyReportForm: FormDescription {
  struct Draft: Sendable {
    var report: CompetencyReport? = .requests
    var scope = CompetencyReport.Scope()
  }

  struct Lists: Sendable {
    var today: JalaliDate
    var periods: [AssessmentPeriod]
    var units: [Unit]
  }

  static let name = "competency-report"
  let submission: String? = Phrases.Submission.show
  let title = Phrases.Competency.reports

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.viewCompetency)
    let periods = try records.periods(for: context.actor.scope)
    var draft = Draft()
    draft.scope.period = periods.first?.id
    return (
      draft,
      Lists(
        today: context.today, periods: periods, units: try records.units(in: context.actor.scope))
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    [
      .pick(
        Phrases.Competency.report, \.report,
        among: CompetencyReport.allCases.map { ($0, $0.name) }
      ).required(),
      .pick(
        Phrases.Competency.period, \.scope.period, among: lists.periods.map { ($0.id, $0.title) }
      ).hinted(Phrases.Competency.emptyIsAll),
      .pick(Phrases.Competency.place, \.scope.unit, among: lists.units.map { ($0.id, $0.name) })
        .hinted(Phrases.Competency.emptyIsAll),
      .pick(
        Phrases.Competency.state, \.scope.state,
        among: CompetencyLife.State.allCases.map { ($0, $0.name) }
      ).hinted(Phrases.Competency.emptyIsAll).closed { draft in
        draft.report?.isAboutPeople ?? false ? Phrases.Competency.aboutPeople : nil
      },
      .day(Phrases.Competency.from, \.scope.from, today: lists.today).closed { draft in
        draft.report?.isAboutPeople ?? false ? Phrases.Competency.aboutPeople : nil
      },
      .day(Phrases.Competency.to, \.scope.to, today: lists.today).closed { draft in
        draft.report?.isAboutPeople ?? false ? Phrases.Competency.aboutPeople : nil
      },
      .button(Phrases.Competency.show),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let report = draft.report else { return .failure(.complaint(field: "report", .empty)) }
    return portal.read { records, context in
      try report.sheet(draft.scope, records, context)
    }.map { .open(SheetScreen([$0])) }
  }
}

extension CompetencyReport {
  /// People are listed as they are today, not requests by state and day.
  var isAboutPeople: Bool {
    switch self {
    case .withoutRequest, .withoutAppointment, .appraisal: true
    case .requests, .counts, .results: false
    }
  }
}
