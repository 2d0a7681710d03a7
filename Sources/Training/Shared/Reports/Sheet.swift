public import Persian

/// A table as values: columns once, typed cells.
///
/// The one form that feeds the table widget, CSV, XLSX and plain print, and that readers of
/// files produce.
public struct Sheet: Equatable, Sendable {
  public enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    /// Digits that are a name, not a quantity: national code, personnel code; never a number cell.
    case code(String)
    case number(Int)
    case decimal(Double)
    case date(JalaliDate)
    /// Minutes of the day or a duration in minutes.
    case minutes(Int)
    case rials(Int)
  }

  public enum Alignment: Hashable, Sendable { case leading, centre, trailing }

  public struct Column: Hashable, Sendable {
    public var title: String
    /// Preferred width in cells of the terminal; 0 takes what is left.
    public var width: Int
    public var alignment: Alignment

    public init(_ title: String, width: Int = 0, alignment: Alignment = .leading) {
      self.title = title
      self.width = width
      self.alignment = alignment
    }
  }

  public struct Row: Equatable, Sendable {
    /// The row number in the file it was read from, 1-based; 0 when it was made here.
    public var number: Int
    public var cells: [Cell]

    public init(_ cells: [Cell], number: Int = 0) {
      self.cells = cells
      self.number = number
    }
  }

  /// The name of the sheet and the title over a print.
  public var title: String
  public var columns: [Column]
  public var rows: [Row]

  public init(title: String, columns: [Column], rows: [Row] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}

extension Sheet.Cell {
  /// The cell as it is read on paper: Persian digits, days and hours in their usual form.
  public var printed: String {
    switch self {
    case .empty: ""
    case .text(let text): Normalizer.lines(text)
    case .code(let code): Digits.persian(code)
    case .number(let number): Numbers.plain(number)
    case .decimal(let number): Numbers.decimal(number)
    case .date(let date): date.text()
    case .minutes(let minutes): HourMinute.text(minutes)
    case .rials(let rials): Numbers.grouped(rials)
    }
  }
}
