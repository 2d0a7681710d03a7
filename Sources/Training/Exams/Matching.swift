// Pairs to be matched: each option is a prompt with its answer, and answers are chosen by the number of
// the option that has them first.

extension Question {
  /// The numbers of the options that ask, from 1.
  public var prompts: [Int] { options.indices.filter { !options[$0].text.isEmpty }.map { $0 + 1 } }

  /// The numbers of the options whose answers are chosen from, from 1: each answer once.
  public var answers: [Int] {
    var seen: Set<String> = []
    return options.indices.filter { seen.insert(options[$0].match).inserted }.map { $0 + 1 }
  }

  /// The answers in the order in which they are shown: the same for the same seed on every machine.
  ///
  /// The id of a question in its exam is such a seed, which stands in the records; so the paper, the
  /// key to it and a second print agree.
  public func answers(shuffledBy seed: Int64) -> [Int] {
    var shuffled = answers
    var chance = SplitMix64(seed: UInt64(bitPattern: seed))
    // Fisher and Yates, from the end; the library's own shuffling may change from version to version.
    for index in shuffled.indices.dropFirst().reversed() {
      shuffled.swapAt(index, chance.below(index + 1))
    }
    return shuffled
  }

  /// What a response to a matching question chose: for the number of a prompt that of an answer.
  public static func pairs(_ response: String) -> [Int: Int] {
    var pairs: [Int: Int] = [:]
    for part in response.split(separator: ",") {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map { Int($0) }
      guard sides.count == 2, let prompt = sides[0], let answer = sides[1] else { continue }
      pairs[prompt] = answer
    }
    return pairs
  }

  /// A response of pairs, as it is stored: `1=3,2=1`.
  public static func response(pairs: [Int: Int]) -> String {
    pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
  }

  /// The number of the answer that belongs to a prompt, as ``answers`` has it.
  public func answer(to prompt: Int) -> Int? {
    guard options.indices.contains(prompt - 1) else { return nil }
    return answers.first { options[$0 - 1].match == options[prompt - 1].match }
  }

  /// The share of pairs that are right, in thousandths of a percent, rounded half up.
  func matchedCredit(_ response: String) -> Int {
    let prompts = prompts
    guard !prompts.isEmpty else { return 0 }
    let given = Self.pairs(response)
    let right = prompts.count { given[$0] != nil && given[$0] == answer(to: $0) }
    return (2 * right * Option.whole + prompts.count) / (2 * prompts.count)
  }
}
