import Persian
import UseCases

/// Other words by which the places of the portal are looked for: `Assets/Terms/synonyms.txt`, a line
/// `title: word، word` for each.
struct Synonyms: Sendable {
  /// By the title as the menu has it.
  let words: [String: [String]]

  /// None where the file is not there: the titles still find everything.
  init(of portal: Portal) {
    let bytes = (try? portal.asset("Terms/synonyms.txt")) ?? []
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  init(_ text: String) {
    var words: [String: [String]] = [:]
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      words[Normalizer.line(String(parts[0])), default: []] += parts[1].split(separator: "\u{60C}")
        .map { Normalizer.line(String($0)) }
    }
    self.words = words
  }
}
