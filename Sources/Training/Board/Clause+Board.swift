/// Clauses of the board: tasks, deadlines, notices.
extension Clause {
  public static let notices = Clause("S0-14", .competency, paragraph: 19)
  public static let deadlines = Clause("S0-16", .portal)

  static let board = [notices, deadlines]
}
