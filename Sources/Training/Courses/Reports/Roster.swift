/// A learner of a class as lists print it.
public struct RosterEntry: Hashable, Sendable {
  public var enrolment: ID<Enrolment>
  public var person: Person
  /// The school or office of service.
  public var workplace: String

  public init(enrolment: ID<Enrolment>, person: Person, workplace: String = "") {
    self.enrolment = enrolment
    self.person = person
    self.workplace = workplace
  }
}

/// The form of learners and scores, with two columns for signatures (P9, S2-7.4a).
public struct ClassList: Hashable, Sendable {
  /// The words of the form, which Phrases supplies.
  public struct Labels: Hashable, Sendable {
    public var title, row, code, lastName, firstName, workplace: String
    public var firstDaySignature, examSignature, score: String

    public init(
      title: String, row: String, code: String, lastName: String, firstName: String,
      workplace: String, firstDaySignature: String, examSignature: String, score: String
    ) {
      self.title = title
      self.row = row
      self.code = code
      self.lastName = lastName
      self.firstName = firstName
      self.workplace = workplace
      self.firstDaySignature = firstDaySignature
      self.examSignature = examSignature
      self.score = score
    }
  }

  public var entries: [RosterEntry]
  public init(_ entries: [RosterEntry]) { self.entries = entries }

  /// One row for each learner in the order of the list; signatures and score stay empty.
  public func sheet(_ labels: Labels) -> Sheet {
    Sheet(
      title: labels.title,
      columns: [
        Sheet.Column(labels.row, width: 4, alignment: .trailing),
        Sheet.Column(labels.code, width: 10), Sheet.Column(labels.lastName, width: 16),
        Sheet.Column(labels.firstName, width: 12), Sheet.Column(labels.workplace),
        Sheet.Column(labels.firstDaySignature, width: 14),
        Sheet.Column(labels.examSignature, width: 14),
        Sheet.Column(labels.score, width: 6, alignment: .centre),
      ],
      rows: entries.enumerated().map { index, entry in
        Sheet.Row([
          .number(index + 1), .code(entry.person.shownCode), .text(entry.person.name.last),
          .text(entry.person.name.first), entry.workplace.isEmpty ? .empty : .text(entry.workplace),
          .empty, .empty, .empty,
        ])
      })
  }
}
