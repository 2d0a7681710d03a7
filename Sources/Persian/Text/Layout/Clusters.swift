/// From joined scalars to clusters.
extension LayoutEngine {
  private static let dottedCircle: UInt32 = 0x25CC
  private static let lam: UInt32 = 0x0644
  private static let halfSpace: UInt32 = 0x200C

  /// The cluster being built.
  private struct Building {
    /// The nominal letter of the base: what a mark may compose with, or an alef after lam.
    var letter: UInt32 = 0
    var form: UInt8 = 0
    /// Whether lam and alef have become one.
    var isLigature = false
    /// Whether a following alef may ligate: a lam, nothing but marks since.
    var awaitsAlef = false

    init() {}

    init(letter: UInt32, form: UInt8) {
      self.letter = letter
      self.form = form
    }
  }

  /// Builds the clusters in logical order: a base, its marks, the format characters after it.
  mutating func buildClusters(_ options: LayoutOptions) {
    clusters.reserve(bidi.count)
    clusterCount = 0
    var building = Building()
    for place in 0..<bidi.count {
      let traits = Traits(bits: bidi.traits[place])
      if traits.isPlain {
        if building.awaitsAlef, ligate(place, &building) { continue }
        open(place, traits, options, &building)
      } else if traits.isMark {
        addMark(place, options, &building)
      } else if traits.isInvisible {
        building.awaitsAlef = false
        building.letter = 0
        if clusterCount > 0, bidi.scalars[place] == Self.halfSpace {
          clusters.base[clusterCount - 1].traits.insert(.halfSpace)
        }
      } else {
        substitute(place, traits)
        building = Building()
      }
    }
    if clusterCount == 0, bidi.count > 0 { append(0x20, width: 0, place: 0, traits: .empty) }
    if options.tabStop > 1 { widenTabs(to: min(options.tabStop, 64)) }
  }

  /// Tabs are segment separators (L1): segments follow each other in paragraph direction, so a tab's
  /// column in the text is its column on the screen.
  private mutating func widenTabs(to stop: Int) {
    var column = 0
    for number in 0..<clusterCount {
      if bidi.scalars[Int(clusters[number].start)] == 0x09 {
        clusters.base[number].glyph.width = UInt8(truncatingIfNeeded: stop - column % stop)
      }
      column += Int(clusters[number].glyph.width)
    }
  }

  @inline(__always)
  private mutating func append(
    _ base: UInt32, width: UInt8, place: Int, traits: Cluster.Traits
  ) {
    let number = Int32(truncatingIfNeeded: clusterCount)
    clusters[clusterCount] = Cluster(
      glyph: Glyph(base: base, width: width, level: bidi.levels[place], cluster: number),
      start: clusterCount == 0 ? 0 : Int32(truncatingIfNeeded: place), traits: traits)
    clusterCount += 1
  }

  @inline(__always)
  private mutating func open(
    _ place: Int, _ traits: Traits, _ options: LayoutOptions, _ building: inout Building
  ) {
    let scalar = bidi.scalars[place]
    let form = forms[place]
    let side = bidi.levels[place] & 1
    building = Building(letter: scalar, form: form)
    var base = scalar
    if traits.hasForms {
      if options.joins {
        base = bidi.tables.form(Int(form), of: scalar)
        building.awaitsAlef =
          scalar == Self.lam && options.ligatesLamAlef && form & Self.joinsOnLeft != 0 && side == 1
      }
    } else if traits.isMirrored {
      if side == 1 { base = bidi.tables.mirror(of: scalar) }
    } else if options.digits != .asTyped {
      base = digit(scalar, options.digits)
    }
    // The next letter stands on the left at an odd level, on the right at an even one.
    let joinsNext = form >> side & 1
    let isWord = UInt8(truncatingIfNeeded: Self.wordClasses >> UInt32(traits.bits & 31) & 1)
    let isSpace: UInt8 = traits.bidiClass == .whitespace ? 1 : 0
    append(
      base, width: traits.width, place: place,
      traits: Cluster.Traits(
        rawValue: joinsNext * Cluster.Traits.joinsNext.rawValue
          | isWord * Cluster.Traits.word.rawValue | isSpace * Cluster.Traits.space.rawValue))
  }

