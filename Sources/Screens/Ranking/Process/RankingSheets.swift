public import Persian
import Store
public import Training
public import UseCases

/// The sheets of ranking: the ranking list, fees (R5), the periodic report (R4), and what falls due,
/// was lost and is held (R7).
public enum RankingSheets {
  /// Every sheet of the own board, fees those of an interval: R4, R5, R7 and the ranking list.
  public static func all(
    _ portal: Portal, from: JalaliDate, to: JalaliDate
  ) -> Result<[Sheet], Failure> {
    Result { () throws(Failure) in
      try [ranked(), fees(from: from, to: to), periodic(), statistics()]
        .map { loader throws(Failure) in try loader.load(portal).get() }.flatMap(\.self)
    }
  }

  /// «جدول بررسی شرایط رتبه» of a case (R6).
  public static func conditions(
    of id: ID<RankingCase>, _ portal: Portal
  ) -> Result<[Sheet], Failure> {
    EvidenceList.explanation(of: id).printed.load(portal)
  }

  /// Applicants of the own board by their points: comparable numbers (S4-6f).
  static func ranked() -> SheetLoader {
    SheetLoader(Phrases.Ranking.ranked) { records, context in
      try context.require(.keepBoard)
      let reach = context.actor.rankingReach(on: context.today)
      var found: [(RankingCaseLine, PointTotal)] = []
      for line in try records.rankingCases(in: reach) {
        guard let kept = try records.keptAssessment(of: line.rankingCase) else { continue }
        found.append((line, kept.points()))
      }
      found.sort { $1.1.points < $0.1.points }
      return [
        Sheet(
          title: Phrases.Ranking.ranked,
          columns: Phrases.Ranking.rankedTitles.map { Sheet.Column($0) },
          rows: found.enumerated().map { index, pair in
            Sheet.Row([
              .number(index + 1), .text(pair.0.person.name.surnameFirst),
              .text(pair.0.rankingCase.form.target.name),
              .text(Phrases.Ranking.points(pair.1.points, of: nil)),
              .text(context.state(of: pair.0.rankingCase).name),
            ])
          })
      ]
    }
  }

  /// What an office without a board has to tell.
  private static func empty(_ title: String, _ columns: [String]) -> Sheet {
    Sheet(title: title, columns: columns.map { Sheet.Column($0) }, rows: [])
  }

  /// «صورت حق‌الزحمه» (R5, S4-10h).
  static func fees(from: JalaliDate, to: JalaliDate) -> SheetLoader {
    SheetLoader(Phrases.Ranking.fees) { records, context in
      try context.require(.viewMeetings)
      guard let board = try records.board(at: context.actor.unit) else {
        return [empty(Phrases.Ranking.fees, Phrases.Ranking.feeTitles)]
      }
      let rate = context.rules.boardFee
      let rows = try records.paidMeetings(of: board.id, from: from, to: to)
      return [
        Sheet(
          title: "\(Phrases.Ranking.fees) – \(from.said) – \(to.said)",
          columns: Phrases.Ranking.feeTitles.map { Sheet.Column($0) },
          rows: rows.enumerated().map { index, row in
            Sheet.Row([
              .number(index + 1), .text(row.name.inFull), .text(row.part.name),
              .number(row.count),
              rate.amount == 0 ? .text(Phrases.Ranking.noFee) : .rials(rate.amount),
              rate.amount == 0 ? .empty : .rials(rate.amount * row.count),
            ])
          })
      ]
    }
  }

