import Persian

/// The attendance list: one column for each session, and the total of absence (P10, S2-7.5a).
public struct AttendanceList: Sendable {
  /// The words of the list, which Phrases supplies.
  public struct Labels: Sendable {
    public var title, row, code, name, absent, remaining, present: String
    /// The sign of each status in a cell.
    public var symbols: [AttendanceMark.Status: String]
    /// The heading of a session's column: its day and hours.
    public var session: @Sendable (Session) -> String

    public init(
      title: String, row: String, code: String, name: String, absent: String, remaining: String,
      present: String, symbols: [AttendanceMark.Status: String],
      session: @escaping @Sendable (Session) -> String
    ) {
      self.title = title
      self.row = row
      self.code = code
      self.name = name
      self.absent = absent
      self.remaining = remaining
      self.present = present
      self.symbols = symbols
      self.session = session
    }
  }

  public var entries: [RosterEntry]
  public var register: AttendanceRegister
  public var courseMinutes: Int
  public var rules: Rules

  /// - Precondition: `entries` are the learners of `register`, in its order.
  public init(
    _ entries: [RosterEntry], register: AttendanceRegister, courseMinutes: Int, rules: Rules
  ) {
    precondition(
      entries.map(\.enrolment) == register.learners, "the list and the register differ")
    self.entries = entries
    self.register = register
    self.courseMinutes = courseMinutes
    self.rules = rules
  }

  /// A row for each learner, then a row with the number present in each session.
  ///
  /// A cell has the sign of its status, with the minutes away where they are not the whole
  /// session; a cell without a mark stays empty, to be filled by hand.
  public func sheet(_ labels: Labels) -> Sheet {
    var columns = [
      Sheet.Column(labels.row, width: 4, alignment: .trailing),
      Sheet.Column(labels.code, width: 10), Sheet.Column(labels.name, width: 24),
    ]
    columns += register.sessions.map {
      Sheet.Column(labels.session($0), width: 7, alignment: .centre)
    }
    columns += [
      Sheet.Column(labels.absent, width: 7, alignment: .trailing),
      Sheet.Column(labels.remaining, width: 7, alignment: .trailing),
    ]
    return Sheet(
      title: labels.title, columns: columns,
      rows: entries.indices.map { row($0, labels) } + [totals(labels)])
  }

  private func row(_ index: Int, _ labels: Labels) -> Sheet.Row {
    let person = entries[index].person
    let margin = register.margin(row: index, courseMinutes: courseMinutes, rules: rules)
    var cells: [Sheet.Cell] = [
      .number(index + 1), .code(person.shownCode), .text(person.name.surnameFirst),
    ]
    for column in register.sessions.indices {
      cells.append(cell(row: index, column: column, labels))
    }
    return Sheet.Row(cells + [.minutes(margin.absent), .minutes(margin.remaining)])
  }

  private func cell(row: Int, column: Int, _ labels: Labels) -> Sheet.Cell {
    guard let mark = register.mark(row: row, column: column) else { return .empty }
    let symbol = labels.symbols[mark.status] ?? ""
    guard !mark.absences.isEmpty else { return .text(symbol) }
    let minutes = mark.absentMinutes(in: register.sessions[column].span)
    return .text("\(symbol) \(Digits.persian(minutes))")
  }

  private func totals(_ labels: Labels) -> Sheet.Row {
    let present = register.sessions.indices.map { column -> Sheet.Cell in
      let total = register.total(column: column)
      return total.marked == 0
        ? .empty : .number(total.marked - total[.absent] - total[.excused])
    }
    return Sheet.Row([.empty, .empty, .text(labels.present)] + present + [.empty, .empty])
  }
}
