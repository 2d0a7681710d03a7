import Screens
import Store

/// Something that was asked rightly but cannot be done, in sentences a person can act on.
struct Refusal: Error, Equatable {
  var sentences: [String]

  init(_ sentences: String...) { self.sentences = sentences }
  init(all sentences: [String]) { self.sentences = sentences }
}

/// The records file cannot be used just now.
struct Unavailable: Error, Equatable {
  var sentences: [String]
}

/// How a command ends when an error reaches the top: one code, one line for each reason.
struct CommandStop {
  let code: ExitCode
  let sentences: [String]

  init(_ error: any Error) {
    switch error {
    case let problem as UsageProblem:
      code = .usage
      sentences = [problem.sentence]
    case let refusal as Refusal:
      code = .refused
      sentences = refusal.sentences
    case let unavailable as Unavailable:
      code = .unavailable
      sentences = unavailable.sentences
    case let problem as ScriptProblem:
      code = .refused
      sentences = [problem.sentence]
    case let error as StoreError:
      code = .unavailable
      sentences = [RecordsPhrases.sentence(error)]
    case let problem as FileProblem:
      code = .refused
      sentences = [problem.sentence]
    default:
      code = .refused
      sentences = [CommandLinePhrases.unexpected("\(error)")]
    }
  }
}
