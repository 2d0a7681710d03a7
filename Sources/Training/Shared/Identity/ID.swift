/// The identity of a record: `replica << 32 | counter`, unique over all offices.
public struct ID<Entity>: Hashable, Sendable, RawRepresentable {
  public let rawValue: Int64

  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }
}

/// Ids are strings in JSON: many readers lose digits of 64-bit numbers.
extension ID: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Int64(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a record id: \(text)")
    }
    let standIns = StandIns.key.flatMap { decoder.userInfo[$0] as? StandIns }
    rawValue = standIns?.ids[value] ?? value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(String(rawValue))
  }
}

/// Records that turned out to be others: ids are read as those of the records that stand for them.
///
/// A decoder is told by its `userInfo` under `key`.
public struct StandIns: Hashable, Sendable {
  public static let key = CodingUserInfoKey(rawValue: "StandIns")

  public var ids: [Int64: Int64]

  public init(_ ids: [Int64: Int64] = [:]) {
    self.ids = ids
  }
}
