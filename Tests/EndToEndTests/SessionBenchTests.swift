import FoundationEssentials
import Testing

@Suite("Many sessions marking on one file")
struct SessionBenchTests {
  private struct Figures: Decodable {
    var sessions, marks, lost, errors, syncDelayMilliseconds, privateKiB, writerPrivateKiB: Int
    var markP50, bareP50, ratioP50: Double
  }

  private func bench(_ words: [String]) throws -> Figures {
    let run = try Run.faragir(["bench", "sessions", "--json"] + words, within: .seconds(300))
    guard run.status == 0 else { throw HarnessError(run.errors) }
    return try JSONDecoder().decode(Figures.self, from: Data(run.output))
  }

  @Test("Eight sessions mark beside one another: no mark is lost, nobody sees an error")
  func eight() throws {
    let found = try bench(["--sessions", "8", "--marks", "6", "--class-size", "3"])
    #expect(found.sessions == 8 && found.marks == 48)
    #expect(found.lost == 0 && found.errors == 0)
    #expect(found.privateKiB > 0 && found.writerPrivateKiB > 0)
    #expect(found.ratioP50 > 0)
  }

  @Test("On a disk that takes 20 ms longer to flush every commit takes that long, and none is lost")
  func slowDisk() throws {
    let found = try bench(["--sessions", "4", "--marks", "3", "--sync-delay", "20"])
    #expect(found.bareP50 >= 20_000 && found.markP50 >= 20_000)
    #expect(found.lost == 0 && found.errors == 0)
  }
}
