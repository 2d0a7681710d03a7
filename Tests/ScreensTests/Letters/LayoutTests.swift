import Foundation
import Screens
import TestKit
import Testing
import Training

@Suite("The shipped layouts and what fills them")
struct LayoutTests {
  private static let names = PrintCatalog.papers.map { $0.shape.name }

  @Test("S0-7 every shipped layout is understood and asks only for what its paper supplies")
  func layouts() throws {
    for paper in PrintCatalog.papers {
      let file = "Layouts/\(paper.shape.name).txt"
      let text = String(decoding: try Office.asset(file), as: UTF8.self)
      let layout = try LetterLayout(parsing: text, file: file)
      #expect(layout.problems(with: paper.shape) == [])
      if paper.shape.values["letter.number"] != nil {
        for name in ["number", "date", "attachment"] {
          #expect(text.contains("{letter.\(name)}"), "\(file) has no \(name)")
        }
        #expect(text.contains("{office}"), "\(file) has no letterhead")
      }
    }
  }

  @Test("S0-7 no layout is left over and none is used twice")
  func files() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Assets/Layouts")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(files) == Set(Self.names.map { $0 + ".txt" }))
    #expect(Set(Self.names).count == Self.names.count)
  }
}
