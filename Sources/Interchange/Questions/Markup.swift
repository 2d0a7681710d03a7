internal import Persian

/// Text with marks as a terminal can show it.
enum Markup {
  /// The formats of Moodle; the raw value is their mark.
  enum Format: String, CaseIterable {
    case html, moodle, plain, markdown
  }

  /// Nil where a picture or a formula is part of the text, which nobody could answer without.
  static func plain(_ text: String, _ format: Format) -> String? {
    switch format {
    case .plain: Normalizer.line(text)
    case .html, .moodle: withoutTags(text)
    case .markdown: withoutEmphasis(text).flatMap(withoutTags)
    }
  }

  private static func withoutTags(_ text: String) -> String? {
    var plain = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      plain += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">"), isTag(rest[open...]) else {
        // A sign of comparison.
        plain.append("<")
        rest = rest[rest.index(after: open)...]
        continue
      }
      let tag = rest[open..<close].lowercased()
      if ["<img", "<object", "<video", "<audio", "<svg"].contains(where: { tag.hasPrefix($0) }) {
        return nil
      }
      if ["<br", "<p", "</p", "<li", "<div", "</div"].contains(where: { tag.hasPrefix($0) }) {
        plain += " "
      }
      rest = rest[rest.index(after: close)...]
    }
    plain += rest
    for (entity, sign) in [
      ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
      ("&zwnj;", "\u{200C}"), ("&amp;", "&"),
    ] { plain.replace(entity, with: sign) }
    return Normalizer.line(plain)
  }

  private static func isTag(_ text: Substring) -> Bool {
    let next = text.dropFirst().first
    return next == "/" || (next?.isLetter ?? false)
  }

  /// Stars, ticks and lines around words go, links keep their words.
  private static func withoutEmphasis(_ text: String) -> String? {
    var plain = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "!" where rest.first == "[" && rest.contains("("): return nil
      case "[":
        guard let link = link(rest) else {
          plain.append(character)
          continue
        }
        plain += link.text
        rest = link.rest
      // A star between blanks is a sign of its own.
      case "*" where plain.last?.isWhitespace == true && rest.first?.isWhitespace == true:
        plain.append(character)
      case "*", "`": continue
      // Two of them are a mark; one is part of a name, and many are a gap.
      case "_":
        let more = rest.prefix { $0 == "_" }
        if more.count != 1 { plain += "_" + more }
        rest = rest[more.endIndex...]
      default: plain.append(character)
      }
    }
    return plain
  }

  /// `text](address)`, with what follows it.
  private static func link(_ text: Substring) -> (text: Substring, rest: Substring)? {
    guard let middle = text.firstRange(of: "]("),
      let end = text[middle.upperBound...].firstIndex(of: ")")
    else { return nil }
    return (text[..<middle.lowerBound], text[text.index(after: end)...])
  }
}