  private static let wordClasses =
    BidiClass.leftToRight.bit | BidiClass.rightToLeft.bit | BidiClass.arabicLetter.bit
    | BidiClass.europeanNumber.bit | BidiClass.arabicNumber.bit

  /// Makes one cluster of a lam and the alef at `place`.
  private mutating func ligate(_ place: Int, _ building: inout Building) -> Bool {
    let alef = bidi.scalars[place]
    let isJoined = building.form & Self.joinsOnRight != 0
    guard bidi.levels[place] == clusters[clusterCount - 1].glyph.level,
      let base = bidi.tables.lamAlef(alef, joined: isJoined)
    else { return false }
    clusters.base[clusterCount - 1].glyph.base = base
    clusters.base[clusterCount - 1].traits.remove(.joinsNext)
    building.letter = alef
    building.isLigature = true
    building.awaitsAlef = false
    return true
  }

  private mutating func addMark(
    _ place: Int, _ options: LayoutOptions, _ building: inout Building
  ) {
    let mark = bidi.scalars[place]
    if clusterCount > 0 { clusters.base[clusterCount - 1].traits.remove(.space) }
    if clusterCount == 0 || !carriesMarks(clusters[clusterCount - 1]) {
      append(Self.dottedCircle, width: 1, place: place, traits: [])
      clusters.base[clusterCount - 1].glyph.marks.append(mark)
      return
    }
    if options.joins, clusters[clusterCount - 1].glyph.marks.isEmpty,
      let composed = bidi.tables.composition(of: building.letter, mark)
    {
      let ligature = bidi.tables.lamAlef(
        composed, joined: building.form & Self.joinsOnRight != 0)
      let form = bidi.tables.form(Int(building.form), of: composed)
      if !building.isLigature || ligature != nil {
        clusters.base[clusterCount - 1].glyph.base = building.isLigature ? ligature ?? form : form
        building.letter = 0
        return
      }
    }
    clusters.base[clusterCount - 1].glyph.marks.append(mark)
  }

  private func carriesMarks(_ cluster: Cluster) -> Bool {
    !cluster.traits.contains(.separator) && !cluster.traits.contains(.substituted)
  }

  /// Shows what must not reach a terminal: controls, what is unassigned, signs that span others.
  private mutating func substitute(_ place: Int, _ traits: Traits) {
    let scalar = bidi.scalars[place]
    let base: UInt32
    switch scalar {
    case 0x09: base = 0x20
    case 0x00...0x1F: base = 0x2400 + scalar
    case 0x7F: base = 0x2421
    case 0x85, 0x2028, 0x2029: base = 0x2424
    default: base = Self.signs.contains(scalar) ? 0xA4 : 0xFFFD
    }
    var result: Cluster.Traits = .substituted
    let bidiClass = traits.bidiClass
    if bidiClass == .segmentSeparator || bidiClass == .paragraphSeparator {
      result.insert(.separator)
    } else if bidiClass == .whitespace {
      result.insert(.space)
    }
    append(base, width: 1, place: place, traits: result)
  }

  /// Signs that enclose the digits after them (Prepended_Concatenation_Mark): terminals disagree
  /// whether they take a cell.
  private static let signs: Set<UInt32> = [
    0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2,
    0x110BD, 0x110CD,
  ]

  private func digit(_ scalar: UInt32, _ digits: LayoutOptions.Digits) -> UInt32 {
    let value: UInt32
    switch scalar {
    case 0x30...0x39: value = scalar - 0x30
    case 0x0660...0x0669: value = scalar - 0x0660
    case 0x06F0...0x06F9: value = scalar - 0x06F0
    default: return scalar
    }
    return value + (digits == .persian ? 0x06F0 : 0x30)
  }
}
