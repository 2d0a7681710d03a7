import Persian

/// Finding rows by what a person types of them: every word somewhere, ZWNJ and spaces ignored.
struct Search: Sendable {
  private let words: [String]

  init(_ typed: String) {
    words = SearchKey.words(typed)
  }

  var isEmpty: Bool { words.isEmpty }

  /// The form in which texts are searched; worth keeping where there are many.
  static func key(_ text: String) -> String { SearchKey.joined(text) }

  func matches(key: String) -> Bool {
    words.allSatisfy { key.contains($0) }
  }
}
