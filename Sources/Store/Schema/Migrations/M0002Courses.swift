extension Migration {
  /// Courses from the catalogue to the marks of a session (S2, processes 1, 4, 5 and 7).
  static let courses = Migration(
    version: 2, name: "Courses",
    script: """
      CREATE TABLE course (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        minutes INTEGER NOT NULL CHECK (minutes > 0),
        kind TEXT NOT NULL,
        feature TEXT NOT NULL DEFAULT '',
        exec_permit INTEGER NOT NULL DEFAULT 1 CHECK (exec_permit IN (0, 1)),
        mandatory_subject TEXT NOT NULL DEFAULT '',
        active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX course_code ON course (code);
      CREATE INDEX course_sort ON course (sort_key, id);

      CREATE TABLE course_request (
        id INTEGER PRIMARY KEY,
        course INTEGER NOT NULL REFERENCES course,
        unit INTEGER NOT NULL REFERENCES unit,
        year INTEGER NOT NULL,
        exec_from INTEGER NOT NULL,
        exec_to INTEGER NOT NULL,
        class_count INTEGER NOT NULL CHECK (class_count > 0),
        cost_provision TEXT NOT NULL DEFAULT '',
        enrol_method TEXT NOT NULL CHECK (enrol_method IN ('learner', 'expert')),
        delivery_mode TEXT NOT NULL,
        quota INTEGER NOT NULL CHECK (quota > 0),
        class_capacity INTEGER NOT NULL CHECK (class_capacity > 0),
        guest_capacity INTEGER NOT NULL DEFAULT 0 CHECK (guest_capacity >= 0),
        -- The conditions on the learners, one a line: kind, blank, code.
        conditions TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        decided_day INTEGER,
        CHECK (exec_from <= exec_to)
      ) STRICT;
      CREATE INDEX course_request_unit ON course_request (unit, state, exec_from);
      CREATE INDEX course_request_course ON course_request (course);
      -- Along these the lists are read page by page, of all offices and of one.
      CREATE INDEX course_request_day ON course_request (exec_from);
      CREATE INDEX course_request_year ON course_request (year, exec_from);
      CREATE INDEX course_request_state ON course_request (state, exec_from);
      CREATE INDEX course_request_office ON course_request (unit, exec_from);
      CREATE INDEX course_request_office_year ON course_request (unit, year, exec_from);

      CREATE TABLE factor (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES course_request,
        role TEXT NOT NULL,
        educator INTEGER NOT NULL CHECK (educator IN (0, 1)),
        person INTEGER REFERENCES person,
        national_code TEXT NOT NULL DEFAULT '',
        full_name TEXT NOT NULL,
        minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0),
        active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
      ) STRICT;
      CREATE INDEX factor_request ON factor (request, role);
      CREATE INDEX factor_person ON factor (person);

      CREATE TABLE training_class (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES course_request,
        name TEXT NOT NULL,
        enrol_from INTEGER NOT NULL,
        enrol_to INTEGER NOT NULL,
        class_from INTEGER NOT NULL,
        class_to INTEGER NOT NULL,
        capacity INTEGER NOT NULL CHECK (capacity > 0),
        place TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        CHECK (enrol_from <= enrol_to AND class_from <= class_to)
      ) STRICT;
      CREATE INDEX training_class_request ON training_class (request, name);
      CREATE INDEX training_class_days ON training_class (class_from, class_to);

      CREATE TABLE session (
        id INTEGER PRIMARY KEY,
        class INTEGER NOT NULL REFERENCES training_class,
        day INTEGER NOT NULL,
        start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
        end_minute INTEGER NOT NULL CHECK (end_minute BETWEEN 1 AND 1440),
        factor INTEGER REFERENCES factor,
        topic TEXT NOT NULL DEFAULT '',
        place TEXT NOT NULL DEFAULT '',
        CHECK (start_minute < end_minute)
      ) STRICT;
      CREATE INDEX session_class ON session (class, day, start_minute);
      CREATE INDEX session_day ON session (day);

      CREATE TABLE enrolment (
        id INTEGER PRIMARY KEY,
        class INTEGER NOT NULL REFERENCES training_class,
        person INTEGER NOT NULL REFERENCES person,
        method TEXT NOT NULL CHECK (method IN ('learner', 'expert', 'guest')),
        state TEXT NOT NULL,
        enrolled_day INTEGER NOT NULL,
        letter TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE UNIQUE INDEX enrolment_live ON enrolment (class, person) WHERE state = 'enrolled';
      CREATE INDEX enrolment_person ON enrolment (person, class);
      CREATE INDEX enrolment_class ON enrolment (class, state);

      -- One row is one cell of the grid: a learner in a session.
      CREATE TABLE mark (
        id INTEGER PRIMARY KEY,
        session INTEGER NOT NULL REFERENCES session,
        enrolment INTEGER NOT NULL REFERENCES enrolment,
        -- The status and its absence intervals as one compact text (Training.AttendanceMark);
        -- empty where the cell was cleared.
        value TEXT NOT NULL,
        -- The minutes of absence that count, derived from `value`, for totals in SQL.
        absent_minutes INTEGER NOT NULL CHECK (absent_minutes >= 0),
        note TEXT NOT NULL DEFAULT '',
        account INTEGER NOT NULL,
        moment INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX mark_cell ON mark (session, enrolment);
      CREATE INDEX mark_enrolment ON mark (enrolment);
      """)
}
