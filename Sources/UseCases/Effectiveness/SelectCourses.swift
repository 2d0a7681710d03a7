public import Store
public import Training

/// Says of a course what makes it one for levels 3 and 4 (S2-8.2b).
public struct SetEffectivenessBasis: UseCase {
  public static let name = "effectiveness.basis"
  public var before: EffectivenessBasis?
  public var after: EffectivenessBasis
  private var isNumbered = false

  /// `before` is what the form showed; the id of a new one is replaced.
  public init(before: EffectivenessBasis?, after: EffectivenessBasis) {
    self.before = before
    self.after = after
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &after.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.selectCourses)
    _ = try context.request(after.request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let line = try context.request(after.request, records)
    let isSelected = try records.effectiveness(of: after.request).contains {
      !$0.level.isCompulsory
    }
    if isSelected, !after.isEligible {
      throw Failure.refused([Finding(.selectedCourses, .refusal, .effectiveness(.selectionInUse))])
    }
    try Failure.check(try records.put(after, from: before), on: line.course.title)
  }
}

/// Takes a course among those measured at levels 3 and 4, or out of them (S2-8.2b).
public struct SelectCourse: UseCase {
  public static let name = "effectiveness.select"
  public var request: ID<CourseRequest>
  public var isSelected: Bool
  private var ids: [ID<Effectiveness>] = []

  public init(_ request: ID<CourseRequest>, selected: Bool) {
    self.request = request
    isSelected = selected
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while isSelected && ids.count < 2 { ids.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.selectCourses)
    _ = try context.request(request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let line = try context.request(request, records)
    let rows = try records.effectiveness(of: request).filter { !$0.level.isCompulsory }
    guard isSelected == rows.isEmpty else { return }
    if isSelected {
      try Self.findings(line.request, records, context).orRefuse()
      for (id, level) in zip(ids, [EffectivenessLevel.behaviour, .results]) {
        let row = Effectiveness(id: id, request: request, level: level)
        try Failure.check(try records.put(row, from: nil), on: line.course.title)
      }
      return
    }
    let hasData =
      try rows.contains { $0.summarised != nil || $0.figures != nil }
      || !records.behaviourSheets(of: request).isEmpty
    if hasData {
      throw Failure.refused([Finding(.selectedCourses, .refusal, .effectiveness(.selectionInUse))])
    }
    for row in rows { try records.deleteEffectiveness(row.id) }
  }

  /// Why a course cannot be selected just now.
  public static func findings(
    _ request: CourseRequest, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [Finding] {
    let (eligible, selected) = try records.selection(besides: request)
    let isEligible = try records.basis(of: request.id)?.isEligible ?? false
    return ShareOfEligible(rules: context.rules).findings(
      in: SelectionFacts(isEligible: isEligible, eligible: eligible, selected: selected))
  }
}

/// Records cost and benefit of a course from the documents of the organisation (S2-8.9b).
public struct RecordResults: UseCase {
  public static let name = "effectiveness.results"
  public var request: ID<CourseRequest>
  /// As the form showed them; nil where nobody had recorded any.
  public var before: ResultsFigures?
  public var figures: ResultsFigures
  public var documents: String

  public init(
    _ request: ID<CourseRequest>, before: ResultsFigures?, figures: ResultsFigures,
    documents: String
  ) {
    self.request = request
    self.before = before
    self.figures = figures
    self.documents = documents
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.recordResults)
    _ = try context.request(request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let course = try records.effectivenessCourse(request, context) else {
      throw Failure.forbidden
    }
    try EffectivenessLife.requireEntry(.results, of: course, context)
    try CostKnown().findings(in: figures).orRefuse()
    guard var old = course[.results].row else { throw Failure.forbidden }
    old.cost = before?.cost
    old.benefit = before?.benefit
    var after = old
    after.cost = figures.cost
    after.benefit = figures.benefit
    after.documents = documents
    try Failure.check(try records.put(after, from: old), on: course.line.course.title)
  }
}

/// Which courses the program proposes for levels 3 and 4: the largest of the eligible ones.
public enum SelectionProposal {
  /// What may still be selected of a year, office by office, within the reach of the actor.
  public static func courses(
    of year: Int, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [RequestLine] {
    try context.require(.selectCourses)
    let filter = RequestFilter(
      states: [.approved, .announced, .running, .finished], year: year)
    let lines = try records.requests(in: context.actor.courseReach, filter, on: context.today)
    var byUnit: [ID<Unit>: [RequestLine]] = [:]
    for line in lines where try records.basis(of: line.request.id)?.isEligible == true {
      byUnit[line.request.unit, default: []].append(line)
    }
    var proposed: [RequestLine] = []
    for unit in byUnit.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      let eligible = byUnit[unit] ?? []
      var open: [RequestLine] = []
      for line in eligible
      where try !records.effectiveness(of: line.request.id).contains(where: {
        $0.level == .behaviour
      }) {
        open.append(line)
      }
      let free = context.rules.selectedCourses(of: eligible.count) - (eligible.count - open.count)
      open.sort {
        ($0.request.quota, $1.request.id.rawValue) > ($1.request.quota, $0.request.id.rawValue)
      }
      proposed += open.prefix(max(0, free))
    }
    return proposed
  }
}
