import Persian
public import Store
public import Training
public import UseCases

/// «نامهٔ هماهنگی مکان»: to whoever has a place outside the training centre (P6, S2-2.8b).
public struct VenueLetter: LetterDescription {
  public static let shape = LetterShape.letter(
    "venue",
    [
      "venue.recipient": .cell, "course.code": .cell, "course.title": .cell,
      "slots": .rows(["purpose", "class", "day", "from", "to", "place"]),
      "events": .rows(["title", "day", "place"]),
    ])

  public let title = Phrases.Plan.letter
  /// The number and the day recorded in the programme.
  public let reference: LetterReference
  private let plan: ID<ExecutivePlan>

  public init(_ plan: ExecutivePlan) {
    self.plan = plan.id
    reference = LetterReference(number: plan.letter.number, date: plan.letter.day?.said ?? "")
  }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    guard let facts = try ExecutivePlanLife.situation(of: plan, records, context)?.facts else {
      throw Failure.forbidden
    }
    try PlanLetter().findings(in: facts).orRefuse()
    return [
      [
        "office": try records.offices(above: facts.request.unit),
        "venue.recipient": .text(facts.plan.letter.recipient),
        "course.code": .cell(.code(facts.course.code)),
        "course.title": .text(facts.course.title),
        "slots": .rows(facts.slots.filter(\.isOutside).map(Self.row)),
        "events": .rows(
          facts.items.filter(\.isOutside).map { item in
            [
              "title": .text(item.title), "day": item.day.map { .date($0) } ?? .empty,
              "place": .text(item.detail),
            ]
          }),
      ]
    ]
  }

  private static func row(_ slot: PlanSlot) -> [String: Sheet.Cell] {
    [
      "purpose": .text(slot.purpose.name), "class": .number(slot.classNumber),
      "day": .date(slot.day), "from": .minutes(slot.span.start), "to": .minutes(slot.span.end),
      "place": .text(slot.place),
    ]
  }
}
