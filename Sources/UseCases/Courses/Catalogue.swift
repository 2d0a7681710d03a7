public import Store
public import Training

/// Adds a course to the catalogue.
public struct RegisterCourse: UseCase {
  public static let name = "course.register"
  public var id: ID<Course>?
  /// Its id is replaced by the one that is drawn.
  public var course: Course

  public init(_ course: Course) {
    self.course = course
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editCatalogue)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Course> {
    guard let id else { throw StoreError.notFound }
    var course = course
    course.id = id
    try course.complain()
    try records.insert(course)
    return id
  }
}

/// Corrects a course of the catalogue, or takes its permit away.
public struct EditCourse: UseCase {
  public static let name = "course.edit"
  /// As the form showed it.
  public var before: Course
  public var after: Course

  public init(before: Course, after: Course) {
    self.before = before
    self.after = after
    self.after.id = before.id
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editCatalogue)
    guard try records.course(before.id) != nil else { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    try after.complain()
    try Failure.check(try records.update(before, to: after), on: before.title)
  }
}

extension Course {
  /// Throws the first field that makes no course.
  func complain() throws(Failure) {
    if code.isEmpty || !code.allSatisfy({ $0.isASCII && !$0.isWhitespace }) {
      throw .complaint(field: "code", code.isEmpty ? .empty : .notNumber)
    }
    if title.allSatisfy(\.isWhitespace) { throw .complaint(field: "title", .empty) }
    guard (1...60_000).contains(minutes) else {
      throw .complaint(field: "minutes", .outOfRange(1...60_000))
    }
  }
}
