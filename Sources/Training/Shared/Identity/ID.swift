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
    rawValue = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(String(rawValue))
  }
}
