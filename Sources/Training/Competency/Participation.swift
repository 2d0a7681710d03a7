public import Persian

/// Whether the programme of competency development is compulsory for a person (S1-1g).
public enum Participation: Hashable, Sendable {
  /// Teachers, and everybody else whose post is neither administrative nor service.
  case compulsory
  /// Administrative and service staff.
  case exempt
  /// Not an employee of education, so without an electronic file of the programme.
  case notEmployee

  /// By the kind of post in the decree that holds on the day; where none says it, by the kind of
  /// person.
  ///
  /// The list of obliged persons asks the records the same in SQL.
  public init(_ person: Person, _ employment: Employment, on day: JalaliDate) {
    guard Self.employees.contains(person.kind) else {
      self = .notEmployee
      return
    }
    let post = employment.decree(on: day)?.postKind ?? ""
    self =
      Self.exemptPosts.contains(post.isEmpty ? person.kind.rawValue : post) ? .exempt : .compulsory
  }

  /// Who is employed by education.
  public static let employees: [Person.Kind] = [.teacher, .administrative, .service]
  /// Codes of the list `post-kind`, which are those of the kinds of person too.
  public static let exemptPosts = ["administrative", "service"]
}
