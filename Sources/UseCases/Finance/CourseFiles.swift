import Persian
public import Store
public import Training

/// Writes where folder B is kept, or that it was destroyed with the working group's letter.
public struct CarryFile: UseCase {
  public static let name = "course-file.carry"
  /// `edit` or `destroy`.
  public let action: CourseFileLife.Action
  /// As the screen showed it.
  public var before: CourseFile
  /// Only what belongs to the action is taken from it.
  public var after: CourseFile

  public init(_ action: CourseFileLife.Action, before: CourseFile, after: CourseFile) {
    self.action = action
    self.before = before
    self.after = after
  }

  /// Destruction is not taken back.
  public var isReversible: Bool { action == .edit }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    guard CourseFileLife.withFields.contains(action) else { throw Failure.forbidden }
    try CourseFileLife.requireReach(action, of: before.request, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try CourseFileLife.situation(of: before.request, records, context)
    else { throw Failure.forbidden }
    var file = before
    var facts = situation.facts
    if action == .destroy {
      file.confirmation = after.confirmation
      file.destroyed = context.today
      facts.confirmation = after.confirmation
    } else {
      (file.keeping, file.location) = (after.keeping, after.location)
    }
    facts.file = file
    let choice = try CourseFileLife.open(action, in: situation.state, facts, context)
    if let state = choice.line.to { file.state = state }
    if !context.reason.isEmpty { file.reason = context.reason }
    try Failure.check(try records.put(before, to: file), on: situation.subject)
  }
}

/// Writes how a part of folder A, folder B or the financial document stands (S2-9.1a, S2-9.2,
/// S2-9.3).
public struct PutFolderItem: UseCase {
  public static let name = "course-file.item"
  public var id: ID<FolderItem>?
  /// As the screen showed it; without an id where nobody had written about it.
  public var before: FolderItem
  public var standing: FolderItem.Standing
  public var note: String
  /// The scan of it; nil where none is attached.
  public var file: AttachedFile?

  public init(
    _ before: FolderItem, standing: FolderItem.Standing, note: String, file: AttachedFile? = nil
  ) {
    self.before = before
    self.standing = standing
    self.note = note
    self.file = file
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editCourseFile)
    _ = try context.request(before.request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let id else { throw StoreError.notFound }
    let line = try context.request(before.request, records)
    try requireOpen(records, context)
    if let file {
      try [file.finding(.folderA, context)].compactMap { $0 }.orRefuse()
      try file.keep(records, context)
    }
    let isNew = before.id.rawValue == 0
    let item = FolderItem(
      id: isNew ? id : before.id, request: before.request, code: before.code,
      standing: standing, note: note, file: file?.file)
    let there = try records.folderItems(of: before.request).first { $0.code == before.code }
    guard isNew == (there == nil) else {
      throw Failure.conflict([
        .init(
          subject: line.course.title, field: "standing", mine: standing.rawValue,
          theirs: there?.standing.rawValue ?? "")
      ])
    }
    try Failure.check(try records.put(item, from: isNew ? nil : before), on: line.course.title)
  }

  /// Refused by the state of the file, or of the financial document; while the course is going on
  /// its file is only being gathered.
  private func requireOpen(_ records: borrowing Writing, _ context: Context) throws {
    if before.code.folder == .financial {
      try context.requireOpenDocument(before.request, records)
    } else if let it = try CourseFileLife.situation(of: before.request, records, context) {
      _ = try CourseFileLife.open(.edit, in: it.state, it.facts, context)
    }
  }
}

/// Writes what was counted on paper of a class, and why it differs where it does (S2-9.5b).
public struct CountPaper: UseCase {
  public static let name = "course-file.count"
  public var trainingClass: ID<TrainingClass>
  public var counts: ClassCounts
  /// What was written before; nil for the first count.
  public var before: ClassCounts?
  /// Why a difference stands; empty where there is none or nobody has said so.
  public var note: String

  public init(_ comparison: PaperComparison, counts: ClassCounts, note: String = "") {
    trainingClass = comparison.trainingClass
    before = comparison.paper
    self.counts = counts
    self.note = note
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.comparePapers)
    _ = try context.trainingClass(trainingClass, records)
  }

  /// - Returns: The comparison as it is now; its findings say what still stands against closing.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> PaperComparison {
    let line = try context.trainingClass(trainingClass, records)
    guard line.state(on: context.today) != .closed else {
      throw Failure.refused([
        Finding(
          .paperComparison, .refusal,
          .portal(.stateMoved(life: ClassLife.name, state: ClassLife.State.closed.rawValue)))
      ])
    }
    for figure in ClassCounts.Figure.allCases where counts[figure] < 0 {
      throw Failure.complaint(field: figure.rawValue, .outOfRange(0...Int(Int32.max)))
    }
    let now = try records.paperComparison(of: trainingClass)
    guard now.paper == before else {
      throw Failure.conflict([
        .init(
          subject: line.trainingClass.name, field: "learners",
          mine: String(counts.learners), theirs: String(now.paper?.learners ?? 0))
      ])
    }
    try Failure.check(
      try records.put(counts, reason: note, over: now), on: line.trainingClass.name)
    return try records.paperComparison(of: trainingClass)
  }
}
