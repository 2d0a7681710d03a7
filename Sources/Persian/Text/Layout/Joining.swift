/// Cursive joining by the joining types of ArabicShaping.txt.
extension LayoutEngine {
  static let joinsOnRight: UInt8 = 1
  static let joinsOnLeft: UInt8 = 2

  /// Finds for every scalar whether it joins its neighbours, inside one level only (UAX #9, 3.5).
  ///
  /// At an even level, which an override can give to Arabic letters, the neighbour that comes next
  /// in the text stands on the right, so the two sides change places.
  mutating func join() {
    forms.reserve(bidi.count)
    var before = -1
    var beforeType = JoiningType.nonJoining
    for place in 0..<bidi.count {
      forms[place] = 0
      let type = Traits(bits: bidi.traits[place]).joining
      guard type != .transparent else { continue }
      if type != .nonJoining, beforeType != .nonJoining, bidi.levels[before] == bidi.levels[place] {
        if bidi.levels[place] & 1 == 1 {
          if beforeType.joinsLeft, type.joinsRight {
            forms[before] |= Self.joinsOnLeft
            forms[place] = Self.joinsOnRight
          }
        } else if type.joinsLeft, beforeType.joinsRight {
          forms[before] |= Self.joinsOnRight
          forms[place] = Self.joinsOnLeft
        }
      }
      before = place
      beforeType = type
    }
  }
}
