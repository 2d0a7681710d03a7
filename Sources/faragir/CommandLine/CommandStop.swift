import Interchange
import Screens
import Store
import TerminalKit
import UseCases

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
      code = error.exitCode
      sentences = [error.sentence]
    case let failure as Failure:
      code = failure.exitCode
      sentences = failure.items.flatMap { [$0.title] + $0.lines }
    case let problem as Interchange.FileProblem:
      code = .refused
      sentences = [ImportProblem.sentence(problem)]
    case let problem as ListMapping.Problem:
      code = .refused
      sentences = [ImportProblem.sentence(problem)]
    case let error as TerminalError:
      code = .usage
      sentences = [CommandLinePhrases.noTerminal(error)]
    case let problem as ExchangeProblem:
      code = problem == .busy ? .unavailable : .refused
      sentences = [problem.sentence]
    case let problem as FileProblem:
      code = .refused
      sentences = [problem.sentence]
    default:
      code = .refused
      sentences = [CommandLinePhrases.unexpected("\(error)")]
    }
  }
}

extension StoreError {
  /// What is wrong with the file as a whole is 3; what is wrong with one change to it is 1.
  fileprivate var exitCode: ExitCode {
    switch self {
    case .busy, .writerAway, .newerSchema, .damaged, .diskFull, .readOnly, .notARecordsFile,
      .cannotOpen, .file, .diskFailed,
      .unsuitableDisk, .other:
      .unavailable
    case .constraint, .unjournaled, .tooLarge, .cancelled, .notFound, .overtaken, .partlyDone:
      .refused
    }
  }
}

extension Failure {
  fileprivate var exitCode: ExitCode {
    if case .records(let error) = self { error.exitCode } else { .refused }
  }
}
