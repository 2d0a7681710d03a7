extension Migration {
  /// What the store itself needs: identity of this copy, journal, attachments, aliases.
  ///
  /// Tables whose names begin with `store_`, `search_` or `local_` are not watched by the journal.
  package static let foundation = Migration(
    version: 0, name: "Foundation",
    script: """
      CREATE TABLE store_replica (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        replica INTEGER NOT NULL CHECK (replica BETWEEN 1 AND 2147483647),
        counter INTEGER NOT NULL CHECK (counter BETWEEN 0 AND 4294967295)
      ) STRICT;
      CREATE TRIGGER store_replica_never_lower BEFORE UPDATE OF counter ON store_replica
      WHEN new.counter < old.counter
      BEGIN SELECT RAISE(ABORT, 'the counter of ids is never lowered'); END;

      CREATE TABLE store_setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE store_entry (
        number INTEGER PRIMARY KEY,
        id INTEGER NOT NULL,
        moment INTEGER NOT NULL,
        recorded INTEGER NOT NULL,
        actor INTEGER NOT NULL,
        use_case TEXT NOT NULL,
        arguments BLOB NOT NULL,
        reason TEXT NOT NULL,
        edition TEXT NOT NULL,
        schema INTEGER NOT NULL,
        batch INTEGER NOT NULL,
        undoes INTEGER NOT NULL,
        state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
        changeset BLOB NOT NULL,
        hash BLOB
      ) STRICT;
      CREATE INDEX store_entry_id ON store_entry (id);
      CREATE INDEX store_entry_waiting ON store_entry (state, number) WHERE state <> 0;
      CREATE INDEX store_entry_batch ON store_entry (batch) WHERE batch <> 0;
      CREATE INDEX store_entry_undoes ON store_entry (undoes) WHERE undoes <> 0;
      CREATE TRIGGER store_entry_stays BEFORE DELETE ON store_entry
      BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
      CREATE TRIGGER store_entry_is_true BEFORE UPDATE OF number, id, moment, recorded, actor,
        use_case, arguments, reason, edition, schema, batch, undoes, changeset ON store_entry
      BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;

      CREATE TABLE store_subject (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE TABLE store_touch (
        subject INTEGER NOT NULL,
        key INTEGER NOT NULL,
        entry INTEGER NOT NULL,
        PRIMARY KEY (subject, key, entry)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE store_blob (
        digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
        size INTEGER NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;

      CREATE TABLE store_alias (
        id INTEGER PRIMARY KEY,
        stands_for INTEGER NOT NULL CHECK (stands_for <> id)
      ) STRICT;

      -- The copies that exchange with this one, by their number, each with the unit it works for.
      -- Each has its public key as OpenSSH writes it, the last entry it is known to have, and when it
      -- last sent and was last answered, 0 for never.
      CREATE TABLE store_station (
        replica INTEGER PRIMARY KEY,
        unit INTEGER NOT NULL,
        key TEXT NOT NULL,
        known INTEGER NOT NULL DEFAULT 0,
        pushed INTEGER NOT NULL DEFAULT 0,
        pulled INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX store_station_key ON store_station (key) WHERE key <> '';
      -- The attachments that answers carried, with the last entry the answer knew.
      CREATE TABLE store_sent (
        station INTEGER NOT NULL REFERENCES store_station,
        digest BLOB NOT NULL,
        through INTEGER NOT NULL,
        PRIMARY KEY (station, digest)
      ) STRICT, WITHOUT ROWID;
      -- At a station: the server it exchanges with.
      CREATE TABLE store_server (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        replica INTEGER NOT NULL,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        unit INTEGER NOT NULL,
        address TEXT NOT NULL DEFAULT '',
        pushed INTEGER NOT NULL DEFAULT 0,
        pulled INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      -- What the server could not perform: the changes as the station made them.
      CREATE TABLE store_conflict (
        entry INTEGER PRIMARY KEY REFERENCES store_entry,
        changeset BLOB NOT NULL
      ) STRICT;
      """)

  /// All steps in order; the schema of this version of the program is their result.
  public static let all: [Migration] = [
    foundation,
    people,
    courses,
    board,
    enrolment,
    competency,
    planning,
    classwork,
    instructors,
    exams,
    finance,
    closing,
    external,
    effectiveness,
    ranking,
    rankRules,
    oversight,
    oversightReports,
    sessions,
  ]
}
