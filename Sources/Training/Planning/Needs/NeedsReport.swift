/// «نیازسنجی»: the needs of an office as a table.
public struct NeedsReport: Sendable {
  /// A line with everything named.
  public struct Line: Hashable, Sendable {
    public var year: Int
    public var priority: Int
    public var code: String
    public var title: String
    public var minutes: Int?
    public var wishes: Int
    public var audience: String
    public var office: String

    public init(
      year: Int, priority: Int, code: String, title: String, minutes: Int?, wishes: Int,
      audience: String, office: String
    ) {
      self.year = year
      self.priority = priority
      self.code = code
      self.title = title
      self.minutes = minutes
      self.wishes = wishes
      self.audience = audience
      self.office = office
    }
  }

  private let lines: [Line]

  public init(_ lines: [Line]) { self.lines = lines }

  /// The table under its titles: year, priority, code, title, hours, wishes, audience, office.
  public func sheet(title: String, titles: [String]) -> Sheet {
    let widths = [6, 7, 10, 0, 8, 9, 20, 18]
    return Sheet(
      title: title, columns: zip(titles, widths).map { Sheet.Column($0, width: $1) },
      rows: lines.map { line in
        Sheet.Row([
          .code(String(line.year)), .number(line.priority), .code(line.code), .text(line.title),
          line.minutes.map { .minutes($0) } ?? .empty, .number(line.wishes), .text(line.audience),
          .text(line.office),
        ])
      })
  }
}
