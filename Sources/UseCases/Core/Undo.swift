public import Store
import Training

/// Takes an entry back with the inverse of what it changed; taking back an `Undo` is the redo.
///
/// The same permission as the work itself is needed. Refused with both values where a cell has
/// moved on.
public struct Undo: UseCase {
  public static let name = "undo"

  /// The id of the entry, the same in every office.
  public private(set) var entry: Int64
  /// Its number in this file, until the id is known.
  private var number: Int64?

  /// - Parameter number: `Performed.entry`, the number in this file's journal.
  public init(number: Int64) {
    self.number = number
    entry = 0
  }

  public var takesBack: Int64 { entry }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard let number else { return }
    guard let found = try records.entry(number: number) else { throw .notFound }
    entry = found.id
    self.number = nil
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.undo)
    guard let found = try records.entry(id: entry) else { throw Failure.forbidden }
    // Of an undo, the work it took back is what needs the permission.
    var base = found
    while base.undoes != 0, let next = try records.entry(id: base.undoes) { base = next }
    let work = try UseCaseCatalog.decode(base, try records.standIns())
    guard work.isReversible else { throw refusal(.notUndoable) }
    try work.authorise(records, context)
    guard try found.isInEffect && !records.isTakenBack(entry) else {
      throw refusal(.takenBackAlready)
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let found = try records.entry(id: entry) else { throw StoreError.notFound }
    let conflicts = try records.takeBack(entry: found.number)
    guard conflicts.isEmpty else {
      throw Failure.conflict(
        try conflicts.flatMap { conflict in
          Failure.Conflict.list(of: conflict, try records.subject(of: conflict))
        })
    }
    try UseCaseCatalog.decode(found, try records.standIns()).verifyTakenBack(records, context)
  }

  /// A redo brings the work itself back, so its rules hold again.
  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    guard let found = try records.entry(id: entry) else { throw StoreError.notFound }
    try UseCaseCatalog.decode(found, try records.standIns()).verifyTakenBack(records, context)
  }

  private func refusal(_ reason: PortalReason) -> Failure {
    .refused([Finding(.permission, .refusal, .portal(reason))])
  }
}

extension Portal {
  /// Takes an entry back, and with it every other entry of the same bulk change.
  ///
  /// `number` is `Performed.entry`; what is returned is the last entry written, which takes all of it
  /// back again (redo).
  public func undo(
    _ number: Int64, reason: String = ""
  ) -> Result<Int64, Failure> {
    let numbers: [Int64]
    do {
      numbers = try store.read { records in
        guard let entry = try records.entry(number: number) else { throw StoreError.notFound }
        guard entry.batch != 0 else { return [number] }
        // At a station an entry stands there again for every time it was performed.
        return try records.entries(batch: entry.batch).filter(\.isInEffect).map(\.number)
      }
    } catch {
      return .failure(Failure(error))
    }
    return performAll(numbers.reversed().map { Undo(number: $0) }, reason: reason)
      .map { $0.last?.entry ?? number }
  }
}

extension Querying where Self: ~Copyable {
  /// The record of a conflict as a person knows it: a learner by name, a class by its own.
  func subject(of conflict: RecordConflict) throws -> String {
    guard case .integer(let id)? = conflict.key.first else { return "" }
    switch conflict.table {
    case "mark", "enrolment":
      let id = conflict.table == "mark" ? try learner(ofMark: id) : ID<Enrolment>(rawValue: id)
      guard let id, let it = try enrolment(id) else { return "" }
      return try person(it.person)?.name.inFull ?? ""
    case "exam_result":
      guard let id = try enrolment(ofResult: ID(rawValue: id)), let it = try enrolment(id) else {
        return ""
      }
      return try person(it.person)?.name.inFull ?? ""
    case "person":
      return try person(ID<Person>(rawValue: id))?.name.inFull ?? ""
    case "course":
      return try course(ID<Course>(rawValue: id))?.title ?? ""
    default:
      return ""
    }
  }
}
