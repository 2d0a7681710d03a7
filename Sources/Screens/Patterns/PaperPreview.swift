import Interchange
import Training

/// What a screen shows of papers before they are printed: the pages of the PDF, laid for the screen.
enum PaperPreview {
  /// - Returns: Page by page what the PDF has on each; where the machine has no font for a PDF, pages
  ///   of plain text.
  static func laying(_ letters: [Letter]) -> PaperPages.Laying {
    let letters = letters.map(\.onPaper)
    var pages: [LetterPage] = []
    do throws(FileProblem) {
      let document = try PDFDocument.portal()
      for letter in letters { pages += try document.pages(of: letter) }
    } catch {
      return { _ in LetterScreen.paper.pages(of: letters) }
    }
    return { [pages] columns in
      pages.map { LetterScreen.paper.lines(of: $0, width: columns - 1) }
    }
  }
}
