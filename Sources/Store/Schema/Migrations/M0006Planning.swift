extension Migration {
  /// Needs, Form 1 and the executive programme (S2, processes 1 and 2).
  static let planning = Migration(
    version: 6, name: "Planning",
    script: """
      CREATE TABLE training_need (
        id INTEGER PRIMARY KEY,
        unit INTEGER NOT NULL REFERENCES unit,
        year INTEGER NOT NULL,
        course INTEGER REFERENCES course,
        title TEXT NOT NULL DEFAULT '',
        priority INTEGER NOT NULL CHECK (priority > 0),
        -- The audience, one condition a line: kind, blank, code.
        audience TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        CHECK (course IS NOT NULL OR title <> '')
      ) STRICT;
      CREATE INDEX training_need_unit ON training_need (unit, year, priority);
      CREATE INDEX training_need_course ON training_need (course);

      CREATE TABLE course_wish (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person,
        course INTEGER NOT NULL REFERENCES course,
        year INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX course_wish_once ON course_wish (person, course, year);
      CREATE INDEX course_wish_course ON course_wish (course, year);

      CREATE TABLE form_one (
        id INTEGER PRIMARY KEY,
        unit INTEGER NOT NULL REFERENCES unit,
        requester TEXT NOT NULL CHECK (requester <> ''),
        registered_day INTEGER NOT NULL,
        title TEXT NOT NULL CHECK (title <> ''),
        course INTEGER REFERENCES course,
        conditions TEXT NOT NULL,
        learner_count INTEGER NOT NULL CHECK (learner_count > 0),
        from_day INTEGER,
        to_day INTEGER,
        place TEXT NOT NULL DEFAULT '',
        delivery_mode TEXT NOT NULL,
        funding TEXT NOT NULL CHECK (funding <> ''),
        meeting TEXT NOT NULL DEFAULT '',
        meeting_day INTEGER,
        decision_note TEXT NOT NULL DEFAULT '',
        memorandum_number TEXT NOT NULL DEFAULT '',
        memorandum_day INTEGER,
        party_a TEXT NOT NULL DEFAULT '',
        party_b TEXT NOT NULL DEFAULT '',
        duties_a TEXT NOT NULL DEFAULT '',
        duties_b TEXT NOT NULL DEFAULT '',
        amount INTEGER NOT NULL DEFAULT 0 CHECK (amount >= 0),
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        CHECK (from_day <= to_day)
      ) STRICT;
      CREATE INDEX form_one_unit ON form_one (unit, state);
      CREATE INDEX form_one_course ON form_one (course);

      ALTER TABLE course_request ADD COLUMN form INTEGER REFERENCES form_one;
      CREATE INDEX course_request_form ON course_request (form);
      """)
}
