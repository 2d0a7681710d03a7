import FoundationEssentials
public import Interchange
import Persian
public import Training

/// The forms in which a list leaves the program.
public enum SheetFormat: Hashable, Sendable {
  case workbook, table
  case text(SheetPaper)
  case pdf(SheetPaper)

  /// Where files go unless somebody types another place: the home of the person.
  static var folder: String {
    ProcessInfo.processInfo.environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "."
  }

  /// A typed path with `~` for the home.
  static func expanded(_ path: String) -> String {
    let path = Normalizer.line(path)
    return path == "~" || path.hasPrefix("~/") ? folder + path.dropFirst() : path
  }

  /// The title as a name for a file: what folders and shells would stumble over is left out.
  static func fileName(_ title: String, ending: String) -> String {
    var name = ""
    for scalar in title.unicodeScalars {
      let isPlain =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar == "\u{200C}"
      if isPlain {
        name.unicodeScalars.append(scalar)
      } else if let last = name.unicodeScalars.last, last != "-" {
        name += "-"
      }
    }
    while name.last == "-" { name.removeLast() }
    return (name.isEmpty ? "list" : name) + "." + ending
  }

  var ending: String {
    switch self {
    case .workbook: "xlsx"
    case .table: "csv"
    case .text: "txt"
    case .pdf: "pdf"
    }
  }

  /// Writes the file whole or not at all.
  public func write(_ sheet: Sheet, to path: String) -> Result<String, FileProblem> {
    do throws(FileProblem) {
      switch self {
      case .workbook: try WorkbookWriter.write([sheet], to: path)
      case .table: try TextWriter.write(sheet, to: path)
      case .text(let paper): try PaperFile.write(pages: paper.pages(of: sheet), to: path)
      case .pdf(let paper): try PDFDocument.portal().write([paper.letter(of: sheet)], to: path)
      }
      return .success(path)
    } catch {
      return .failure(error)
    }
  }
}

extension PDFDocument {
  /// Papers with the portal's words at their foot, in the fonts of the machine.
  static func portal() throws(FileProblem) -> PDFDocument {
    PDFDocument(fonts: try PaperFonts(), foot: SheetPhrases.foot)
  }
}
