import Interchange
import TestKit
import Testing
import Training

@Suite("Files of questions")
struct QuestionFileTests {
  private static let words = QuestionWords(
    yes: "درست", no: "نادرست", answers: ["ANSWER", "پاسخ"],
    letters: [["A", "الف", "ا"], ["B", "ب"], ["C", "ج"], ["D", "د"]])

  private func read(_ text: String) -> QuestionFile {
    QuestionFile(text: text, words: Self.words)
  }

  private static let gift = """
    // A comment; the next question has a name, feedback and escapes.
    $CATEGORY: $course$/Geography/Asia

    ::Q1:: What is \\{2 \\= 1 + 1\\}\\: true? {
      =yes # right!
      ~no # look again
      ~%50%perhaps#half \\#1
      ####Numbers are easy.
    }

    Which are even? {~%50%two ~%50%four ~%-100%five}

    The sun rises in the east.{T#It does.#Well done.}

    The moon is a star.{FALSE}

    Who wrote the Shahnameh? {=Ferdowsi =%50%Hakim Abu*}

    What is pi? {#3.1415:0.0005}

    A number from 1 to 5? {#1..5}

    When was he born? {#
      =1822:0 # exactly
      =%50%1822:2 # nearly
      ~ # no
    }

    Describe your school. {}

    Mahatma {=Gandhi ~Singh} led the movement.

    [html]<p>Is <b>3 &lt; 4</b>?</p>{TRUE}

    Match them. {=one -> 1 =two -> 2 =three -> 3}

    Just a text that asks nothing.
    """

  @Test("S2-8.5c GIFT: kinds, right answers, weights, feedback, categories, escapes and comments")
  func gift() throws {
    let file = read(Self.gift)
    #expect(file.problems.isEmpty)
    #expect(
      file.items.map(\.question.kind) == [
        .single, .multiple, .single, .single, .text, .number, .number, .number, .descriptive,
        .single, .single, .matching,
      ])
    #expect(file.skipped.map(\.fault) == [.description])
    #expect(file.skipped.map(\.line) == [37])
    let first = file.items[0]
    #expect(first.line == 4)
    #expect(first.question.stem == "What is {2 = 1 + 1}: true?")
    #expect(first.question.topic == "Asia")
    #expect(
      first.question.options == [
        .init("yes", weight: 100_000, feedback: "right!"),
        .init("no", weight: 0, feedback: "look again"),
        .init("perhaps", weight: 50_000, feedback: "half #1"),
      ])
    #expect(first.question.feedback == "Numbers are easy.")
    #expect(file.items[1].question.options.map(\.weight) == [50_000, 50_000, -100_000])
    #expect(
      file.items[2].question.options == [
        .init("درست", weight: 100_000, feedback: "Well done."),
        .init("نادرست", weight: 0, feedback: "It does."),
      ])
    #expect(file.items[3].question.options.map(\.weight) == [0, 100_000])
    #expect(file.items[4].question.options.map(\.weight) == [100_000, 50_000])
    #expect(file.items[7].question.options.map(\.text) == ["1822:0", "1822:2"])
    #expect(file.items[7].question.options.map(\.feedback) == ["exactly", "nearly"])
    #expect(file.items[9].question.stem == "Mahatma _____ led the movement.")
    #expect(file.items[10].question.stem == "Is 3 < 4?")
  }

  @Test("S2-8.5c what is written as GIFT is read again the same")
  func roundTrip() {
    let questions = read(Self.gift).items.map(\.question)
    #expect(read(GIFTWriter.text(questions)).items.map(\.question) == questions)
    let odd = Question(
      course: ID(rawValue: 0), unit: ID(rawValue: 0), stem: "// نسبت ~ = # {ا} : \\ چیست؟",
      options: [.init("۱:۲ = ۰٫۵", weight: 100_000), .init("~۳", weight: -33_333)], topic: "نسبت")
    #expect(read(GIFTWriter.text([odd])).items.map(\.question) == [odd])
  }

  @Test("S2-8.5c Aiken with Latin and with Persian letters")
  func aiken() {
    let file = read(
      """
      Which is a planet?
      A. Sun
      B. Mars
      C. Moon
      ANSWER: B

      پایتخت ایران کجاست؟
      الف) شیراز
      ب) تهران
      ج) تبریز
      د) یزد
      پاسخ: ب

      کدام عدد زوج است؟
      ا. سه
      ب. چهار
      پاسخ: ب
      """)
    #expect(file.problems.isEmpty)
    #expect(file.items.map(\.line) == [1, 7, 14])
    #expect(
      file.items.map { $0.question.options.firstIndex(where: \.isRight) } == [1, 1, 1])
    #expect(file.items.map(\.question.options.count) == [3, 4, 2])
    #expect(file.items[1].question.options.map(\.text) == ["شیراز", "تهران", "تبریز", "یزد"])
  }

  @Test("S2-8.5c sixty malformed files are told line by line", arguments: MalformedQuestions.all)
  func malformed(_ it: MalformedQuestions) {
    let file = read(it.text)
    #expect(file.problems.map(\.line) == it.lines, "\(it.text)\n\(file.problems)")
    #expect(MalformedQuestions.all.count == 60)
  }

  @Test("S2-8.5c a workbook of questions, with the rows that are wrong")
  func workbook() throws {
    let scratch = try Scratch()
    let path = scratch.path("questions.xlsx")
    let titles = ["متن سوال", "گزینه ۱", "گزینه ۲", "گزینه ۳", "گزینه درست", "مبحث", "دشواری"]
    let rows = [
      ["یک", "الف", "ب", "ج", "2", "هندسه", "آسان"], ["دو", "الف", "ب", "ج", "۱،۳", "", ""],
      ["سه", "", "", "", "", "", "دشوار"], ["چهار", "الف", "ب", "", "3", "", ""],
      ["", "الف", "ب", "", "1", "", ""], ["شش", "الف", "ب", "", "", "", "نمی‌دانم"],
      ["هفت", "الف", "ب", "", "", "", ""], ["هشت", "الف", "الف", "", "ب", "", ""],
    ]
    let sheet = Sheet(
      title: "سوال", columns: titles.map { Sheet.Column($0) },
      rows: rows.map { Sheet.Row($0.map { $0.isEmpty ? .empty : .text($0) }) })
    try WorkbookWriter.write([sheet], to: path)
    let file = try QuestionFile(
      path: path, words: Self.words, shape: try ListTests.shape("questions"))
    #expect(Set(file.problems.map(\.line)) == [5, 6, 7, 8, 9])
    let good = file.items.prefix(3).map(\.question)
    #expect(good.map(\.kind) == [.single, .multiple, .descriptive])
    #expect(good[0].options.map(\.weight) == [0, 100_000, 0])
    #expect(good[1].options.map(\.weight) == [50_000, 0, 50_000])
    #expect(good.map(\.difficulty) == [.easy, .medium, .hard])
    #expect(good[0].topic == "هندسه")
  }
}
