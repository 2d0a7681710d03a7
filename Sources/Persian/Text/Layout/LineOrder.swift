/// Rules L1 and L2 on the clusters of a line.
enum LineOrder {
  /// Neighbouring clusters of one level; small, so that those of a common line fit the stack.
  private struct Run {
    var start: Int32
    var end: Int32
    var level: UInt8
  }

  /// Writes the glyphs of a line from left to right; several paragraphs that share it follow each
  /// other, each ordered on its own.
  ///
  /// - Returns: how many, at most one for each cluster of the range.
  static func place(
    _ clusters: UnsafeBufferPointer<Cluster>, _ range: Range<Int>, parts: [TextLayout.Part],
    paragraph: UInt8, into glyphs: UnsafeMutablePointer<Glyph>
  ) -> Int {
    var start = range.lowerBound
    var placed = 0
    for part in parts where part.end > start && start < range.upperBound {
      let end = min(part.end, range.upperBound)
      placed += place(clusters, start..<end, paragraph: part.level, into: glyphs + placed)
      start = end
    }
    let rest = start..<range.upperBound
    return placed + place(clusters, rest, paragraph: paragraph, into: glyphs + placed)
  }

  private static func place(
    _ clusters: UnsafeBufferPointer<Cluster>, _ range: Range<Int>, paragraph: UInt8,
    into glyphs: UnsafeMutablePointer<Glyph>
  ) -> Int {
    guard !range.isEmpty else { return 0 }
    return withUnsafeTemporaryAllocation(of: Run.self, capacity: range.count) { runs in
      let count = findRuns(clusters, range, paragraph: paragraph, runs)
      order(runs, count)
      var placed = 0
      for run in runs[..<count] { place(run, of: clusters, into: glyphs, &placed) }
      return placed
    }
  }

  /// Splits the line into runs after L1.
  ///
  /// - Returns: how many; they come in logical order.
  private static func findRuns(
    _ clusters: UnsafeBufferPointer<Cluster>, _ range: Range<Int>, paragraph: UInt8,
    _ runs: UnsafeMutableBufferPointer<Run>
  ) -> Int {
    var count = 0
    var resets = true
    for place in range.reversed() {
      let traits = clusters[place].traits
      if traits.isDisjoint(with: looksThrough) {
        resets = false
      } else if traits.contains(.separator) {
        resets = true
      }
      let level = resets ? paragraph : clusters[place].glyph.level
      if count > 0, runs[count - 1].level == level {
        runs[count - 1].start = Int32(truncatingIfNeeded: place)
      } else {
        let start = Int32(truncatingIfNeeded: place)
        runs[count] = Run(start: start, end: start + 1, level: level)
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

  private static func place(
    _ run: Run, of clusters: UnsafeBufferPointer<Cluster>,
    into glyphs: UnsafeMutablePointer<Glyph>, _ placed: inout Int
  ) {
    let step = run.level & 1 == 1 ? -1 : 1
    var place = Int(step < 0 ? run.end - 1 : run.start)
    for _ in run.start..<run.end {
      if clusters[place].glyph.width > 0 {
        glyphs[placed] = clusters[place].glyph
        glyphs[placed].level = run.level
        placed += 1
      }
      place += step
    }
  }

  /// Clusters that L1 looks through or resets; none of them ends a stretch of white space.
  private static let looksThrough: Cluster.Traits = [.separator, .space, .empty]
}
