import Persian
public import Store
public import Training
public import UseCases

/// «متن اطلاع‌رسانی»: what was announced of a course, for the site of an office (P21, S2-4.9b).
public struct AnnouncementPaper: LetterDescription {
  public static let shape = LetterShape(
    "announcement",
    [
      "office": .list, "lines": .rows(["line"]), "notice.day": .cell, "notice.channels": .cell,
    ])

  public let title = Print.announcement.name
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    try context.require(.viewRequests)
    guard let line = try records.request(request, in: context.actor.courseReach) else {
      throw Failure.forbidden
    }
    let titles = try records.items(of: "announcement-channel")
    return try records.notices(of: request).prefix(1).map { notice in
      [
        "office": try records.offices(above: line.request.unit),
        "lines": .rows(
          notice.text.split(separator: "\n").map { ["line": .text(String($0))] }),
        "notice.day": .cell(.date(notice.day)),
        "notice.channels": .text(
          Say.list(
            notice.channels.map { code in titles.first { $0.code == code }?.title ?? code })),
      ]
    }
  }
}
