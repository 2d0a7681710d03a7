/// Pages of plain text as a file that printers take.
public enum PaperFile {
  /// All pages as one text; a form feed begins each page but the first.
  public static func text(of pages: [[String]]) -> String {
    pages.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\u{C}")
  }

  /// Writes pages to a file as UTF-8, whole or not at all.
  public static func write(pages: [[String]], to path: String) throws(FileProblem) {
    let sink = try FileSink(path: path)
    try sink.write(text(of: pages).utf8)
    try sink.finish()
  }
}