  /// «گزارش دوره‌ای هیأت» (R4): cases by state, those that are late, and the obstacles reported.
  static func periodic() -> SheetLoader {
    SheetLoader(Phrases.Ranking.periodic) { records, context in
      try context.require(.viewMeetings)
      guard let board = try records.board(at: context.actor.unit) else {
        return [
          empty(Phrases.Ranking.periodic, Phrases.Ranking.stateTitles),
          empty(Phrases.Ranking.obstacles, Phrases.Ranking.obstacleTitles),
        ]
      }
      let lines = try records.rankingCases(in: context.actor.rankingReach(on: context.today))
      let states = Dictionary(
        grouping: lines,
        by: { context.state(of: $0.rankingCase) }
      ).mapValues(\.count)
      let late = lines.count {
        $0.rankingCase.state == .referred
          && $0.rankingCase.course.referred.map {
            $0.adding(days: context.rules.rankDecisionDays) < context.today
          } == true
      }
      let reports = try records.boardPapers(of: board.id, .report).filter {
        $0.paper.from == board.id
      }
      let counted = RankingLife.State.allCases.compactMap { state in
        states[state].map { Sheet.Row([.text(state.name), .number($0)]) }
      }
      return [
        Sheet(
          title: "\(Phrases.Ranking.periodic) – \(board.title)",
          columns: Phrases.Ranking.stateTitles.map { Sheet.Column($0) },
          rows: counted + [Sheet.Row([.text(Phrases.Ranking.late), .number(late)])]),
        Sheet(
          title: Phrases.Ranking.obstacles,
          columns: Phrases.Ranking.obstacleTitles.map { Sheet.Column($0) },
          rows: reports.map {
            Sheet.Row([.date($0.paper.day), .text($0.paper.title), .text($0.paper.text)])
          }),
      ]
    }
  }

  /// «ارزیابی مجدد سررسیدشده؛ تنزل‌ها؛ آمار رتبه‌ها» (R7, S4-13a), with what the ranks cost (S4-14a).
  static func statistics() -> SheetLoader {
    SheetLoader(Phrases.Ranking.statistics) { records, context in
      let rows = try PersonRanksList().load(records, context)
      let due = rows.filter { $0.state == .due }
      let fallen = try records.personRanks(in: context.actor.rankHolders, all: true)
        .filter { $0.personRank.demotions > 0 }
      let allowances = try records.rankAllowances()
      let counts = Rank.allCases.map { rank in
        let holders = rows.count { $0.line.personRank.rank == rank }
        let pay = allowances.first { $0.rank == rank && $0.from <= context.today }?.monthly
        return Sheet.Row([
          .text(rank.name), .number(holders), pay.map { .rials($0.amount) } ?? .empty,
          pay.map { .rials($0.amount * holders) } ?? .empty,
        ])
      }
      return [
        Sheet(
          title: Phrases.Ranking.dueList,
          columns: Phrases.Ranking.dueTitles.map { Sheet.Column($0) },
          rows: due.map {
            Sheet.Row([
              .text($0.line.person.name.inFull), .code($0.line.person.shownCode),
              .text($0.line.personRank.rank?.name ?? Phrases.Ranking.outsideRanks),
              .date($0.due),
            ])
          }),
        Sheet(
          title: Phrases.Ranking.demotionList,
          columns: Phrases.Ranking.demotionTitles.map { Sheet.Column($0) },
          rows: fallen.map {
            Sheet.Row([
              .text($0.person.name.inFull), .code($0.person.shownCode),
              .text($0.personRank.rank?.name ?? Phrases.Ranking.outsideRanks),
              .number($0.personRank.demotions), .date($0.personRank.from),
              .text(PersonRanksList.state(of: $0.personRank, context).name),
            ])
          }),
        Sheet(
          title: Phrases.Ranking.rankCounts,
          columns: Phrases.Ranking.countTitles.map { Sheet.Column($0) }, rows: counts),
        try byYear(records, context),
      ]
    }
  }

  /// Ranks given and lost, and the mean of the points, year by year (S4-13a).
  private static func byYear(
    _ records: borrowing Reading, _ context: Context
  ) throws -> Sheet {
    let ranks = try records.personRanks(in: context.actor.rankHolders, all: true)
    let years = Dictionary(grouping: ranks, by: { $0.personRank.from.year })
    var rows: [Sheet.Row] = []
    for year in years.keys.sorted() {
      let all = years[year] ?? []
      var totals: [Fraction] = []
      for line in all {
        guard let source = line.personRank.source,
          let stored = try records.assessments(of: source).first
        else { continue }
        totals.append(stored.assessment.points().points)
      }
      let sum = totals.reduce(Fraction.zero) { $0 + $1 }
      rows.append(
        Sheet.Row([
          .text(Digits.persian(year)), .number(all.count { $0.personRank.state != .demoted }),
          .number(all.count { [.demoted, .left].contains($0.personRank.state) }),
          .text(
            totals.isEmpty
              ? "–"
              : Phrases.Ranking.points(sum * Fraction(1, totals.count), of: nil)),
        ]))
    }
    return Sheet(
      title: Phrases.Ranking.yearly,
      columns: Phrases.Ranking.yearTitles.map { Sheet.Column($0) }, rows: rows)
  }
}
