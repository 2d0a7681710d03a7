/// Rules W1–W7, N0–N2, I1 and I2 on one isolating run sequence.
extension Bidi {
  /// Copies scalars that X9 leaves into the sequence.
  ///
  /// - Returns: how many, and whether a bracket that may pair is among them.
  func fillSequence(
    from first: Int, to end: Int, at start: Int
  ) -> (count: Int, hasBrackets: Bool) {
    var length = start
    var brackets = false
    for place in first..<end {
      let type = classes[place]
      guard type != BidiClass.boundaryNeutral.rawValue else { continue }
      sequence[length] = Int32(truncatingIfNeeded: place)
      types[length] = type
      length += 1
      if traits[place] & 3 << 13 != 0 { brackets = true }
    }
    return (length - start, brackets)
  }

  /// Resolves a sequence; `start` is the level that gives the type before it (sos), `end` after it.
  mutating func resolveSequence(
    count: Int, level: UInt8, start: UInt8, end: UInt8, hasBrackets: Bool
  ) {
    guard count > 0 else { return }
    resolveWeak(count, sos: start & 1)
    if hasBrackets { resolveBrackets(count, embedding: level & 1, sos: start & 1) }
    resolveNeutral(count, level: level, sos: start & 1, eos: end & 1)
  }

  /// Rules W1–W7 in one pass: each looks at most one scalar ahead or at a run of terminators back.
  private func resolveWeak(_ count: Int, sos: UInt8) {
    var strong = BidiClass(rawValue: sos)
    // The type before, after W1 and after W4, and whether W5 takes it for a European number.
    var previous = strong
    var number = BidiClass.otherNeutral
    var adjoinsEuropean = false
    var terminators = 0
    for place in 0..<count {
      var type = BidiClass(rawValue: types[place])
      if type == .nonspacingMark { type = previous.isIsolate ? .otherNeutral : previous }
      previous = type
      var resolved = type
      var current = BidiClass.otherNeutral
      switch type {
      case .leftToRight, .rightToLeft: strong = type
      case .arabicLetter:
        strong = type
        resolved = .rightToLeft
      case .europeanNumber: current = strong == .arabicLetter ? .arabicNumber : .europeanNumber
      case .arabicNumber: current = .arabicNumber
      case .europeanSeparator, .commonSeparator:
        current = separator(type, at: place, of: count, after: number, strong: strong)
        resolved = .otherNeutral
      case .europeanTerminator:
        resolved = .otherNeutral
        if !adjoinsEuropean { terminators += 1 }
      default: break
      }
      number = current
      if current == .europeanNumber || (type == .europeanTerminator && adjoinsEuropean) {
        adjoinsEuropean = true
        resolved = strong == .leftToRight ? .leftToRight : .europeanNumber
        for back in place - terminators..<place { types[back] = resolved.rawValue }
        terminators = 0
      } else {
        adjoinsEuropean = false
        if type != .europeanTerminator { terminators = 0 }
        if current == .arabicNumber { resolved = .arabicNumber }
      }
      types[place] = resolved.rawValue
    }
  }

  /// Rule W4: a single separator between two numbers of one type becomes that number.
  private func separator(
    _ type: BidiClass, at place: Int, of count: Int, after number: BidiClass, strong: BidiClass
  ) -> BidiClass {
    guard number != .otherNeutral, place + 1 < count else { return .otherNeutral }
    var next = BidiClass(rawValue: types[place + 1])
    if next == .europeanNumber, strong == .arabicLetter { next = .arabicNumber }
    guard next == number, next == .europeanNumber || type == .commonSeparator else {
      return .otherNeutral
    }
    return next
  }

  /// Rule N0 with the pairs of BD16.
  private func resolveBrackets(_ count: Int, embedding: UInt8, sos: UInt8) {
    let found = matchBrackets(count)
    var context = sos
    var scanned = 0
    for number in 0..<found {
      let opening = Int(openings[number])
      let closing = Int(closings[opening])
      guard closing >= 0 else { continue }
      while scanned < opening {
        if types[scanned] <= 3 { context = min(types[scanned], 1) }
        scanned += 1
      }
      var opposite = false
      var type: UInt8?
      for inner in opening + 1..<closing where types[inner] <= 3 {
        if min(types[inner], 1) == embedding {
          type = embedding
          break
        }
        opposite = true
      }
      if type == nil, opposite { type = context == embedding ? embedding : context }
      guard let type else { continue }
      setBracket(opening, type, count)
      setBracket(closing, type, count)
    }
  }

  /// Sets a bracket's type, and that of the marks that follow it.
  private func setBracket(_ place: Int, _ type: UInt8, _ count: Int) {
    types[place] = type
    var next = place + 1
    while next < count, classes[Int(sequence[next])] == BidiClass.nonspacingMark.rawValue {
      types[next] = type
      next += 1
    }
  }

  /// Finds the bracket pairs of the sequence (BD16); a stack of 63, none at all when it overflows.
  ///
  /// - Returns: the number of opening brackets in `openings`; `closings` tells their pairs.
  private func matchBrackets(_ count: Int) -> Int {
    withUnsafeTemporaryAllocation(of: (closing: UInt32, place: Int32).self, capacity: 63) { stack in
      var depth = 0
      var found = 0
      for place in 0..<count where types[place] == BidiClass.otherNeutral.rawValue {
        let at = Int(sequence[place])
        let traits = Traits(bits: traits[at])
        // A bracket under an override has its class changed and is no candidate.
        guard traits.isBracket, classes[at] == BidiClass.otherNeutral.rawValue else { continue }
        let name = tables.closingBracket(of: scalars[at])
        if traits.isOpeningBracket {
          if depth == 63 { return 0 }
          stack[depth] = (name, Int32(truncatingIfNeeded: place))
          depth += 1
          openings[found] = Int32(truncatingIfNeeded: place)
          found += 1
          closings[place] = -1
          continue
        }
        var candidate = depth - 1
        while candidate >= 0, stack[candidate].closing != name { candidate -= 1 }
        guard candidate >= 0 else { continue }
        closings[Int(stack[candidate].place)] = Int32(truncatingIfNeeded: place)
        depth = candidate
      }
      return found
    }
  }

  /// Rules N1, N2, I1 and I2.
  private func resolveNeutral(_ count: Int, level: UInt8, sos: UInt8, eos: UInt8) {
    let embedding = level & 1
    var before = sos
    var place = 0
    while place < count {
      let type = types[place]
      if type <= 3 {
        levels[Int(sequence[place])] = raised(level, type)
        before = min(type, 1)
        place += 1
        continue
      }
      var end = place + 1
      while end < count, types[end] > 3 { end += 1 }
      let after = end < count ? min(types[end], 1) : eos
      let resolved = raised(level, before == after ? before : embedding)
      for neutral in place..<end { levels[Int(sequence[neutral])] = resolved }
      place = end
    }
  }

  private func raised(_ level: UInt8, _ type: UInt8) -> UInt8 {
    if level & 1 == 0 {
      return type == 0 ? level : level + (type == 1 ? 1 : 2)
    }
    return type == 1 ? level : level + 1
  }
}
