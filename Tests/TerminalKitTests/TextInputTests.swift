import TerminalKit
import TestKit
import Testing

@Suite("A line of text being typed")
struct TextInputTests {
  func input(_ text: String, _ moves: [Navigation] = []) -> TextInput {
    var input = TextInput(text)
    for move in moves { input.handle(.navigate(move)) }
    return input
  }

  @Test("Arrows go where they point: Left is forward in Persian")
  func arrows() {
    #expect(input("سلام", [.home]).place == 0)
    #expect(input("سلام", [.home, .left]).place == 1)
    #expect(input("سلام", [.right, .right]).place == 1, "lam and alef are one cell")
    #expect(input("سلام", [.home, .right]).place == 0)
    #expect(input("سلام", [.left]).place == 4)
  }

  @Test("Typing goes in at the caret")
  func typing() {
    var input = input("سلا", [])
    input.handle(.typed("م"))
    #expect(input.text == "سلام")
    input.handle(.navigate(.home))
    input.handle(.typed("و"))
    #expect(input.text == "وسلام")
    #expect(input.place == 1)
  }

  @Test("Backspace takes one scalar, Delete a letter with its marks")
  func deleting() {
    var marked = input("مدرّس", [.right])
    marked.handle(.navigate(.backspace))
    #expect(marked.text == "مدرس")
    var whole = input("مدرّس", [.home, .left, .left])
    whole.handle(.navigate(.delete))
    #expect(whole.text == "مدس")
    var ligature = input("لا")
    ligature.handle(.navigate(.backspace))
    #expect(ligature.text == "ل")
    var empty = input("")
    empty.handle(.navigate(.backspace))
    empty.handle(.navigate(.delete))
    #expect(empty.text == "" && empty.place == 0)
  }

  @Test("A field is emptied at once")
  func clearing() {
    var input = input("مدرس", [.home, .clear])
    #expect(input.text == "" && input.place == 0)
    input.handle(.typed("م"))
    #expect(input.text == "م")
  }

  @Test("A half-space ends no word")
  func words() {
    #expect(input("می‌خواهم بروم", [.home, .wordLeft]).place == 8)
    #expect(input("می‌خواهم بروم", [.wordRight]).place == 9)
  }

  @Test("A paste loses control characters, and line breaks become blanks")
  func paste() {
    var input = TextInput()
    input.handle(.text(TypedText("علی\u{1B}[31m\u{7}\r\nرضا\u{9F}", isPaste: true)))
    #expect(input.text == "علی[31m  رضا")
    var bad = TextInput()
    bad.handle(.text(TypedText([0x41, 0xD800, 0x110000, 0x42], isPaste: true)))
    #expect(bad.text == "AB")
  }

  @Test("What is beyond the limit is dropped")
  func limit() {
    var input = TextInput("", limit: 10)
    input.handle(.text(TypedText("۱۲۳۴۵۶۷۸۹۰۱۲", isPaste: true)))
    #expect(input.text == "۱۲۳۴۵۶۷۸۹۰")
    input.handle(.typed("۱"))
    #expect(input.text.unicodeScalars.count == 10)
  }

  @Test("The caret stands behind what was typed, also where the text is longer than its place")
  func caretPlace() {
    let area = Rect(row: 0, column: 5, rows: 1, columns: 10)
    let short = picture { input("سلام").view(in: &$0, at: area, isFocused: true) }
    #expect(short.cursor == Point(row: 0, column: 8))
    let long = picture {
      input("آموزش ضمن خدمت فرهنگیان").view(in: &$0, at: area, isFocused: true)
    }
    #expect(long.cursor == Point(row: 0, column: 14))
    #expect(long.transcript == "      فرهنگیان")
    let code = picture {
      TextInput("0012345679", direction: .ltr).view(in: &$0, at: area, isFocused: true)
    }
    #expect(code.cursor == Point(row: 0, column: 5))
  }

  @Test("A password shows one dot for each letter")
  func masked() {
    let area = Rect(row: 0, column: 0, rows: 1, columns: 20)
    let shown = picture {
      TextInput("رمزabc", isMasked: true).view(in: &$0, at: area, isFocused: true)
    }
    #expect(shown.transcript.filter { $0 == "•" }.count == 6)
    #expect(!shown.transcript.contains("ر"))
  }
}
