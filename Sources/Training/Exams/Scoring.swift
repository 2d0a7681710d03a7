import Persian

extension Question {
  /// The share of the points that a response brings, in thousandths of a percent, 0…100,000.
  ///
  /// Shares that take away do so within the question only, as Moodle has it. A descriptive question is
  /// scored by a person, so it brings nothing here.
  public func credit(for response: String) -> Int {
    let sum =
      switch kind {
      case .single, .multiple:
        Self.choices(response).reduce(0) { sum, number in
          options.indices.contains(number - 1) ? sum + options[number - 1].weight : sum
        }
      case .text: best { accepts(response, $0) }
      case .number: best { AcceptedNumber($0)?.accepts(response) ?? false }
      case .matching: matchedCredit(response)
      case .descriptive: 0
      }
    return min(max(sum, 0), Option.whole)
  }

  /// Whether a response can be one to this question: choices that it has, one where one is given.
  public func understands(_ response: String) -> Bool {
    if kind == .matching {
      let pairs = Self.pairs(response)
      return Self.response(pairs: pairs) == response
        && pairs.allSatisfy { prompts.contains($0.key) && answers.contains($0.value) }
    }
    guard kind == .single || kind == .multiple else {
      return response.unicodeScalars.count <= Self.longestOption
    }
    let choices = Self.choices(response)
    return Self.response(choices) == response
      && choices.allSatisfy(options.indices.map { $0 + 1 }.contains)
      && (kind == .multiple || choices.count <= 1)
  }

  /// The numbers of choices in a response, from 1.
  public static func choices(_ response: String) -> Set<Int> {
    Set(response.split(separator: ",").compactMap { Int($0) })
  }

  /// A response of choices, as it is stored.
  public static func response(_ choices: Set<Int>) -> String {
    choices.sorted().map(String.init).joined(separator: ",")
  }

  private func best(_ accepts: (String) -> Bool) -> Int {
    options.filter { accepts($0.text) }.map(\.weight).max() ?? 0
  }

  /// Letters count as people read them: their forms, digits, case and half-spaces make no difference.
  private func accepts(_ response: String, _ text: String) -> Bool {
    let key = SearchKey.joined(Normalizer.line(response))
    guard !key.isEmpty else { return false }
    // A star of the file stands for whatever is written in its place.
    let parts = text.split(separator: "*", omittingEmptySubsequences: false)
      .map { SearchKey.joined(Normalizer.line(String($0))) }
    guard parts.count > 1 else { return key == parts[0] }
    var rest = key[...]
    for (index, part) in parts.enumerated() where !part.isEmpty {
      if index == 0 {
        guard rest.hasPrefix(part) else { return false }
        rest = rest.dropFirst(part.count)
      } else if index == parts.count - 1 {
        return rest.hasSuffix(part)
      } else {
        guard let range = rest.firstRange(of: part) else { return false }
        rest = rest[range.upperBound...]
      }
    }
    return true
  }
}

/// The score of an exam at the terminal out of its answers (S2-8.6c).
public enum ExamScoring {
  /// One question with the response to it, empty for none.
  public struct Answered: Hashable, Sendable {
    public var question: Question
    public var weight: Int
    public var response: String

    public init(_ question: Question, weight: Int, response: String) {
      self.question = question
      self.weight = weight
      self.response = response
    }
  }

  /// The full score of the exam by the credit of each question and its points, rounded to hundredths.
  public static func score(_ answers: [Answered], of maximum: Score) -> Score {
    let points = answers.reduce(0) { $0 + $1.weight }
    guard points > 0 else { return Score(0) }
    let earned = answers.reduce(0) { $0 + $1.weight * $1.question.credit(for: $1.response) }
    let whole = points * Question.Option.whole
    return Score(hundredths: (2 * earned * maximum.hundredths + whole) / (2 * whole))
  }
}
