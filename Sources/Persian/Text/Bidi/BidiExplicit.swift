/// Rules X1–X10: explicit levels, isolates and isolating run sequences.
extension Bidi {
  /// The directional status stack, `maximumDepth` and two entries, and its overflow counters (X1).
  private struct Status: ~Copyable {
    var levels: InlineArray<127, UInt8>
    /// The class that an override gives, or `noOverride`.
    var overrides: InlineArray<127, UInt8>
    var isolates = InlineArray<127, Bool>(repeating: false)
    var top = 0
    var overflowIsolates = 0
    var overflowEmbeddings = 0
    var validIsolates = 0

    static let noOverride: UInt8 = 255

    init(level: UInt8) {
      levels = InlineArray(repeating: level)
      overrides = InlineArray(repeating: Self.noOverride)
    }

    var level: UInt8 { levels[top] }
    var override: UInt8 { overrides[top] }

    mutating func push(_ level: UInt8, override: UInt8, isolate: Bool) {
      top += 1
      levels[top] = level
      overrides[top] = override
      isolates[top] = isolate
    }

    /// The next odd or even level, or nil where it would be too deep or within an overflow.
    func next(odd: Bool) -> UInt8? {
      let next = odd ? (level + 1) | 1 : (level + 2) & ~1
      return Int(next) <= Bidi.maximumDepth && overflowIsolates == 0 && overflowEmbeddings == 0
        ? next : nil
    }
  }

  /// Finds the matching PDI of every isolate initiator (BD9); `range.upperBound` where none is.
  mutating func matchIsolates(_ range: Range<Int>) {
    partners.reserve(count)
    var open = 0
    for place in range {
      let bidiClass = bidiClass(place)
      if bidiClass.isIsolateInitiator {
        partners[place] = Int32(range.upperBound)
        openings[open] = Int32(place)
        open += 1
      } else if bidiClass == .popDirectionalIsolate {
        partners[place] = -1
        guard open > 0 else { continue }
        open -= 1
        partners[Int(openings[open])] = Int32(place)
        partners[place] = openings[open]
      }
    }
  }

  mutating func resolveExplicit(_ range: Range<Int>, paragraph: UInt8, found: UInt32) {
    matchIsolates(range)
    assignExplicitLevels(range, paragraph: paragraph)
    resolveSequences(runCount: findLevelRuns(range), paragraph: paragraph)
  }

  /// Rules X1–X8.
  private func assignExplicitLevels(_ range: Range<Int>, paragraph: UInt8) {
    var status = Status(level: paragraph)
    for place in range {
      switch bidiClass(place) {
      case .rightToLeftEmbedding: embed(place, odd: true, Status.noOverride, &status)
      case .leftToRightEmbedding: embed(place, odd: false, Status.noOverride, &status)
      case .rightToLeftOverride:
        embed(place, odd: true, BidiClass.rightToLeft.rawValue, &status)
      case .leftToRightOverride:
        embed(place, odd: false, BidiClass.leftToRight.rawValue, &status)
      case .rightToLeftIsolate: isolate(place, odd: true, &status)
      case .leftToRightIsolate: isolate(place, odd: false, &status)
      case .firstStrongIsolate:
        let content = place + 1..<Int(partners[place])
        isolate(place, odd: firstStrongLevel(content) == 1, &status)
      case .popDirectionalIsolate: endIsolate(place, &status)
      case .popDirectionalFormat:
        classes[place] = BidiClass.boundaryNeutral.rawValue
        if status.overflowIsolates > 0 { continue }
        if status.overflowEmbeddings > 0 {
          status.overflowEmbeddings -= 1
        } else if status.top > 0, !status.isolates[status.top] {
          status.top -= 1
        }
      case .boundaryNeutral: break
      case .paragraphSeparator: levels[place] = paragraph
      default: assign(place, status)
      }
    }
  }

  /// Rule X6: the level and the override at hand.
  private func assign(_ place: Int, _ status: borrowing Status) {
    levels[place] = status.level
    if status.override != Status.noOverride { classes[place] = status.override }
  }

  /// Rules X2–X5.
  private func embed(_ place: Int, odd: Bool, _ override: UInt8, _ status: inout Status) {
    classes[place] = BidiClass.boundaryNeutral.rawValue
    if let level = status.next(odd: odd) {
      status.push(level, override: override, isolate: false)
    } else if status.overflowIsolates == 0 {
      status.overflowEmbeddings += 1
    }
  }

  /// Rules X5a–X5c; the initiator itself belongs to the text around it.
  private func isolate(_ place: Int, odd: Bool, _ status: inout Status) {
    assign(place, status)
    if let level = status.next(odd: odd) {
      status.validIsolates += 1
      status.push(level, override: Status.noOverride, isolate: true)
    } else {
      status.overflowIsolates += 1
    }
  }

  /// Rule X6a.
  private func endIsolate(_ place: Int, _ status: inout Status) {
    if status.overflowIsolates > 0 {
      status.overflowIsolates -= 1
    } else if status.validIsolates > 0 {
      status.overflowEmbeddings = 0
      while !status.isolates[status.top] { status.top -= 1 }
      status.top -= 1
      status.validIsolates -= 1
    }
    assign(place, status)
  }

  /// Level runs of what X9 leaves (BD7).
  ///
  /// - Returns: how many there are.
  private mutating func findLevelRuns(_ range: Range<Int>) -> Int {
    runs.reserve(range.count)
    runsOfIsolates.reserve(count)
    var found = 0
    for place in range where classes[place] != BidiClass.boundaryNeutral.rawValue {
      if found > 0, runs[found - 1].level == levels[place] {
        runs[found - 1].last = Int32(place)
        continue
      }
      if bidiClass(place) == .popDirectionalIsolate { runsOfIsolates[place] = Int32(found) }
      runs[found] = LevelRun(first: Int32(place), last: Int32(place), level: levels[place])
      found += 1
    }
    return found
  }

  /// Rule X10: joins level runs over matched isolates and resolves each sequence.
  ///
  /// The levels compared for the sequence's ends are the explicit ones that the runs keep, since
  /// those in `levels` may already have been raised by I1 and I2.
  private mutating func resolveSequences(runCount: Int, paragraph: UInt8) {
    for number in 0..<runCount {
      let first = Int(runs[number].first)
      if bidiClass(first) == .popDirectionalIsolate, partners[first] >= 0 { continue }
      let level = runs[number].level
      let before = number > 0 ? runs[number - 1].level : paragraph
      var length = 0
      var hasBrackets = false
      var current = number
      var after = paragraph
      while true {
        let run = runs[current]
        let part = fillSequence(from: Int(run.first), to: Int(run.last) + 1, at: length)
        length += part.count
        hasBrackets = hasBrackets || part.hasBrackets
        guard bidiClass(Int(run.last)).isIsolateInitiator else {
          after = current + 1 < runCount ? runs[current + 1].level : paragraph
          break
        }
        let end = Int(partners[Int(run.last)])
        guard end <= Int(runs[runCount - 1].last) else { break }
        current = Int(runsOfIsolates[end])
      }
      resolveSequence(
        count: length, level: level, start: max(level, before), end: max(level, after),
        hasBrackets: hasBrackets)
    }
  }
}
