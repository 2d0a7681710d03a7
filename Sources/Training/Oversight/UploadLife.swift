/// SM-22: whether an agency may send its completed courses in a workbook.
public enum UploadLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case closed, open

    public init(isOpen: Bool) { self = isOpen ? .open : .closed }
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case open, close
  }

  public struct Facts: Hashable, Sendable {
    public var agency: Agency

    public init(agency: Agency) { self.agency = agency }
  }

  public static let name = "SM-22"

  public static let table: [Transition<Self>] = [
    Transition([.closed], .open, by: [.oversight], to: .open, .undoable),
    Transition([.open], .close, by: [.oversight], to: .closed, .undoable),
  ]
}
