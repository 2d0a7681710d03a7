/// Reasons about a question of the bank.
public enum QuestionReason: Hashable, Sendable, Codable {
  case stemMissing
  case textTooLong(Int, most: Int)
  case fewOptions(Int, needed: Int)
  case manyOptions(Int, most: Int)
  case noRightOption
  /// The shares of right choices, in thousandths of a percent together.
  case sharesDiffer(Int)
  case optionRepeated(String)
  case notNumber(String)
  /// A prompt without its answer.
  case matchMissing(String)
  case fewPairs(prompts: Int, answers: Int)
  /// Every answer is the same, so nothing is matched.
  case matchesAlike
  case optionsOnDescriptive
  /// So many exams ask it whose questions are fixed.
  case fixed(Int)
  case retired(String)
  case attachedAlready(String)
}
