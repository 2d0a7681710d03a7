/// The learners whose absence is more than one tenth of the course, picked out at its end (S2-7.9a).
public struct OverLimitList: Sendable {
  /// The words of the list, which Phrases supplies.
  public struct Labels: Sendable {
    public var title, row, code, name, workplace, absent, allowed, excess: String

    public init(
      title: String, row: String, code: String, name: String, workplace: String, absent: String,
      allowed: String, excess: String
    ) {
      self.title = title
      self.row = row
      self.code = code
      self.name = name
      self.workplace = workplace
      self.absent = absent
      self.allowed = allowed
      self.excess = excess
    }
  }

  private let lines: [(entry: RosterEntry, margin: AbsenceMargin)]

  /// Takes all learners of a class with their absences; who is within the limit is left out.
  public init(_ learners: [(entry: RosterEntry, margin: AbsenceMargin)]) {
    lines = learners.filter(\.margin.isOver)
  }

  /// A row for each learner over the limit, in the order of the class.
  public func sheet(_ labels: Labels) -> Sheet {
    Sheet(
      title: labels.title,
      columns: [
        Sheet.Column(labels.row, width: 4, alignment: .trailing),
        Sheet.Column(labels.code, width: 10), Sheet.Column(labels.name, width: 24),
        Sheet.Column(labels.workplace), Sheet.Column(labels.absent, width: 7, alignment: .trailing),
        Sheet.Column(labels.allowed, width: 7, alignment: .trailing),
        Sheet.Column(labels.excess, width: 7, alignment: .trailing),
      ],
      rows: lines.enumerated().map { index, line in
        let (entry, margin) = line
        return Sheet.Row([
          .number(index + 1), .code(entry.person.shownCode),
          .text(entry.person.name.surnameFirst),
          entry.workplace.isEmpty ? .empty : .text(entry.workplace), .minutes(margin.absent),
          .minutes(margin.allowed), .minutes(margin.absent - margin.allowed),
        ])
      })
  }
}
