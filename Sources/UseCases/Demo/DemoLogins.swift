import FoundationEssentials
public import Store

extension DemoDistrict {
  /// Keeps the logins with a file of sample records, for its login card.
  public static func note(_ logins: [Login], in store: Store, at moment: Int64) throws {
    let text = String(decoding: try JSONEncoder().encode(logins), as: UTF8.self)
    try store.write(at: moment) { records in try records.noteSample(text) }
  }

  /// The logins of a file of sample records; nil for records of an office.
  public static func logins(in store: Store) throws -> [Login]? {
    try store.read { try $0.sampleNote() }.flatMap {
      try? JSONDecoder().decode([Login].self, from: Data($0.utf8))
    }
  }
}
