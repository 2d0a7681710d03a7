import Interchange
import Store
import TerminalKit
import Training
import UseCases

/// Asks where a file goes, and before it takes the place of another.
struct SaveForm: FormDescription {
  struct Draft: Sendable {
    var path: String
  }

  static let name = "save-file"
  let submission: String? = Phrases.Submission.write
  let title: String
  /// The path offered.
  let path: String
  /// Writes the file whole or not at all.
  let write: @Sendable (Portal, String) -> Result<Void, SaveTrouble>

  /// - Parameters:
  ///   - title: What is saved.
  ///   - file: The name offered, in the person's home.
  ///   - write: Writes the file to a path.
  init(
    _ title: String, file: String,
    write: @escaping @Sendable (Portal, String) -> Result<Void, SaveTrouble>
  ) {
    self.title = title
    // A name that came with a record may hold a path of its own.
    path = SheetFormat.folder + "/" + (file.split(separator: "/").last.map(String.init) ?? "")
    self.write = write
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    (Draft(path: path), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [.text(SheetPhrases.path, \.path, limit: 1_000, direction: .ltr).required()]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let target: FileReach.Target
    do throws(FileProblem) {
      target = try portal.files.target(SheetFormat.expanded(draft.path))
    } catch {
      return .success(.notice(SheetPhrases.said(error), .bad))
    }
    let path = target.path
    guard target.isThere else { return .success(said(write(portal, path), path)) }
    return .success(
      .open(
        AskScreen(SheetPhrases.isThere(path), yes: SheetPhrases.replace) { [self] portal, _ in
          .success(said(write(portal, path), path))
        }))
  }

  private func said(_ result: Result<Void, SaveTrouble>, _ path: String) -> Step {
    switch result {
    case .success: .notice(SheetPhrases.saved(path), .good)
    case .failure(let trouble): .notice(trouble.sentence, .bad)
    }
  }
}

/// Why a file was not saved, already in words.
struct SaveTrouble: Error {
  let sentence: String

  init(_ problem: FileProblem) { sentence = SheetPhrases.said(problem) }
  init(_ failure: Failure) { sentence = failure.sentence }
}

extension SaveForm {
  /// Bytes that are at hand, such as a calendar or a text.
  init(
    _ title: String, file: String, bytes: @escaping @Sendable (Portal) -> Result<[UInt8], Failure>
  ) {
    self.init(title, file: file) { portal, path in
      bytes(portal).mapError(SaveTrouble.init).flatMap { bytes in
        Result { () throws(FileProblem) in try WholeFile.write(bytes, to: path) }
          .mapError(SaveTrouble.init)
      }
    }
  }
}
