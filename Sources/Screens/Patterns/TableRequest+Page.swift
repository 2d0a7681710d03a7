import Store
import TerminalKit

extension TableRequest {
  /// The page that a table asks for, beside the places of its rows.
  func page<Place: Sendable>(_ place: (Row) -> Place) -> ListPage<Place> {
    switch self {
    case .first: .first
    case .last: .last
    case .after(let row, _): .after(place(row))
    case .before(let row, _): .before(place(row))
    case .from(let row, _): .from(place(row))
    }
  }
}
