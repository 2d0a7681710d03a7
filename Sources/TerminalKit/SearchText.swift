/// Text as searches inside widgets compare it.
enum SearchText {
  static func key(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0.value != 0x200C }))
  }
}
