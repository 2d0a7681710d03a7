import FoundationEssentials

/// Every errand by its name.
enum ErrandCatalog {
  static let all: [any Errand.Type] = [
    ReadAnnouncement.self, NoteUnlocking.self, ListConflicts.self, ShowConflict.self,
    SettleConflict.self,
  ]

  private static let byName: [String: any Errand.Type] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The errand of a piece of work; nil where it is a use case.
  static func decode(_ work: Order.Work) throws -> (any Errand)? {
    guard let type = byName[work.name] else { return nil }
    return try OrderCoding.decoder().decode(type, from: work.arguments)
  }
}

/// Says nothing more than that it was done.
struct Nothing: Codable, Sendable {}
