extension Migration {
  /// Exams with their questions, answers and results (S2, process 8).
  static let exams = Migration(
    version: 9, name: "Exams",
    script: """
      CREATE TABLE exam (
        id INTEGER PRIMARY KEY,
        class INTEGER NOT NULL REFERENCES training_class,
        kind TEXT NOT NULL,
        mode TEXT NOT NULL,
        title TEXT NOT NULL CHECK (title <> ''),
        day INTEGER NOT NULL,
        minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
        question_count INTEGER NOT NULL CHECK (question_count >= 0),
        duration INTEGER NOT NULL CHECK (duration >= 0),
        effect INTEGER NOT NULL CHECK (effect BETWEEN 0 AND 100),
        -- Hundredths of a point.
        maximum INTEGER NOT NULL CHECK (maximum > 0),
        passing INTEGER NOT NULL CHECK (passing BETWEEN 0 AND maximum),
        state TEXT NOT NULL
      ) STRICT;
      CREATE INDEX exam_class ON exam (class);
      CREATE INDEX exam_day ON exam (day);

      -- The bank of a course, as the office keeps it.
      CREATE TABLE question (
        id INTEGER PRIMARY KEY,
        course INTEGER NOT NULL REFERENCES course,
        unit INTEGER NOT NULL REFERENCES unit,
        kind TEXT NOT NULL,
        stem TEXT NOT NULL CHECK (stem <> ''),
        feedback TEXT NOT NULL DEFAULT '',
        topic TEXT NOT NULL DEFAULT '',
        difficulty INTEGER NOT NULL CHECK (difficulty BETWEEN 1 AND 3),
        author TEXT NOT NULL DEFAULT '',
        retired INTEGER NOT NULL CHECK (retired IN (0, 1))
      ) STRICT;
      CREATE INDEX question_course ON question (course, unit);

      CREATE TABLE question_option (
        id INTEGER PRIMARY KEY,
        question INTEGER NOT NULL REFERENCES question,
        place INTEGER NOT NULL CHECK (place > 0),
        -- Empty for an answer of a matching question that belongs to no prompt.
        text TEXT NOT NULL,
        -- What belongs to the text in a matching question.
        pair TEXT NOT NULL DEFAULT '',
        -- Thousandths of a percent.
        weight INTEGER NOT NULL CHECK (weight BETWEEN -100000 AND 100000),
        feedback TEXT NOT NULL DEFAULT '',
        CHECK (text <> '' OR pair <> '')
      ) STRICT;
      CREATE INDEX question_option_question ON question_option (question, place);

      CREATE TABLE exam_question (
        id INTEGER PRIMARY KEY,
        exam INTEGER NOT NULL REFERENCES exam,
        question INTEGER NOT NULL REFERENCES question,
        place INTEGER NOT NULL CHECK (place > 0),
        weight INTEGER NOT NULL CHECK (weight > 0)
      ) STRICT;
      CREATE UNIQUE INDEX exam_question_pair ON exam_question (exam, question);
      CREATE INDEX exam_question_question ON exam_question (question);

      CREATE TABLE exam_sitting (
        id INTEGER PRIMARY KEY,
        exam INTEGER NOT NULL REFERENCES exam,
        enrolment INTEGER NOT NULL REFERENCES enrolment,
        seat INTEGER NOT NULL CHECK (seat > 0),
        begun INTEGER NOT NULL,
        handed_in INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX exam_sitting_learner ON exam_sitting (exam, enrolment);
      CREATE INDEX exam_sitting_enrolment ON exam_sitting (enrolment);

      CREATE TABLE exam_answer (
        id INTEGER PRIMARY KEY,
        sitting INTEGER NOT NULL REFERENCES exam_sitting,
        question INTEGER NOT NULL REFERENCES exam_question,
        response TEXT NOT NULL DEFAULT '',
        flagged INTEGER NOT NULL CHECK (flagged IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX exam_answer_question ON exam_answer (sitting, question);

      CREATE TABLE exam_result (
        id INTEGER PRIMARY KEY,
        exam INTEGER NOT NULL REFERENCES exam,
        enrolment INTEGER NOT NULL REFERENCES enrolment,
        present INTEGER NOT NULL CHECK (present IN (0, 1)),
        signed INTEGER NOT NULL CHECK (signed IN (0, 1)),
        -- Hundredths of a point.
        score INTEGER CHECK (score >= 0),
        source TEXT NOT NULL,
        day INTEGER NOT NULL,
        CHECK (score IS NULL OR present = 1)
      ) STRICT;
      CREATE UNIQUE INDEX exam_result_learner ON exam_result (exam, enrolment);
      CREATE INDEX exam_result_enrolment ON exam_result (enrolment);
      """)
}
