import Persian

/// What the text engine costs on the lines of a file: levels alone, and all the way to glyphs.
struct TextFigures: Figures {
  struct Rate: Encodable {
    var microsecondsPerLine: Double
    var megabytesPerSecond: Double
  }

  let lineCount: Int
  let bytes: Int
  let levels: Rate
  let full: Rate
  let memory: Measurement.Memory

  init(_ path: String, runs: Int) throws {
    var bench = TextBenchmark(try FileBytes.read(path))
    let work = bench.pass(.levels)
    guard work.lines > 0 else { throw FileProblem(path: path, error: 0) }
    func rate(_ time: Double) -> Rate {
      Rate(
        microsecondsPerLine: (time / Double(work.lines)).rounded(to: 3),
        megabytesPerSecond: (Double(work.bytes) / time).rounded(to: 1))
    }
    lineCount = work.lines
    bytes = work.bytes
    levels = rate(Measurement.median(of: runs) { _ = bench.pass(.levels) })
    full = rate(Measurement.median(of: runs) { _ = bench.pass(.full) })
    memory = Measurement.memory
  }

  var lines: [(name: String, value: String)] {
    [
      ("lines", "\(lineCount)"), ("bytes", "\(bytes)"),
      ("levels µs/line", "\(levels.microsecondsPerLine)"),
      ("levels MB/s", "\(levels.megabytesPerSecond)"),
      ("full µs/line", "\(full.microsecondsPerLine)"),
      ("full MB/s", "\(full.megabytesPerSecond)"),
      ("private KiB", "\(memory.privateKiB)"),
    ]
  }
}
