extension Migration {
  /// What the sessions of a server were answered last, so that an order that comes again after the
  /// line was cut is not performed twice.
  static let sessions = Migration(
    version: 18, name: "Sessions",
    script: """
      CREATE TABLE local_request (
        -- The number that the session drew for itself; below zero what is done of a bulk change.
        session INTEGER PRIMARY KEY,
        -- The last of its orders that was performed.
        number INTEGER NOT NULL,
        answer BLOB NOT NULL,
        moment INTEGER NOT NULL
      ) STRICT;
      """)
}
