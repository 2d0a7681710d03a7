/// What the engine needs to know of one scalar, as `unicode-tables` packs it.
struct Traits {
  /// How a scalar takes part in cells.
  enum Kind: UInt16 {
    case plain, mark, invisible, substituted
  }

  let bits: UInt16

  var bidiClass: BidiClass { BidiClass(rawValue: UInt8(truncatingIfNeeded: bits & 31)) }
  var joining: JoiningType { JoiningType(rawValue: UInt8(truncatingIfNeeded: bits >> 5 & 7)) }
  var width: UInt8 { UInt8(truncatingIfNeeded: bits >> 8 & 3) }
  var isPlain: Bool { bits >> 10 & 3 == Kind.plain.rawValue }
  var isMark: Bool { bits >> 10 & 3 == Kind.mark.rawValue }
  var isInvisible: Bool { bits >> 10 & 3 == Kind.invisible.rawValue }
  var isMirrored: Bool { bits & 1 << 12 != 0 }
  var isOpeningBracket: Bool { bits & 1 << 13 != 0 }
  var isBracket: Bool { bits & 3 << 13 != 0 }
  var hasForms: Bool { bits & 1 << 15 != 0 }
}

/// A bidi class of UAX #9, table 4; after the weak rules 0–3 are strong or numbers, the rest neutral.
struct BidiClass: Equatable {
  let rawValue: UInt8

  static let leftToRight = Self(rawValue: 0)
  static let rightToLeft = Self(rawValue: 1)
  static let europeanNumber = Self(rawValue: 2)
  static let arabicNumber = Self(rawValue: 3)
  static let otherNeutral = Self(rawValue: 4)
  static let arabicLetter = Self(rawValue: 5)
  static let europeanSeparator = Self(rawValue: 6)
  static let europeanTerminator = Self(rawValue: 7)
  static let commonSeparator = Self(rawValue: 8)
  static let nonspacingMark = Self(rawValue: 9)
  static let boundaryNeutral = Self(rawValue: 10)
  static let paragraphSeparator = Self(rawValue: 11)
  static let segmentSeparator = Self(rawValue: 12)
  static let whitespace = Self(rawValue: 13)
  static let leftToRightEmbedding = Self(rawValue: 14)
  static let leftToRightOverride = Self(rawValue: 15)
  static let rightToLeftEmbedding = Self(rawValue: 16)
  static let rightToLeftOverride = Self(rawValue: 17)
  static let popDirectionalFormat = Self(rawValue: 18)
  static let leftToRightIsolate = Self(rawValue: 19)
  static let rightToLeftIsolate = Self(rawValue: 20)
  static let firstStrongIsolate = Self(rawValue: 21)
  static let popDirectionalIsolate = Self(rawValue: 22)

  /// The bit of the class in a set of classes.
  var bit: UInt32 { 1 << UInt32(rawValue) }
  var isIsolateInitiator: Bool { rawValue >= 19 && rawValue <= 21 }
  /// An isolate initiator or a PDI.
  var isIsolate: Bool { rawValue >= 19 }
  /// Removed by rule X9: boundary neutrals, embeddings, overrides and their end.
  var isRemoved: Bool { rawValue == 10 || (rawValue >= 14 && rawValue <= 18) }
  var isNeutral: Bool { rawValue > 3 }
}

/// A joining type of ArabicShaping.txt.
struct JoiningType: Equatable {
  let rawValue: UInt8

  static let nonJoining = Self(rawValue: 0)
  static let rightJoining = Self(rawValue: 1)
  static let leftJoining = Self(rawValue: 2)
  static let dualJoining = Self(rawValue: 3)
  static let joinCausing = Self(rawValue: 4)
  static let transparent = Self(rawValue: 5)

  /// Joins the letter on its right: right-joining, dual-joining, join-causing.
  var joinsRight: Bool { (0b011010 as UInt8) >> rawValue & 1 != 0 }
  /// Joins the letter on its left: left-joining, dual-joining, join-causing.
  var joinsLeft: Bool { (0b011100 as UInt8) >> rawValue & 1 != 0 }
}
