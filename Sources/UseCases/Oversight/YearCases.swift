public import Persian
public import Store
public import Training

/// Registers the base data of a year, with the approved calendar; its four quarters come with it
/// (S5-1, S5-2a).
public struct CreateAgencyYear: UseCase {
  public static let name = "agency-year.create"
  public var id: ID<AgencyYear>?
  public var form: AgencyYear.Form
  /// Nil where no file was named, which is refused.
  public var calendar: AttachedFile?
  private var quarters: [ID<AgencyQuarter>] = []

  public init(_ form: AgencyYear.Form, calendar: AttachedFile?) {
    self.form = form
    self.calendar = calendar
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
    while quarters.count < 4 { quarters.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try AgencyYearLife.require(.create, context)
    _ = try context.ownAgency(records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<AgencyYear> {
    guard let id else { throw StoreError.notFound }
    let agency = try context.ownAgency(records).unit.id
    try form.check(context)
    let file = calendar?.file ?? Attachment(name: "", kind: .pdf, size: 0, digest: "")
    var year = AgencyYear(
      id: id, agency: agency, form: form, calendar: file, created: context.today)
    let facts = AgencyYearLife.Facts(
      year: year, hasCalendar: calendar != nil,
      isDoubled: try records.hasAgencyYear(agency, form.year))
    let choice = try AgencyYearLife.open(.create, in: nil, facts, context)
    if let state = choice.to { year.state = state }
    try calendar?.take(.yearData, records, context, keeping: nil)
    try records.insert(year)
    for (number, quarterID) in zip(1...4, quarters) {
      guard let quarter = Quarter(year: form.year, number: number) else {
        throw StoreError.notFound
      }
      try records.insert(AgencyQuarter(id: quarterID, year: id, quarter: quarter))
    }
    return id
  }
}

/// Changes base data that are not with the management yet; the year stays.
public struct EditAgencyYear: UseCase {
  public static let name = "agency-year.edit"
  /// As the form showed it.
  public var before: AgencyYear
  public var form: AgencyYear.Form
  /// Nil where the file was taken away, which is refused.
  public var calendar: AttachedFile?

  public init(_ before: AgencyYear, _ form: AgencyYear.Form, calendar: AttachedFile?) {
    self.before = before
    self.form = form
    self.calendar = calendar
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try AgencyYearLife.requireReach(.edit, of: before.id, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try AgencyYearLife.situation(of: before.id, records, context) else {
      throw Failure.forbidden
    }
    var after = before
    after.form = form
    // The quarters are those of the year.
    after.form.year = before.form.year
    if let calendar { after.calendar = calendar.file }
    var facts = situation.facts
    facts.year.form = after.form
    facts.hasCalendar = calendar != nil
    let choice = try AgencyYearLife.open(.edit, in: situation.state, facts, context)
    if let state = choice.to { after.state = state }
    try calendar?.take(
      .yearData, records, context, keeping: situation.facts.year.calendar)
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

/// Writes the figures of a quarter («بروزرسانی», S5-2d).
public struct UpdateQuarter: UseCase {
  public static let name = "agency-quarter.update"
  /// As the form showed it.
  public var before: AgencyQuarter
  public var figures: QuarterFigures

  public init(_ before: AgencyQuarter, _ figures: QuarterFigures) {
    self.before = before
    self.figures = figures
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try AgencyQuarterLife.requireReach(.update, of: before.id, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try AgencyQuarterLife.situation(of: before.id, records, context) else {
      throw Failure.forbidden
    }
    var after = before
    after.figures = figures
    after.filled = context.today
    var facts = situation.facts
    facts.quarter = after
    let choice = try AgencyQuarterLife.open(.update, in: situation.state, facts, context)
    if let state = choice.to { after.state = state }
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

/// Grants a later day for a quarter, or opens one again that was sent (S5-2c).
public struct ExtendQuarter: UseCase {
  public static let name = "agency-quarter.extend"
  public let quarter: ID<AgencyQuarter>
  /// The last day that is granted.
  public let until: JalaliDate

  public init(_ quarter: ID<AgencyQuarter>, until: JalaliDate) {
    self.quarter = quarter
    self.until = until
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try AgencyQuarterLife.requireReach(.extend, of: quarter, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try AgencyQuarterLife.situation(of: quarter, records, context) else {
      throw Failure.forbidden
    }
    var facts = situation.facts
    facts.granted = until
    let choice = try AgencyQuarterLife.open(.extend, in: situation.state, facts, context)
    let before = situation.facts.quarter
    var after = before
    after.extended = until
    after.reason = context.reason
    (after.asked, after.declined) = ("", "")
    if let state = choice.line.to { after.state = state }
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

/// Asks the management for a later day of a quarter, or to open it again; the reason of the change is
/// what the management reads (S5-2c).
public struct AskExtension: UseCase {
  public static let name = "agency-quarter.ask"
  public let quarter: ID<AgencyQuarter>

  public init(_ quarter: ID<AgencyQuarter>) { self.quarter = quarter }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try AgencyQuarterLife.requireReach(.ask, of: quarter, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    try AgencyQuarterLife.answer(.ask, quarter, records, context) {
      ($0.asked, $0.declined) = (context.reason, "")
    }
  }
}

/// Does not grant what an agency asked for; the reason is what the liaison reads.
public struct DeclineExtension: UseCase {
  public static let name = "agency-quarter.decline"
  public let quarter: ID<AgencyQuarter>

  public init(_ quarter: ID<AgencyQuarter>) { self.quarter = quarter }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try AgencyQuarterLife.requireReach(.decline, of: quarter, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    try AgencyQuarterLife.answer(.decline, quarter, records, context) {
      ($0.asked, $0.declined) = ("", context.reason)
    }
  }
}

extension AgencyQuarterLife {
  /// Writes what was asked or answered; the state stays.
  fileprivate static func answer(
    _ action: Action, _ id: ID<AgencyQuarter>, _ records: borrowing Writing, _ context: Context,
    _ write: (inout AgencyQuarter) -> Void
  ) throws {
    guard let situation = try situation(of: id, records, context) else { throw Failure.forbidden }
    _ = try open(action, in: situation.state, situation.facts, context)
    let before = situation.facts.quarter
    var after = before
    write(&after)
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

extension AgencyYear.Form {
  /// Throws for a year before the oversight began, or after the next.
  fileprivate func check(_ context: Context) throws(Failure) {
    let years =
      context.rules
      .oversightStart...max(
        context.rules.oversightStart, context.today.year + 1)
    guard years.contains(year) else { throw .complaint(field: "year", .outOfRange(years)) }
  }
}
