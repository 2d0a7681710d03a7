import Training

extension Question {
  /// A response in words.
  func said(_ response: String) -> String {
    switch kind {
    case .single, .multiple:
      let given = Self.choices(response).sorted().filter { options.indices.contains($0 - 1) }
      return given.isEmpty ? "—" : Say.list(given.map { options[$0 - 1].text })
    case .matching: return said(Self.pairs(response))
    case .text, .number, .descriptive: return response.isEmpty ? "—" : response
    }
  }

  /// Right answers in words.
  var rightSaid: String {
    guard kind == .matching else { return Say.list(options.filter(\.isRight).map(\.text)) }
    var pairs: [Int: Int] = [:]
    for prompt in prompts { pairs[prompt] = answer(to: prompt) }
    return said(pairs)
  }

  /// Each prompt with its answer, as they follow each other in reading.
  private func said(_ pairs: [Int: Int]) -> String {
    let known = prompts.compactMap { prompt -> String? in
      guard let answer = pairs[prompt], options.indices.contains(answer - 1) else { return nil }
      return Phrases.Bank.pair(options[prompt - 1].text, options[answer - 1].match)
    }
    return known.isEmpty ? "—" : Say.list(known)
  }
}
