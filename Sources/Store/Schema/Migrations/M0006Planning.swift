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
      CREATE INDEX form_one_day ON form_one (registered_day);
      CREATE INDEX form_one_office ON form_one (unit, registered_day);
      CREATE INDEX form_one_course ON form_one (course);

      ALTER TABLE course_request ADD COLUMN form INTEGER REFERENCES form_one;
      CREATE INDEX course_request_form ON course_request (form);

      CREATE TABLE exec_plan (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES course_request,
        learner_count INTEGER NOT NULL CHECK (learner_count > 0),
        class_count INTEGER NOT NULL CHECK (class_count > 0),
        instructor_count INTEGER NOT NULL CHECK (instructor_count > 0),
        stay_count INTEGER NOT NULL DEFAULT 0 CHECK (stay_count >= 0),
        stay_from INTEGER,
        stay_to INTEGER,
        stay_place TEXT NOT NULL DEFAULT '',
        transport TEXT NOT NULL DEFAULT '',
        notice_from INTEGER,
        notice_to INTEGER,
        enrol_from INTEGER,
        enrol_to INTEGER,
        letter_number TEXT NOT NULL DEFAULT '',
        letter_day INTEGER,
        letter_recipient TEXT NOT NULL DEFAULT '',
        by_exam INTEGER NOT NULL DEFAULT 0 CHECK (by_exam IN (0, 1)),
        by_project INTEGER NOT NULL DEFAULT 0 CHECK (by_project IN (0, 1)),
        evaluation_day INTEGER,
        state TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX exec_plan_request ON exec_plan (request);

      CREATE TABLE plan_slot (
        id INTEGER PRIMARY KEY,
        plan INTEGER NOT NULL REFERENCES exec_plan,
        purpose TEXT NOT NULL CHECK (purpose IN ('enrolment', 'lesson', 'exam')),
        class_number INTEGER NOT NULL CHECK (class_number > 0),
        day INTEGER NOT NULL,
        start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
        end_minute INTEGER NOT NULL CHECK (end_minute BETWEEN 1 AND 1440),
        place TEXT NOT NULL DEFAULT '',
        outside INTEGER NOT NULL DEFAULT 0 CHECK (outside IN (0, 1)),
        instructor TEXT NOT NULL DEFAULT '',
        person INTEGER REFERENCES person,
        CHECK (start_minute < end_minute)
      ) STRICT;
      CREATE INDEX plan_slot_plan ON plan_slot (plan, day, start_minute);
      CREATE INDEX plan_slot_day ON plan_slot (day);
      CREATE INDEX plan_slot_person ON plan_slot (person);

      CREATE TABLE plan_item (
        id INTEGER PRIMARY KEY,
        plan INTEGER NOT NULL REFERENCES exec_plan,
        kind TEXT NOT NULL,
        title TEXT NOT NULL CHECK (title <> ''),
        detail TEXT NOT NULL DEFAULT '',
        count INTEGER NOT NULL DEFAULT 0 CHECK (count >= 0),
        minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0),
        day INTEGER,
        outside INTEGER NOT NULL DEFAULT 0 CHECK (outside IN (0, 1))
      ) STRICT;
      CREATE INDEX plan_item_plan ON plan_item (plan, kind);
      """)
}
