public import Persian

/// A day on which offices are closed.
public struct Holiday: Hashable, Sendable, Codable {
  public var id: ID<Holiday>
  public var day: JalaliDate
  public var title: String

  public init(id: ID<Holiday>, day: JalaliDate, title: String) {
    self.id = id
    self.day = day
    self.title = title
  }
}

/// A session in the timetable of running courses (S2-2.4b).
public struct TimetableLine: Hashable, Sendable {
  public let session: ID<Session>
  public let day: JalaliDate
  public let span: TimeSpan
  public let course: String
  public let className: String
  public let place: String
  public let instructor: String
  public let office: String

  public init(
    session: ID<Session>, day: JalaliDate, span: TimeSpan, course: String, className: String,
    place: String, instructor: String, office: String
  ) {
    self.session = session
    self.day = day
    self.span = span
    self.course = course
    self.className = className
    self.place = place
    self.instructor = instructor
    self.office = office
  }
}

/// «برنامهٔ دوره‌های در حال اجرا» as a table (P22).
public struct TimetableReport: Sendable {
  private let lines: [TimetableLine]

  public init(_ lines: [TimetableLine]) { self.lines = lines }

  /// The table under its titles: day, from, to, course, class, place, instructor, office.
  public func sheet(title: String, titles: [String]) -> Sheet {
    let widths = [10, 6, 6, 0, 10, 16, 16, 16]
    return Sheet(
      title: title, columns: zip(titles, widths).map { Sheet.Column($0, width: $1) },
      rows: lines.map { line in
        Sheet.Row([
          .date(line.day), .minutes(line.span.start), .minutes(line.span.end), .text(line.course),
          .text(line.className), .text(line.place), .text(line.instructor), .text(line.office),
        ])
      })
  }
}
