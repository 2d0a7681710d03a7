extension Migration {
  /// What courses achieved: surveys, questionnaires, figures and their summaries (S2, process 8).
  static let effectiveness = Migration(
    version: 13, name: "Effectiveness",
    script: """
      CREATE TABLE effectiveness (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES course_request,
        level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
        cost INTEGER CHECK (cost >= 0),
        benefit INTEGER CHECK (benefit >= 0),
        documents TEXT NOT NULL DEFAULT '',
        conclusion TEXT NOT NULL DEFAULT '',
        summarised_day INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX effectiveness_level ON effectiveness (request, level);

      CREATE TABLE effectiveness_basis (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES course_request,
        strategic INTEGER NOT NULL CHECK (strategic IN (0, 1)),
        costly INTEGER NOT NULL CHECK (costly IN (0, 1)),
        large INTEGER NOT NULL CHECK (large IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX effectiveness_basis_request ON effectiveness_basis (request);

      -- Ratings are lines of a question's key and a number of the scale.
      CREATE TABLE survey_sheet (
        id INTEGER PRIMARY KEY,
        enrolment INTEGER NOT NULL REFERENCES enrolment,
        factor INTEGER NOT NULL REFERENCES factor,
        origin TEXT NOT NULL CHECK (origin IN ('learner', 'paper')),
        day INTEGER NOT NULL,
        ratings TEXT NOT NULL,
        remark TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE UNIQUE INDEX survey_sheet_pair ON survey_sheet (enrolment, factor);

      CREATE TABLE behaviour_question (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES course_request,
        text TEXT NOT NULL
      ) STRICT;
      CREATE INDEX behaviour_question_request ON behaviour_question (request, id);

      CREATE TABLE behaviour_sheet (
        id INTEGER PRIMARY KEY,
        enrolment INTEGER NOT NULL REFERENCES enrolment,
        respondent TEXT NOT NULL CHECK (respondent IN ('self', 'manager')),
        manager TEXT NOT NULL DEFAULT '',
        day INTEGER NOT NULL,
        ratings TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX behaviour_sheet_pair ON behaviour_sheet (enrolment, respondent);
      """)
}
