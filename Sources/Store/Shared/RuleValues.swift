import Persian
public import Training

/// The numbers of the regulations: editions as loaded, and what the administrator set.
extension Querying where Self: ~Copyable {
  /// Every value of every edition; what a `RuleBook` is made of.
  public func ruleValues() throws(StoreError) -> [RuleValue] {
    try all(
      "SELECT key, from_day, value, unit, clause, source, note FROM rule_value ORDER BY key, from_day"
    ) { row in
      try RuleValue(
        key: row[0], from: row[1], value: row[2], unit: row[3], clause: row[4], source: row[5],
        note: row[6])
    }
  }

  /// The values of a number through all editions, the oldest first.
  public func ids(ofRule key: String) throws(StoreError) -> [ID<RuleValue>] {
    try all("SELECT id FROM rule_value WHERE key = ? ORDER BY from_day", [key]) { row in
      try row[0]
    }
  }

  /// Moves whenever a value was added or edited: the last entry that touched one.
  public func ruleStamp() throws(StoreError) -> Int64 {
    try value(
      """
      SELECT coalesce(max(entry), 0) FROM store_touch
      WHERE subject = (SELECT number FROM store_subject WHERE name = 'rule_value')
      """)
  }
}

extension Writing {
  /// Adds a value, or replaces that of the same key and day.
  public func put(_ value: RuleValue, id: ID<RuleValue>) throws(StoreError) {
    try run(
      """
      INSERT INTO rule_value (id, key, from_day, value, unit, clause, source, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key, from_day) DO UPDATE SET
        value = excluded.value, unit = excluded.unit, clause = excluded.clause,
        source = excluded.source, note = excluded.note
      """,
      [
        id, value.key, value.from, value.value, value.unit, value.clause, value.source, value.note,
      ])
  }
}
