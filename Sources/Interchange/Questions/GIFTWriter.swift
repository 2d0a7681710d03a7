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
        text += "$CATEGORY: \(topic)\n\n"
      }
      text += paragraph(question) + "\n\n"
    }
    return text
  }

  private static func paragraph(_ it: Question) -> String {
    // Two strokes at the front of a line begin a comment, a dollar a command.
    let isPlain = it.stem.hasPrefix("//") || it.stem.hasPrefix("$")
    let stem = (isPlain ? "[plain]" : "") + escaped(it.stem)
    var lines = ["\(stem) {" + (it.kind == .number ? "#" : "")]
    lines += it.options.map { "  " + line($0, it.kind) }
    if !it.feedback.isEmpty { lines.append("  ####\(escaped(it.feedback))") }
    return lines.joined(separator: "\n") + "\n}"
  }

  private static func line(_ option: Question.Option, _ kind: Question.Kind) -> String {
    // A number keeps its colon and dots.
    let text = kind == .number ? option.text : escaped(option.text)
    let feedback = option.feedback.isEmpty ? "" : " #\(escaped(option.feedback))"
    return sign(option, kind) + text + feedback
  }

  private static func sign(_ option: Question.Option, _ kind: Question.Kind) -> String {
    let isWhole = option.weight == Question.Option.whole
    switch kind {
    case .single where isWhole: return "="
    case .single: return option.weight == 0 ? "~" : "~\(percent(option.weight))"
    case .multiple: return "~\(percent(option.weight))"
    case .text, .number, .descriptive: return isWhole ? "=" : "=\(percent(option.weight))"
    }
  }

  private static func percent(_ weight: Int) -> String {
    "%\(Numbers.decimal(Double(weight) / 1000, places: 3, digits: .latin))%"
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
