import Persian
public import Training
public import UseCases

/// The sheets of ranking by the names of the command line, within the reach of whoever asks.
public enum RankingReport: String, CaseIterable, Sendable {
  /// Applicants of the own board by their points.
  case list
  /// What members are due for meetings outside duty hours, in a year.
  case fees
  /// Cases by state, and the obstacles that the board reported.
  case states, obstacles
  /// Reassessments that are due, demotions, holders by rank with what they cost, and the years.
  case due, demotions, counts, years

  private static let prefix = "ranking-"

  /// `ranking-list` and so on.
  public static var commandNames: [String] { allCases.map { prefix + $0.rawValue } }

  public init?(commandName: String) {
    guard commandName.hasPrefix(Self.prefix) else { return nil }
    self.init(rawValue: String(commandName.dropFirst(Self.prefix.count)))
  }

  /// The sheet.
  ///
  /// - Parameters:
  ///   - year: The Jalali year whose fees are asked for; nil is the present one.
  ///   - portal: With whoever asks signed in.
  /// - Returns: `Failure.forbidden` for those whose work it is not.
  public func sheet(year: Int?, _ portal: Portal) -> Result<Sheet, Failure> {
    let (loader, index): (SheetLoader, Int) =
      switch self {
      case .list: (RankingSheets.ranked(), 0)
      case .fees: (RankingSheets.fees(in: year, portal.today), 0)
      case .states: (RankingSheets.periodic(), 0)
      case .obstacles: (RankingSheets.periodic(), 1)
      case .due: (RankingSheets.statistics(), 0)
      case .demotions: (RankingSheets.statistics(), 1)
      case .counts: (RankingSheets.statistics(), 2)
      case .years: (RankingSheets.statistics(), 3)
      }
    return loader.load(portal).map { $0[index] }
  }
}

extension RankingSheets {
  /// The fees of a Jalali year; nil is that of the day.
  fileprivate static func fees(in year: Int?, _ today: JalaliDate) -> SheetLoader {
    let day = today.adding(years: (year ?? today.year) - today.year)
    let first = day.adding(months: 1 - day.month).firstOfMonth
    return fees(from: first, to: first.adding(years: 1).adding(days: -1))
  }
}
