extension Migration {
  /// Courses and activities held elsewhere, and the lists of them (S2, process 11).
  static let external = Migration(
    version: 12, name: "External",
    script: """
      CREATE TABLE equivalent_batch (
        id INTEGER PRIMARY KEY,
        unit INTEGER NOT NULL REFERENCES unit,
        number TEXT NOT NULL CHECK (number <> ''),
        day INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX equivalent_batch_unit ON equivalent_batch (unit, day);

      CREATE TABLE equivalent_course (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person,
        kind TEXT NOT NULL,
        title TEXT NOT NULL CHECK (title <> ''),
        minutes INTEGER NOT NULL CHECK (minutes > 0),
        institute TEXT NOT NULL CHECK (institute <> ''),
        year INTEGER NOT NULL,
        from_day INTEGER NOT NULL,
        to_day INTEGER NOT NULL,
        certificate_number TEXT NOT NULL DEFAULT '',
        certificate_day INTEGER,
        score TEXT NOT NULL DEFAULT '',
        introduction TEXT NOT NULL DEFAULT '',
        file_name TEXT NOT NULL,
        file_kind TEXT NOT NULL,
        file_size INTEGER NOT NULL,
        file_digest TEXT NOT NULL CHECK (file_digest <> ''),
        registered_day INTEGER NOT NULL,
        original_day INTEGER,
        -- One letter for each condition: y, n, or a dash where nobody has answered.
        answers TEXT NOT NULL CHECK (length(answers) = 4),
        course INTEGER REFERENCES course,
        batch INTEGER REFERENCES equivalent_batch,
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        CHECK (from_day <= to_day)
      ) STRICT;
      CREATE INDEX equivalent_course_person ON equivalent_course (person, state);
      CREATE INDEX equivalent_course_state ON equivalent_course (state, registered_day);
      CREATE INDEX equivalent_course_batch ON equivalent_course (batch);
      CREATE INDEX equivalent_course_course ON equivalent_course (course);
      """)
}
