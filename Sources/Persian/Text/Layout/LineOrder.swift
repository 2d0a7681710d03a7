/// Rules L1 and L2 on the clusters of a line.
enum LineOrder {
  /// Neighbouring clusters of one level.
  private struct Run {
    var start: Int
    var end: Int
    var level: UInt8
  }

  /// Appends a line's glyphs from left to right.
  static func append(
    _ clusters: UnsafeBufferPointer<Cluster>, paragraph: UInt8, to glyphs: inout [Glyph]
  ) {
    guard !clusters.isEmpty else { return }
    withUnsafeTemporaryAllocation(of: Run.self, capacity: clusters.count) { runs in
      let count = findRuns(clusters, paragraph: paragraph, runs)
      order(runs, count)
      for run in runs[..<count] { append(run, of: clusters, to: &glyphs) }
    }
  }

  /// Appends the glyphs of a line that several paragraphs share, each ordered on its own.
  static func append(
    _ clusters: UnsafeBufferPointer<Cluster>, _ range: Range<Int>, parts: [TextLayout.Part],
    paragraph: UInt8, to glyphs: inout [Glyph]
  ) {
    var start = range.lowerBound
    for part in parts where part.end > start && start < range.upperBound {
      let end = min(part.end, range.upperBound)
      let own = UnsafeBufferPointer(rebasing: clusters[start..<end])
      append(own, paragraph: part.level, to: &glyphs)
      start = end
    }
    let rest = UnsafeBufferPointer(rebasing: clusters[start..<range.upperBound])
    append(rest, paragraph: paragraph, to: &glyphs)
  }

  /// Splits the line into runs after L1.
  ///
  /// - Returns: how many; they come in logical order.
  private static func findRuns(
    _ clusters: UnsafeBufferPointer<Cluster>, paragraph: UInt8,
    _ runs: UnsafeMutableBufferPointer<Run>
  ) -> Int {
    var count = 0
    var resets = true
    for place in clusters.indices.reversed() {
      let traits = clusters[place].traits
      if traits.contains(.separator) {
        resets = true
      } else if !traits.contains(.space), !traits.contains(.empty) {
        resets = false
      }
      let level = resets ? paragraph : clusters[place].glyph.level
      if count > 0, runs[count - 1].level == level {
        runs[count - 1].start = place
      } else {
        runs[count] = Run(start: place, end: place + 1, level: level)
        count += 1
      }
    }
    var found = runs[..<count]
    found.reverse()
    return count
  }

  /// Rule L2 on whole runs.
  private static func order(_ runs: UnsafeMutableBufferPointer<Run>, _ count: Int) {
    guard count > 1 else { return }
    var highest: UInt8 = 0
    var lowestOdd = UInt8.max
    for run in runs[..<count] {
      highest = max(highest, run.level)
      if run.level & 1 == 1 { lowestOdd = min(lowestOdd, run.level) }
    }
    guard lowestOdd <= highest else { return }
    for level in (lowestOdd...highest).reversed() {
      var start = 0
      while start < count {
        guard runs[start].level >= level else {
          start += 1
          continue
        }
        var end = start + 1
        while end < count, runs[end].level >= level { end += 1 }
        var stretch = runs[start..<end]
        stretch.reverse()
        start = end
      }
    }
  }

  private static func append(
    _ run: Run, of clusters: UnsafeBufferPointer<Cluster>, to glyphs: inout [Glyph]
  ) {
    for offset in 0..<run.end - run.start {
      let place = run.level & 1 == 1 ? run.end - 1 - offset : run.start + offset
      guard clusters[place].glyph.width > 0 else { continue }
      var glyph = clusters[place].glyph
      glyph.level = run.level
      glyphs.append(glyph)
    }
  }
}
