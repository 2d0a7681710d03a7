extension Migration {
  /// The control of scores and absences, and in-house certificates (S2, process 10).
  static let closing = Migration(
    version: 11, name: "Closing",
    script: """
      -- The days on which the learners of a class may object.
      CREATE TABLE control_period (
        id INTEGER PRIMARY KEY,
        class INTEGER NOT NULL REFERENCES training_class,
        from_day INTEGER NOT NULL,
        to_day INTEGER NOT NULL,
        announced_day INTEGER NOT NULL,
        CHECK (from_day <= to_day)
      ) STRICT;
      CREATE UNIQUE INDEX control_period_class ON control_period (class);
      CREATE INDEX control_period_end ON control_period (to_day);

      CREATE TABLE score_objection (
        id INTEGER PRIMARY KEY,
        enrolment INTEGER NOT NULL REFERENCES enrolment,
        kind TEXT NOT NULL CHECK (kind IN ('score', 'absence')),
        session INTEGER REFERENCES session,
        text TEXT NOT NULL CHECK (text <> ''),
        state TEXT NOT NULL CHECK (state IN ('registered', 'accepted', 'rejected')),
        registered_day INTEGER NOT NULL,
        answered_day INTEGER,
        answer TEXT NOT NULL DEFAULT '',
        -- The score or the mark before and after the correction, as they are stored.
        value_before TEXT NOT NULL DEFAULT '',
        value_after TEXT NOT NULL DEFAULT '',
        CHECK (kind = 'score' OR session IS NOT NULL)
      ) STRICT;
      CREATE INDEX score_objection_enrolment ON score_objection (enrolment, state);
      CREATE INDEX score_objection_session ON score_objection (session);

      -- What was printed, as it was on the day of issue; a revoked one stays.
      CREATE TABLE certificate (
        id INTEGER PRIMARY KEY,
        enrolment INTEGER NOT NULL REFERENCES enrolment,
        unit INTEGER NOT NULL REFERENCES unit,
        year INTEGER NOT NULL,
        serial INTEGER NOT NULL CHECK (serial > 0),
        number TEXT NOT NULL CHECK (number <> ''),
        issued_day INTEGER NOT NULL,
        holder TEXT NOT NULL CHECK (holder <> ''),
        national_code TEXT NOT NULL DEFAULT '',
        personnel_code TEXT NOT NULL DEFAULT '',
        course_code TEXT NOT NULL,
        course_title TEXT NOT NULL,
        minutes INTEGER NOT NULL CHECK (minutes > 0),
        from_day INTEGER NOT NULL,
        to_day INTEGER NOT NULL,
        score TEXT NOT NULL,
        office TEXT NOT NULL,
        -- Twenty digits of the digest over the printed facts.
        code TEXT NOT NULL CHECK (length(code) = 20),
        state TEXT NOT NULL CHECK (state IN ('issued', 'revoked')),
        revoked_day INTEGER,
        reason TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE UNIQUE INDEX certificate_number ON certificate (unit, year, serial);
      CREATE UNIQUE INDEX certificate_code ON certificate (code);
      CREATE UNIQUE INDEX certificate_live ON certificate (enrolment) WHERE state = 'issued';
      CREATE INDEX certificate_enrolment ON certificate (enrolment);
      """)
}
