private import Glibc

/// A printer that takes jobs, as the printing system of the machine names it.
public struct Printer: Hashable, Sendable {
  public var name: String
  /// Whether it is used when nobody names another.
  public var isDefault: Bool
}

/// Why nothing is printed; each case carries what a sentence about it needs.
public enum PrintProblem: Error, Hashable, Sendable {
  /// The machine has no printing system: the program of this name is missing.
  case noProgram(String)
  /// It has one that knows no printer.
  case noPrinter
  /// The program said no; `message` is its first line.
  case refused(program: String, message: String)
  /// The program did not answer and was stopped.
  case noAnswer(program: String)
  /// The paper could not be written for the printer.
  case file(FileProblem)
}

/// Printing through the machine's own `lp`.
public enum Printing {
  /// The printers that take jobs, the default one first.
  public static func printers() throws(PrintProblem) -> [Printer] {
    // Both are told to those who only look; a machine without `lp` could not print what it lists.
    let result = try run(["lpstat", "-a"])
    let names = result.output.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      // `NAME accepting requests since …`; a line that begins with space is a remark.
      guard words.count > 1, words[1] == "accepting", line.first != " " else { return nil }
      return String(words[0])
    }
    guard !names.isEmpty else {
      if result.status != 0 { throw refusal("lpstat", result) }
      throw .noPrinter
    }
    let standard = try run(["lpstat", "-d"]).output.split(separator: ":").last.map {
      String($0.filter { !$0.isWhitespace })
    }
    return names.map { Printer(name: $0, isDefault: $0 == standard) }
      .sorted { ($0.isDefault ? 0 : 1, $0.name) < ($1.isDefault ? 0 : 1, $1.name) }
  }

  /// Writes a paper into a file of its own, prints it and takes the file away.
  ///
  /// - Parameters:
  ///   - title: What the queue calls it.
  ///   - printer: Where.
  ///   - write: Writes the paper to the path it is given.
  /// - Throws: What keeps it from being printed.
  public static func print(
    _ title: String, on printer: String, _ write: (_ path: String) throws(FileProblem) -> Void
  ) throws(PrintProblem) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    // A folder that nobody else may look into: the paper is personal.
    var template = Array("\(folder)/faragir-print.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .file(.system(path: folder, code: errno)) }
    let own = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = own + "/paper.pdf"
    defer {
      unlink(path)
      rmdir(own)
    }
    do throws(FileProblem) { try write(path) } catch { throw .file(error) }
    // `lp` takes a copy before it ends.
    let result = try run(["lp", "-d", printer, "-t", title, "--", path])
    if result.status != 0 { throw refusal("lp", result) }
  }

  private static func run(_ words: [String]) throws(PrintProblem) -> SystemCommand.Result {
    do throws(SystemCommand.Problem) {
      return try SystemCommand.run(words)
    } catch {
      switch error {
      case .missing: throw .noProgram(words[0])
      case .system(let code): throw .refused(program: words[0], message: "errno \(code)")
      case .tooLong: throw .noAnswer(program: words[0])
      }
    }
  }

  private static func refusal(_ program: String, _ result: SystemCommand.Result) -> PrintProblem {
    let line = (result.errors + result.output).split(separator: "\n").first.map(String.init)
    return .refused(program: program, message: line ?? "\(result.status)")
  }
}
