import FoundationEssentials

extension Output {
  /// One JSON value on a line of its own, keys in the alphabet's order.
  mutating func write(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try write(bytes: try encoder.encode(value))
    try write("\n")
  }
}
