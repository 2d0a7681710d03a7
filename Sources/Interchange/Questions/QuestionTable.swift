internal import Persian
internal import Training

/// Reads questions out of a table: text, choices, the numbers of the right ones, topic, feedback.
enum QuestionTable {
  static func read(
    _ table: TableFile, _ shape: ListShape, _ words: QuestionWords
  ) throws -> QuestionFile {
    var file = QuestionFile()
    try ListReader.read(table, as: shape) { record in
      guard record.problems.isEmpty else {
        file.problems += record.problems.map { QuestionFile.Problem(record.row, .row($0)) }
        return
      }
      do throws(GIFTReader.Stop) {
        file.items.append(
          QuestionFile.Item(line: record.row, question: try question(record, words)))
      } catch {
        file.problems.append(error.problem)
      }
    }
    return file
  }

  private static func question(
    _ record: ListRecord, _ words: QuestionWords
  ) throws(GIFTReader.Stop) -> Question {
    let choices = (1...6).map { record.text("choice_\($0)") ?? "" }
    let filled = choices.indices.filter { !choices[$0].isEmpty }
    let written = record.text("right") ?? ""
    let right = Set(
      Digits.latin(written).split { ",\u{60C}; ".contains($0) }.map { part in
        Int(part) ?? letter(String(part), words) ?? 0
      })
    guard right.allSatisfy({ filled.contains($0 - 1) }) else {
      throw GIFTReader.Stop(record.row, .unknownAnswer(written))
    }
    let kind: Question.Kind =
      filled.isEmpty ? .descriptive : right.count > 1 ? .multiple : .single
    let share = Question.Option.whole / max(1, right.count)
    var question = QuestionFile.question(
      kind, record.text("stem") ?? "",
      filled.map { Question.Option(choices[$0], weight: right.contains($0 + 1) ? share : 0) },
      feedback: record.text("feedback") ?? "", topic: record.text("topic") ?? "")
    question.difficulty =
      record.text("difficulty").flatMap { Int($0) }.flatMap { Question.Difficulty(rawValue: $0) }
      ?? .medium
    return question
  }

  private static func letter(_ text: String, _ words: QuestionWords) -> Int? {
    let key = SearchKey.joined(text)
    return words.letters.firstIndex { $0.contains { SearchKey.joined($0) == key } }.map { $0 + 1 }
  }
}
