extension Migration {
  /// What is asked of people and offices.
  static let board = Migration(
    version: 3, name: "Board",
    script: """
      CREATE TABLE task (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        title TEXT NOT NULL CHECK (title <> ''),
        note TEXT NOT NULL DEFAULT '',
        -- What it is about: a kind of record and its id, both or neither.
        link_kind TEXT,
        link INTEGER,
        role TEXT NOT NULL,
        unit INTEGER NOT NULL REFERENCES unit,
        person INTEGER REFERENCES person,
        due_day INTEGER,
        made_day INTEGER NOT NULL,
        author INTEGER NOT NULL,
        done_day INTEGER,
        answer TEXT NOT NULL DEFAULT '',
        CHECK ((link_kind IS NULL) = (link IS NULL))
      ) STRICT;
      CREATE INDEX task_open ON task (role, unit, due_day) WHERE done_day IS NULL;
      CREATE INDEX task_unit ON task (unit, due_day);
      CREATE INDEX task_person ON task (person);
      CREATE INDEX task_author ON task (author);
      CREATE INDEX task_link ON task (link_kind, link);
      """)
}
