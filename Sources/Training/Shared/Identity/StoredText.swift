/// A value that is kept as one text, in the records and in JSON, and checked whenever it is read.
public protocol StoredText: Codable {
  var stored: String { get }
  init(stored: String) throws(Complaint)
}

extension StoredText {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      self = try Self(stored: text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(stored)
  }
}

extension NationalCode: StoredText {
  public var stored: String { digits }
  public init(stored: String) throws(Complaint) { try self.init(unchecked: stored) }
}

extension PersonnelCode: StoredText {
  public var stored: String { digits }
  public init(stored: String) throws(Complaint) { try self.init(recorded: stored) }
}

extension Mobile: StoredText {
  public var stored: String { digits }
  public init(stored: String) throws(Complaint) { try self.init(validating: stored) }
}
