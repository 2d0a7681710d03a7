import Screens
import Store
import Training
import UseCases

/// `faragir verify`: is this certificate true? Asks nobody to sign in.
///
/// Ends with 0 only for a valid certificate; a revoked, changed or unknown one is refused.
enum VerifyCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "verify", summary: CommandLinePhrases.Summary.verify,
      notes: CommandLinePhrases.Notes.verify, operands: [.init("CODE")],
      options: RecordsFile.options + [.init("--json", help: CommandLinePhrases.Option.json)])
  }

  private struct Report: Encodable {
    var code: String
    var verdict: String
    var sentence: String
    var facts: [String]
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    guard let code = CertificateCode(arguments.operands[0]) else {
      throw Refusal(CommandLinePhrases.Records.noCode)
    }
    let store = try RecordsFile(arguments).openExisting()
    let verdict = try store.read { try $0.verdict(on: code) }
    var output = Output()
    if arguments.has("--json") {
      try output.write(
        json: Report(
          code: code.digits, verdict: verdict.word, sentence: verdict.sentence,
          facts: verdict.lines))
    } else {
      for line in (verdict.isValid ? [verdict.sentence] : []) + verdict.lines {
        try output.write(line + "\n")
      }
    }
    try output.flush()
    guard verdict.isValid else { throw Refusal(verdict.sentence) }
    return .done
  }
}

extension CertificateVerdict {
  fileprivate var isValid: Bool { word == "valid" }

  /// The word for scripts.
  fileprivate var word: String {
    switch self {
    case .valid: "valid"
    case .revoked: "revoked"
    case .changed: "changed"
    case .unknown: "unknown"
    }
  }
}
