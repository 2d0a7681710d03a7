/// A paper as values: a letter, a form, a card, or slips several to a page.
///
/// It says what stands on the paper, not where: one form feeds the preview, plain text and whatever
/// sets type later, so nothing here counts characters.
public struct Letter: Equatable, Sendable {
  /// A label with what is written beside it; an empty value is left to be written by hand.
  public struct Field: Hashable, Sendable {
    /// Empty for a line of its own.
    public var label: String
    public var value: String

    public init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  public struct Tick: Hashable, Sendable {
    public var label: String
    public var isTicked: Bool

    public init(_ label: String, isTicked: Bool) {
      self.label = label
      self.isTicked = isTicked
    }
  }

  public enum Block: Equatable, Sendable {
    case paragraph(String)
    case heading(String)
    case fields([Field])
    /// The first columns, as many as `repeating`, stand again where a table is wider than the paper.
    case table(Sheet, repeating: Int)
    case ticks([Tick])
    /// Who signs, side by side: the office as the label, the name as the value.
    case signatures([Field])
    case note(String)
    /// A text that machines read too: on paper a QR code with the text beside it.
    case code(String)
    case pageBreak
    /// Slips to be cut apart, so many side by side; none goes over two pages.
    case slips([[Field]], across: Int)
  }

  /// The offices from the top down.
  public var letterhead: [String]
  /// Number, date and attachment; empty for a form that is no letter.
  public var reference: [Field]
  public var recipient: [String]
  public var title: String
  public var body: [Block]
  /// Stands at the foot of every page.
  public var footer: String
  /// Whether the paper lies across.
  public var isAcross: Bool

  public init(
    title: String, letterhead: [String] = [], reference: [Field] = [], recipient: [String] = [],
    body: [Block] = [], footer: String = "", isAcross: Bool = false
  ) {
    self.title = title
    self.letterhead = letterhead
    self.reference = reference
    self.recipient = recipient
    self.body = body
    self.footer = footer
    self.isAcross = isAcross
  }

  /// The tables of the paper, for workbooks.
  public var sheets: [Sheet] {
    body.compactMap { block in
      guard case .table(var sheet, _) = block else { return nil }
      if sheet.title.isEmpty { sheet.title = title }
      return sheet
    }
  }
}
