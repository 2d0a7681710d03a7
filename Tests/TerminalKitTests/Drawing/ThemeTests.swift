import Foundation
import TerminalKit
import Testing

@Suite("Theme: how tones look")
struct ThemeTests {
  private let text = """
    # a comment
    body = white on 234; white on black
    selected = black on bright-yellow, bold
    bad = bright-red, bold, underline
    """

  @Test("A tone looks as its line says; without a line as the body")
  func parses() {
    let (theme, problems) = Theme.parse(text, name: "test")
    #expect(problems.isEmpty)
    #expect(
      theme.style(of: .selected, colours: 256)
        == Theme.Style(.number(0), on: .number(11), .bold))
    #expect(theme.style(of: .good, colours: 256) == Theme.Style(.number(7), on: .number(234)))
  }

  @Test("With few colours the second look counts and bright letters are bold")
  func fewColours() {
    let (theme, _) = Theme.parse(text, name: "test")
    #expect(theme.style(of: .body, colours: 16) == Theme.Style(.number(7), on: .number(0)))
    #expect(
      theme.style(of: .bad, colours: 8)
        == Theme.Style(.number(1), on: .standard, [.bold, .underline]))
    #expect(
      theme.style(of: .selected, colours: 8)
        == Theme.Style(.number(0), on: .number(3), .bold))
  }

  @Test("Without colours every theme is monochrome, and what is selected still stands out")
  func monochrome() {
    let (theme, _) = Theme.parse(text, name: "test")
    let style = theme.style(of: .selected, colours: 0)
    #expect(style.foreground == .standard && style.attributes.contains(.reverse))
  }

  @Test("A line that cannot be read is reported with its number and skipped")
  func problems() {
    let (theme, problems) = Theme.parse("good = green\nbad = purple\nnothing\nx = red\n", name: "t")
    #expect(problems.map(\.line) == [2, 3, 4])
    #expect(theme.style(of: .good, colours: 256).foreground == .number(2))
  }
}

@Suite("The themes that are shipped")
struct ShippedThemeTests {
  private func themeText(_ name: String) throws -> String {
    let file = URL(fileURLWithPath: #filePath).appendingPathComponent(
      "../../../../Assets/Themes/\(name).theme"
    ).standardizedFileURL
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test(
    "Every theme can be read and says how every tone looks",
    arguments: ["dark", "light", "high-contrast"])
  func complete(name: String) throws {
    let text = try themeText(name)
    let (theme, problems) = Theme.parse(text, name: name)
    #expect(problems.isEmpty)
    for tone in Tone.allCases { #expect(text.contains("\n\(tone) ") || text.hasPrefix("\(tone) ")) }
    for colours in [8, 16, 256] {
      #expect(
        theme.style(of: .selected, colours: colours) != theme.style(of: .body, colours: colours))
      #expect(theme.style(of: .bad, colours: colours) != theme.style(of: .body, colours: colours))
    }
  }
}
