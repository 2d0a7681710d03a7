public import Persian

/// SM-8, the financial document: compiled while the course lasts, sent, and paid.
public enum FinancialLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case compiling, sent, paid
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case edit, send, pay
  }

  public struct Facts: Hashable, Sendable {
    /// As it is, or as it would become.
    public var document: FinancialDocument
    public var day: JalaliDate
    public var items: [FolderItem]
    /// One for each active factor.
    public var pay: [PayLine]
    /// Whether sending or payment is being recorded: its fields are looked at then.
    public var isRecording: Bool

    public init(
      document: FinancialDocument, day: JalaliDate, items: [FolderItem] = [],
      pay: [PayLine] = [], isRecording: Bool = false
    ) {
      self.document = document
      self.day = day
      self.items = items
      self.pay = pay
      self.isRecording = isRecording
    }
  }

  public static let name = "SM-8b"

  public static let table: [Transition<Self>] = [
    Transition([.compiling], .edit, by: [.courseManager, .expert], to: nil, .undoable),
    Transition(
      [.compiling], .send, by: [.courseManager, .expert], to: .sent, .undoable,
      guards: { _ in [FinancialPartsThere(), PayWhole(), SendingRecorded()] }),
    Transition(
      [.sent], .pay, by: [.expert], to: .paid, .undoable, guards: { _ in [PaymentRecorded()] }),
  ]
}
