/// The executive programme as sheets: its numbers, its times and places, its lists (P3).
public struct PlanReport: Sendable {
  /// The words over and in the sheets.
  public struct Labels: Sendable {
    public var facts: [String]
    public var slots: [String]
    public var items: [String]
    public var slotsTitle: String
    public var itemsTitle: String
    public var purpose: @Sendable (PlanSlot.Purpose) -> String
    public var kind: @Sendable (PlanItem.Kind) -> String

    public init(
      facts: [String], slots: [String], items: [String], slotsTitle: String, itemsTitle: String,
      purpose: @escaping @Sendable (PlanSlot.Purpose) -> String,
      kind: @escaping @Sendable (PlanItem.Kind) -> String
    ) {
      self.facts = facts
      self.slots = slots
      self.items = items
      self.slotsTitle = slotsTitle
      self.itemsTitle = itemsTitle
      self.purpose = purpose
      self.kind = kind
    }
  }

  private let facts: ExecutivePlanLife.Facts

  public init(_ facts: ExecutivePlanLife.Facts) { self.facts = facts }

  /// Three sheets; `lines` are the plan's numbers as label and value.
  public func sheets(
    title: String, facts lines: [(String, String)], labels: Labels
  ) -> [Sheet] {
    [
      Sheet(
        title: title, columns: zip(labels.facts, [26, 0]).map { Sheet.Column($0, width: $1) },
        rows: lines.map { Sheet.Row([.text($0.0), .text($0.1)]) }),
      Sheet(
        title: labels.slotsTitle,
        columns: zip(labels.slots, [10, 6, 10, 6, 6, 0, 18]).map { Sheet.Column($0, width: $1) },
        rows: facts.slots.map { slot in
          Sheet.Row([
            .text(labels.purpose(slot.purpose)), .number(slot.classNumber), .date(slot.day),
            .minutes(slot.span.start), .minutes(slot.span.end), .text(slot.place),
            .text(slot.instructor),
          ])
        }),
      Sheet(
        title: labels.itemsTitle,
        columns: zip(labels.items, [14, 0, 18, 7, 7, 10]).map { Sheet.Column($0, width: $1) },
        rows: facts.items.map { item in
          Sheet.Row([
            .text(labels.kind(item.kind)), .text(item.title), .text(item.detail),
            item.count > 0 ? .number(item.count) : .empty,
            item.minutes > 0 ? .minutes(item.minutes) : .empty,
            item.day.map { .date($0) } ?? .empty,
          ])
        }),
    ]
  }
}
