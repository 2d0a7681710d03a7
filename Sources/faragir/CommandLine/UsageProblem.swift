import Screens

/// What is wrong with a command line.
enum UsageProblem: Error, Equatable {
  case unknownCommand(String)
  case unknownOption(String, command: String)
  case missingValue(option: String)
  case surplusValue(option: String)
  case missingOperand(String, command: String)
  case surplusOperand(String, command: String)
  case badValue(option: String, value: String, expected: String)
  case badChoice(name: String, value: String, choices: [String])
  case needsTerminal(command: String)

  var sentence: String {
    switch self {
    case .unknownCommand(let name): CommandLinePhrases.unknownCommand(name)
    case .unknownOption(let name, let command):
      CommandLinePhrases.unknownOption(name, command: command)
    case .missingValue(let option): CommandLinePhrases.missingValue(option)
    case .surplusValue(let option): CommandLinePhrases.surplusValue(option)
    case .missingOperand(let name, let command):
      CommandLinePhrases.missingOperand(name, command: command)
    case .surplusOperand(let word, let command):
      CommandLinePhrases.surplusOperand(word, command: command)
    case .badValue(let option, let value, let expected):
      CommandLinePhrases.badValue(option, value: value, expected: expected)
    case .badChoice(let name, let value, let choices):
      CommandLinePhrases.badChoice(name, value: value, choices: choices)
    case .needsTerminal(let command): CommandLinePhrases.needsTerminal(command)
    }
  }
}
