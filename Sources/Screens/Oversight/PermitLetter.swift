public import Store
public import Training
public import UseCases

/// The permit of a course as a letter under the letterhead of the management (S5-0e).
public struct PermitLetter: LetterDescription {
  public static let shape = LetterShape.letter(
    "oversight-permit",
    [
      "agency.name": .cell, "permit.kind": .cell, "permit.group": .cell, "permit.title": .cell,
      "permit.hours": .cell, "permit.mode": .cell, "permit.organiser": .cell,
      "permit.instructor": .cell, "permit.requested": .cell, "permit.state": .cell,
      "permit.days": .cell, "programme": .rows(["day", "from", "to"]),
    ])

  public let title = Phrases.Prints.oversightPermit
  private let id: ID<Permit>

  public init(_ id: ID<Permit>) { self.id = id }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    try context.require(.viewOversight)
    guard let line = try records.permit(id, in: context.actor.oversightReach) else {
      throw Failure.forbidden
    }
    let form = line.permit.form
    return [
      [
        "office": try records.offices(above: line.permit.agency),
        "agency.name": .text(line.agencyName), "permit.kind": .text(form.kind.name),
        "permit.group": .text(form.group.name), "permit.title": .text(form.title),
        "permit.hours": .cell(.number(form.hours)), "permit.mode": .text(form.mode.name),
        "permit.organiser": .text(form.organiser.said),
        "permit.instructor": .text(line.instructorName),
        "permit.requested": .cell(.date(line.permit.requested)),
        "permit.state": .text(line.permit.state.name),
        "permit.days": .cell(.number(form.dayCount)),
        "programme": .rows(
          form.days.map { row in
            [
              "day": .date(row.day), "from": .text(Say.clock(row.start)),
              "to": .text(Say.clock(row.end)),
            ]
          }),
      ]
    ]
  }
}
