/// What a file of sample records says of itself, so that it can be told when it is opened again.
extension Querying where Self: ~Copyable {
  /// What was noted of the sample; nil for records of an office.
  public func sampleNote() throws(StoreError) -> String? {
    try first("SELECT value FROM store_setting WHERE name = 'sample'") { row in try row[0] }
  }
}

extension Writing {
  /// Notes that the file is a sample; it stays with the file and is not journaled.
  public func noteSample(_ note: String) throws(StoreError) {
    try run(
      """
      INSERT INTO store_setting (name, value) VALUES ('sample', ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """, [note])
  }
}
