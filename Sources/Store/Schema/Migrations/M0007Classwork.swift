extension Migration {
  /// What is taken down in a class beside its marks (S2, process 7).
  static let classwork = Migration(
    version: 7, name: "Classwork",
    script: """
      -- One row a learner: the signature of the first session, and what the host provides.
      CREATE TABLE first_session (
        id INTEGER PRIMARY KEY,
        enrolment INTEGER NOT NULL REFERENCES enrolment,
        signature INTEGER NOT NULL CHECK (signature IN (0, 1)),
        lodging INTEGER NOT NULL CHECK (lodging IN (0, 1)),
        lunch INTEGER NOT NULL CHECK (lunch IN (0, 1)),
        dinner INTEGER NOT NULL CHECK (dinner IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX first_session_enrolment ON first_session (enrolment);

      -- Who attends without being registered (form 2), and in which sessions (form 3).
      CREATE TABLE attendant (
        id INTEGER PRIMARY KEY,
        class INTEGER NOT NULL REFERENCES training_class,
        first_name TEXT NOT NULL CHECK (first_name <> ''),
        last_name TEXT NOT NULL CHECK (last_name <> ''),
        sort_key TEXT NOT NULL,
        national_code TEXT NOT NULL DEFAULT '',
        personnel_code TEXT NOT NULL DEFAULT '',
        workplace TEXT NOT NULL DEFAULT '',
        mobile TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX attendant_class ON attendant (class, sort_key);

      CREATE TABLE attendant_mark (
        id INTEGER PRIMARY KEY,
        attendant INTEGER NOT NULL REFERENCES attendant,
        session INTEGER NOT NULL REFERENCES session,
        present INTEGER NOT NULL CHECK (present IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX attendant_mark_cell ON attendant_mark (attendant, session);
      CREATE INDEX attendant_mark_session ON attendant_mark (session);
      """)
}
