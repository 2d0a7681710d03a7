internal import Persian
public import Training

/// Writes questions in the GIFT format, so that Moodle and this program read them again.
public enum GIFTWriter {
  /// The text of a file; parts of the course become categories.
  public static func text(_ questions: [Question]) -> String {
    var text = ""
    var topic = ""
    for question in questions {
      if question.topic != topic {
        topic = question.topic
        // A stroke parts categories, two are one of a name.
        text += "$CATEGORY: \(topic.replacing("/", with: "//"))\n\n"
      }
      text += paragraph(question) + "\n\n"
    }
    return text
  }

  private static func paragraph(_ it: Question) -> String {
    // Two strokes at the front of a line begin a comment, a dollar a command, a bracket may begin a
    // format, and what looks like a tag is none.
    let texts = [it.stem, it.feedback] + it.options.flatMap { [$0.text, $0.match, $0.feedback] }
    let isPlain =
      ["//", "$", "["].contains { it.stem.hasPrefix($0) }
      || texts.contains { text in text.contains { $0 == "<" || $0 == "&" } }
    let stem = (isPlain ? "[plain]" : "") + escaped(it.stem)
    var lines = ["\(stem) {" + (it.kind == .number ? "#" : "")]
    lines += it.options.map { "  " + line($0, it.kind) }
    if !it.feedback.isEmpty { lines.append("  ####\(escaped(it.feedback))") }
    return lines.joined(separator: "\n") + "\n}"
  }

  private static func line(_ option: Question.Option, _ kind: Question.Kind) -> String {
    if kind == .matching {
      return "=\(arrowless(option.text)) -> \(arrowless(option.match))"
    }
    // A number keeps its colon and dots.
    let text = kind == .number ? option.text : arrowless(option.text)
    let feedback = option.feedback.isEmpty ? "" : " #\(escaped(option.feedback))"
    return sign(option, kind) + text + feedback
  }

  private static func sign(_ option: Question.Option, _ kind: Question.Kind) -> String {
    let isWhole = option.weight == Question.Option.whole
    switch kind {
    case .single where isWhole: return "="
    case .single: return option.weight == 0 ? "~" : "~\(percent(option.weight))"
    case .multiple: return "~\(percent(option.weight))"
    case .text, .number, .matching, .descriptive:
      return isWhole ? "=" : "=\(percent(option.weight))"
    }
  }

  private static func percent(_ weight: Int) -> String {
    "%\(Numbers.decimal(Double(weight) / 1000, places: 3, digits: .latin))%"
  }

  /// Escaped, without an arrow that would part a pair.
  private static func arrowless(_ text: String) -> String {
    escaped(text).replacing("->", with: "-\\>")
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "~=#{}:\\".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
