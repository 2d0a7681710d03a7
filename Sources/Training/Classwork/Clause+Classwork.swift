/// Clauses of the management of a class (S2-7).
extension Clause {
  public static let classReminder = Clause("S2-7.1b", .shortCourses, paragraph: 153)
  public static let unregistered = Clause("S2-7.6a", .shortCourses, paragraph: 163)
  public static let firstSession = Clause("S2-7.7a", .shortCourses, paragraph: 165)

  static let classwork = [classReminder, unregistered, firstSession]
}
