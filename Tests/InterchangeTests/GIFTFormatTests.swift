import Interchange
import Testing
import Training

/// Each part of the format as docs.moodle.org/en/GIFT_format describes it, with questions of our own.
@Suite("GIFT as Moodle documents it")
struct GIFTFormatTests {
  private static let words = QuestionWords(
    yes: "درست", no: "نادرست", answers: ["ANSWER", "پاسخ"],
    letters: [["A", "الف"], ["B", "ب"]])

  private func read(_ text: String) -> QuestionFile {
    QuestionFile(text: text, words: Self.words)
  }

  private func one(_ text: String) throws -> Question {
    let file = read(text)
    #expect(file.problems.isEmpty && file.skipped.isEmpty, "\(file.problems) \(file.skipped)")
    return try #require(file.items.first).question
  }

  @Test("S2-8.5c matching: pairs, an answer that belongs to none, general feedback")
  func matching() throws {
    let it = try one(
      """
      ::رودها::هر رود را با دریای آن جور کنید. {
        =ارس -> خزر
        =سفیدرود -> خزر
        =کارون->خلیج فارس
        = -> دریای عمان
        ####به نقشه نگاه کنید.
      }
      """)
    #expect(it.kind == .matching)
    #expect(it.stem == "هر رود را با دریای آن جور کنید.")
    #expect(it.feedback == "به نقشه نگاه کنید.")
    #expect(
      it.options == [
        .pair("ارس", "خزر"), .pair("سفیدرود", "خزر"), .pair("کارون", "خلیج فارس"),
        .pair("", "دریای عمان"),
      ])
    #expect(it.options.map(\.weight) == [100_000, 100_000, 100_000, 0])
  }

  @Test("S2-8.5c an arrow beside wrong answers, or one that is escaped, makes no pairs")
  func arrows() throws {
    #expect(try one("Q {=a -> b ~c}").kind == .single)
    let short = try one("Q {=a -\\> b}")
    #expect(short.kind == .text && short.options.map(\.text) == ["a -> b"])
    let pairs = try one("Q {=x \\= 1 -> one =x -\\> 2 -> two =y -> a\\:b}")
    #expect(pairs.options.map(\.text) == ["x = 1", "x -> 2", "y"])
    #expect(pairs.options.map(\.match) == ["one", "two", "a:b"])
    #expect(read(GIFTWriter.text([short, pairs])).items.map(\.question) == [short, pairs])
  }

  @Test("S2-8.5c every kind is written so that it is read again the same")
  func roundTrip() throws {
    let file = read(
      """
      $CATEGORY: top/Fractions 1//2

      Match. {=one -> 1 =two -> 2 = -> 3 ####Count.}

      Is [html] a mark? {=yes#It <is>. ~%-25%no}

      [plain]Is <b> & &lt; shown? {=<b> ~&amp;}

      Pick two {~%50%a ~%50%b ~%-100%c#never}

      Word {=a*z =%40%a}

      Number {#=3:0.5#near =%50%2..5 ~#far}

      Write. {####Long.}
      """)
    #expect(file.problems.isEmpty)
    let questions = file.items.map(\.question)
    #expect(questions.count == 7)
    #expect(questions.allSatisfy { $0.topic == "Fractions 1/2" })
    #expect(read(GIFTWriter.text(questions)).items.map(\.question) == questions)
  }

  @Test("S2-8.5c a category holds until the next, tags of a comment stand where there is none")
  func categories() {
    let file = read(
      """
      // [id:k-17] [tag:هندسه] [tag:دشوار]
      ::نام::Q1 {T}

      // a remark within the paragraph
      // [tag:جبر]
      Q2 {T}

      Q3 {T}

      $CATEGORY: $course$/top/آمار

      // [tag:جبر]
      Q4 {T}

      $CATEGORY: حساب/چهار عمل
      Q5 {T}
      """)
    #expect(file.problems.isEmpty)
    #expect(file.items.map(\.question.topic) == ["هندسه", "جبر", "", "آمار", "چهار عمل"])
    #expect(file.items.map(\.question.stem) == ["Q1", "Q2", "Q3", "Q4", "Q5"])
    #expect(file.items.map(\.line) == [2, 6, 8, 13, 16])
  }

  @Test(
    "S2-8.5c a gap stands where the answers stood, at the front, in the middle and before a full stop",
    arguments: [
      ("{=Two ~Three} plus two equals four.", "_____ plus two equals four."),
      ("Two plus {=two =2} equals four.", "Two plus _____ equals four."),
      ("Two plus two equals {=four =4}.", "Two plus two equals _____."),
      ("Two plus two equals {=four =4}", "Two plus two equals"),
      ("Two plus two equals {=four =4}  ", "Two plus two equals"),
    ])
  func missingWord(_ text: String, _ stem: String) throws {
    #expect(try one(text).stem == stem)
  }

  @Test(
    "S2-8.5c true and false with what is said of a wrong and of a right answer",
    arguments: [
      ("{T}", 0, "", ""), ("{TRUE#no}", 0, "", "no"), ("{F#no#yes}", 1, "no", "yes"),
      ("{FALSE##yes}", 1, "", "yes"), ("{درست}", 0, "", ""),
    ])
  func truth(_ text: String, _ right: Int, _ first: String, _ second: String) throws {
    let it = try one("Q \(text)")
    #expect(it.options.map(\.text) == ["درست", "نادرست"])
    #expect(it.options.firstIndex(where: \.isRight) == right)
    #expect(it.options.map(\.feedback) == [first, second])
  }

  @Test(
    "S2-8.5c numbers with a tolerance, a range and several answers, each at both of its ends",
    arguments: [
      ("{#1822:5}", "1817", 100_000), ("{#1822:5}", "1816.9", 0), ("{#1..5}", "5", 100_000),
      ("{#1..5}", "5.01", 0), ("{#-1.5}", "-1.5", 100_000), ("{#-1.5}", "1.5", 0),
      ("{#=1822:0 =%50%1822:2}", "1822", 100_000), ("{#=1822:0 =%50%1822:2}", "1824", 50_000),
      ("{#=1822:0 =%50%1822:2}", "1825", 0), ("{#3.14:0.01#well ####all}", "3.15", 100_000),
    ])
  func numbers(_ text: String, _ response: String, _ credit: Int) throws {
    #expect(try one("Q \(text)").credit(for: response) == credit)
  }

  @Test("S2-8.5c shares: nearly right, several right, taking away, and of accepted words")
  func shares() throws {
    #expect(try one("Q {~a ~%50%b =c}").options.map(\.weight) == [0, 50_000, 100_000])
    let several = try one("Q {~%-50%a ~%33.33333%b ~%33.33333%c ~%33.33333%d}")
    #expect(several.kind == .multiple)
    #expect(several.options.map(\.weight) == [-50_000, 33_333, 33_333, 33_333])
    #expect(several.credit(for: "2,3,4") == 99_999)
    let words = try one("Q {=Nazareth#Yes =%75%Nazereth#spelling =%25%Bethlehem}")
    #expect(words.kind == .text && words.credit(for: "nazereth") == 75_000)
    #expect(words.options.map(\.feedback) == ["Yes", "spelling", ""])
  }

  @Test(
    "S2-8.5c marks of a format: tags, entities and emphasis are no text, a star of a word stays",
    arguments: [
      ("[html]<p>Is <b>3 &lt; 4</b>?</p>{T}", "Is 3 < 4?"),
      ("[markdown]Who *is* **here**, [he](http://x.org)? {T}", "Who is here, he?"),
      ("[markdown]`2` * 3 and a_b {T}", "2 * 3 and a_b"),
      ("[plain]a <b> &lt; {T}", "a <b> &lt;"), ("[moodle]a<br>b {T}", "a b"),
      ("[latex]a {T}", "[latex]a"), ("Is 3 < 4? {T}", "Is 3 < 4?"),
    ])
  func formats(_ text: String, _ stem: String) throws {
    #expect(try one(text).stem == stem)
  }

  @Test("S2-8.5c formats of answers and feedback are their own, or that of the question")
  func answerFormats() throws {
    let it = try one("[html]Q{=[plain]<b>#<i>yes</i> ~<b>b</b>#[plain]<i> ####<u>all</u>}")
    #expect(it.options.map(\.text) == ["<b>", "b"])
    #expect(it.options.map(\.feedback) == ["yes", "<i>"])
    #expect(it.feedback == "all")
    #expect(try one("[markdown]Q {=Hakim Abu*}").options[0].text == "Hakim Abu*")
  }

  @Test(
    "S2-8.5c what the bank cannot hold is set aside with its line, the rest is taken",
    arguments: [
      ("<img src='x.png'> Q {T}", QuestionFile.Fault.picture), ("Q {=<img src\\=x> ~b}", .picture),
      ("Q {=a#<img src\\=x> ~b}", .picture), ("[markdown]![x](y.png) Q {T}", .picture),
      ("Q {=a -> <img src\\=x> =b -> c =d -> e}", .picture), ("Only a text.", .description),
    ])
  func setAside(_ text: String, _ fault: QuestionFile.Fault) {
    let file = read("first {T}\n\n\(text)\n\nlast {F}")
    #expect(file.problems.isEmpty)
    #expect(file.skipped == [QuestionFile.Problem(3, fault)])
    #expect(file.items.map(\.question.stem) == ["first", "last"])
  }

  @Test("S2-8.5c escapes, names of several words, ends of lines of Windows")
  func escapes() throws {
    let it = try one(
      "::a \\: b::Which\r\nequals 5\\:\\n? {\r\n~ \\= 2 + 2 # \\# no\r\n= \\= 2 + 3\r\n~ \\\\ \\~ \\{\\}\r\n}"
    )
    #expect(it.stem == "Which equals 5: ?")
    #expect(it.options.map(\.text) == ["= 2 + 2", "= 2 + 3", "\\ ~ {}"])
    #expect(it.options[0].feedback == "# no")
    let file = read("a {T}\r\n\r\nb {\r\n=x\r\n")
    #expect(file.problems == [QuestionFile.Problem(3, .notClosed)])
  }
}
