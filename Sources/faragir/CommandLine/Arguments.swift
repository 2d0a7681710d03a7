import Persian

/// The words of a command line, checked against a syntax.
struct Arguments: Equatable {
  private(set) var operands: [String] = []
  private(set) var asksForHelp = false
  private var values: [String: String] = [:]
  private var switches: Set<String> = []

  /// Sorts words into operands, options with values, and switches.
  ///
  /// `--name value` and `--name=value` are the same, a later value replaces an earlier one, and
  /// after `--` every word is an operand. A lone `-` is an operand.
  init(_ words: [String], for syntax: Syntax) throws(UsageProblem) {
    var rest = words[...]
    var onlyOperands = false
    while let word = rest.popFirst() {
      if onlyOperands || word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else if word == "--" {
        onlyOperands = true
      } else if word == "--help" || word == "-h" {
        asksForHelp = true
      } else {
        try take(word, from: &rest, for: syntax)
      }
    }
    if !asksForHelp { try checkOperands(of: syntax) }
  }

  private mutating func take(
    _ word: String, from rest: inout ArraySlice<String>, for syntax: Syntax
  ) throws(UsageProblem) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = syntax.options.first(where: { $0.names.contains(name) }) else {
      throw .unknownOption(name, command: syntax.name)
    }
    let key = option.names[0]
    if option.value == nil {
      guard parts.count == 1 else { throw .surplusValue(option: name) }
      switches.insert(key)
    } else if parts.count == 2 {
      values[key] = String(parts[1])
    } else if let value = rest.popFirst() {
      values[key] = value
    } else {
      throw .missingValue(option: name)
    }
  }

  private func checkOperands(of syntax: Syntax) throws(UsageProblem) {
    for (place, operand) in syntax.operands.enumerated() {
      guard place < operands.count else {
        if operand.isRequired { throw .missingOperand(operand.name, command: syntax.name) }
        continue
      }
      if !operand.choices.isEmpty, !operand.choices.contains(operands[place]) {
        throw .badChoice(
          name: operand.name, value: operands[place], choices: operand.choices)
      }
    }
    if operands.count > syntax.operands.count {
      throw .surplusOperand(operands[syntax.operands.count], command: syntax.name)
    }
  }

  func has(_ option: String) -> Bool { switches.contains(option) }

  func value(_ option: String) -> String? { values[option] }

  /// The value as a whole number in any family of digits; nil when the option is not given.
  func number(_ option: String, in range: ClosedRange<Int>) throws(UsageProblem) -> Int? {
    guard let text = values[option] else { return nil }
    guard let number = Int(Digits.latin(text)), range.contains(number) else {
      throw .badValue(
        option: option, value: text, expected: "\(range.lowerBound)…\(range.upperBound)")
    }
    return number
  }

  /// The value as one of `choices`; nil when the option is not given.
  func choice(_ option: String, of choices: [String]) throws(UsageProblem) -> String? {
    guard let text = values[option] else { return nil }
    guard choices.contains(text) else {
      throw .badChoice(name: option, value: text, choices: choices)
    }
    return text
  }
}
