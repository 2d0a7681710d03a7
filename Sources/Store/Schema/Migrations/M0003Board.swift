extension Migration {
  /// What is asked of people and offices, and what is told to them.
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

      CREATE TABLE announcement (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        title TEXT NOT NULL CHECK (title <> ''),
        title_key TEXT NOT NULL,
        body TEXT NOT NULL DEFAULT '',
        body_key TEXT NOT NULL DEFAULT '',
        starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
        from_day INTEGER NOT NULL,
        to_day INTEGER,
        unit INTEGER NOT NULL REFERENCES unit,
        -- The roles it is for between commas, ',learner,expert,'; empty for everybody.
        roles TEXT NOT NULL DEFAULT '',
        request INTEGER REFERENCES course_request,
        -- The class whose learners alone it is for.
        class INTEGER REFERENCES training_class,
        -- A file with it: all three or none.
        file_name TEXT,
        file_size INTEGER,
        file_digest BLOB,
        CHECK (to_day IS NULL OR from_day <= to_day),
        CHECK ((file_name IS NULL) = (file_digest IS NULL)),
        CHECK ((file_size IS NULL) = (file_digest IS NULL))
      ) STRICT;
      CREATE INDEX announcement_unit ON announcement (unit, from_day);
      CREATE INDEX announcement_request ON announcement (request);
      CREATE INDEX announcement_class ON announcement (class);

      -- What an account has read concerns this file alone and is not journaled.
      CREATE TABLE local_announcement_read (
        announcement INTEGER NOT NULL,
        account INTEGER NOT NULL,
        moment INTEGER NOT NULL,
        PRIMARY KEY (announcement, account)
      ) STRICT, WITHOUT ROWID;

      """ + searchIndex(of: "announcement", ["title_key", "body_key"])
        + searchIndex(of: "course", ["title_key", "code"])
        + searchIndex(of: "unit", ["name_key", "code"]))
}
