extension Migration {
  /// Competency development (S1): periods and centres of assessment, requests and results.
  static let competency = Migration(
    version: 5, name: "Competency",
    script: """
      CREATE TABLE assessment_period (
        id INTEGER PRIMARY KEY,
        unit INTEGER NOT NULL REFERENCES unit,
        title TEXT NOT NULL,
        year INTEGER NOT NULL,
        -- The window, both null until it is defined.
        from_day INTEGER,
        to_day INTEGER,
        CHECK ((from_day IS NULL) = (to_day IS NULL)),
        CHECK (from_day IS NULL OR from_day <= to_day)
      ) STRICT;
      CREATE INDEX assessment_period_unit ON assessment_period (unit, year);

      CREATE TABLE assessment_centre (
        id INTEGER PRIMARY KEY,
        unit INTEGER NOT NULL REFERENCES unit,
        name TEXT NOT NULL,
        approved INTEGER NOT NULL DEFAULT 1 CHECK (approved IN (0, 1))
      ) STRICT;
      CREATE INDEX assessment_centre_unit ON assessment_centre (unit, name);

      CREATE TABLE competency_request (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person,
        period INTEGER NOT NULL REFERENCES assessment_period,
        appointment INTEGER NOT NULL REFERENCES appointment,
        tracking TEXT NOT NULL CHECK (length(tracking) = 12),
        registered_day INTEGER NOT NULL,
        state TEXT NOT NULL,
        centre INTEGER REFERENCES assessment_centre,
        outcome TEXT NOT NULL DEFAULT '',
        decided_day INTEGER,
        note TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE UNIQUE INDEX competency_request_tracking ON competency_request (tracking);
      CREATE UNIQUE INDEX competency_request_live ON competency_request (person, period)
        WHERE state <> 'withdrawn';
      CREATE INDEX competency_request_person ON competency_request (person);
      CREATE INDEX competency_request_state ON competency_request (state, period);
      CREATE INDEX competency_request_day ON competency_request (registered_day, id);

      CREATE TABLE competency_result (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES competency_request,
        dimension TEXT NOT NULL,
        -- Hundredths of a point.
        score INTEGER NOT NULL CHECK (score >= 0),
        day INTEGER NOT NULL,
        assessor TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE UNIQUE INDEX competency_result_dimension ON competency_result (request, dimension);
      """)
}
