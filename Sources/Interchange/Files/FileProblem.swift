/// Why a file cannot be read or written; each case carries what a sentence about it needs.
public enum FileProblem: Error, Hashable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// The system refused; `code` is its error number.
  case system(path: String, code: Int32)
  /// A folder, a device or a pipe.
  case notAFile(path: String)
  /// The file does not lie in the only folder out of which this form takes files.
  case outside(folder: String)
  /// The name is none for a file: hidden, too long, without a letter or digit, or with signs that
  /// are not seen.
  case badName(String)
  /// A file of that name is there, which is not written over.
  case exists(path: String)
  /// The person's folder holds all that it may; both in bytes.
  case folderFull(bytes: Int, limit: Int)
  /// The file has no bytes.
  case empty
  /// The file is larger than what is read.
  case tooLarge(bytes: Int, limit: Int)
  /// The workbook is of the form before 2007 (.xls).
  case oldWorkbook
  /// The workbook is protected by a password.
  case encrypted
  /// The file is a page of the web or XML, whatever its name says; many portals export such "xls".
  case webPage
  /// Neither a workbook nor text: pictures, PDF, archives of other kinds.
  case notTable
  /// The file ends too early or was changed on its way; `part` names the piece inside a workbook.
  case damaged(part: String)
  /// A piece of the workbook has a name that leads outside of it, or a name used twice.
  case unsafeName(String)
  /// The workbook has more pieces than any honest one.
  case tooManyParts(Int, limit: Int)
  /// A piece grows beyond all measure when it is unpacked.
  case bomb(part: String, bytes: Int, limit: Int)
  /// A piece declares a document type, by which files reach for other files.
  case documentType(part: String)
  /// A piece is not the XML that workbooks are made of; `offset` is in unpacked bytes.
  case malformed(part: String, offset: Int)
  /// The workbook has no such sheet.
  case noSheet(named: String, present: [String])
  /// A row has a value beyond the last column that is read.
  case tooWide(row: Int, column: Int, limit: Int)
  /// There are more rows than one sheet can have.
  case tooManyRows(limit: Int)
  /// A quotation mark opened on this line is never closed.
  case openQuote(line: Int)
  /// Whoever asked for the file stopped its writing; nothing is there.
  case cancelled
  /// The list is wanted as a workbook of the form since 2007 (.xlsx), and the file or its name is not.
  case notWorkbook
  /// No font with the Persian letters is installed, which papers need; packages that have one.
  case noFont(packages: [String], folders: [String])
}

/// The limits that keep reading bounded in time and memory.
public struct FileLimits: Hashable, Sendable {
  /// Bytes of the file itself.
  public var fileBytes = 256 << 20
  /// Pieces of a workbook, and links from one piece to others.
  public var parts = 4_096
  /// Bytes of one sheet, unpacked.
  public var sheetBytes = 1 << 30
  /// Bytes of every other piece that is read, unpacked; shared texts are held in memory.
  public var partBytes = 64 << 20
  /// How many times larger than packed a piece may become, once it passes a megabyte.
  public var ratio = 400
  /// Bytes of one text or tag, or of one line of a text file.
  public var tokenBytes = 1 << 20
  public var columns = 512
  public var rows = 1_048_576

  public static let standard = FileLimits()

  public init() {}
}
