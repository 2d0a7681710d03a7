import Store
import Testing

@Suite("Measuring")
struct BenchmarkTests {
  @Test("The benchmark measures every figure it promises")
  func figures() throws {
    let folder = TemporaryFolder()
    let figures = try StoreFigures.measure(at: folder.file, rounds: 3)
    for time in [figures.bareCommit, figures.journaledCommit, figures.read, figures.open] {
      #expect(time > .zero)
    }
  }
}
