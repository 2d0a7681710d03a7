extension Migration {
  /// Applicants, the bank of instructors, and staff of non-governmental schools (S2, processes 3 and
  /// 6).
  static let instructors = Migration(
    version: 8, name: "Instructors",
    script: """
      CREATE TABLE instructor_application (
        id INTEGER PRIMARY KEY,
        national_code TEXT NOT NULL,
        personnel_code TEXT,
        educator INTEGER NOT NULL CHECK (educator IN (0, 1)),
        first_name TEXT NOT NULL,
        last_name TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        father_name TEXT NOT NULL,
        certificate_number TEXT NOT NULL,
        birth_day INTEGER,
        workplace TEXT NOT NULL DEFAULT '',
        phone TEXT NOT NULL DEFAULT '',
        unit INTEGER NOT NULL REFERENCES unit,
        degree TEXT NOT NULL,
        field TEXT NOT NULL,
        university TEXT NOT NULL,
        graduated INTEGER NOT NULL,
        score INTEGER NOT NULL CHECK (score >= 0),
        submitted_day INTEGER NOT NULL,
        originals_day INTEGER,
        inquiry_number TEXT NOT NULL DEFAULT '',
        inquiry_day INTEGER,
        reply_number TEXT NOT NULL DEFAULT '',
        reply_day INTEGER,
        -- The open digits of the tracking code, by which it is found, and the hash of the whole.
        tracking_locator TEXT NOT NULL,
        tracking_hash TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE UNIQUE INDEX instructor_application_live ON instructor_application (national_code)
        WHERE state NOT IN ('rejected', 'inactive');
      CREATE INDEX instructor_application_national ON instructor_application (national_code);
      CREATE INDEX instructor_application_personnel ON instructor_application (personnel_code);
      CREATE INDEX instructor_application_unit ON instructor_application (unit, state);
      CREATE INDEX instructor_application_sort ON instructor_application (sort_key);
      CREATE INDEX instructor_application_office ON instructor_application (unit, sort_key);
      CREATE UNIQUE INDEX instructor_application_locator
        ON instructor_application (tracking_locator);

      CREATE TABLE instructor_paper (
        id INTEGER PRIMARY KEY,
        application INTEGER NOT NULL REFERENCES instructor_application,
        role TEXT NOT NULL CHECK (role IN ('evidence', 'document')),
        kind TEXT NOT NULL,
        title TEXT NOT NULL DEFAULT '',
        amount INTEGER NOT NULL CHECK (amount >= 0),
        file_name TEXT NOT NULL DEFAULT '',
        file_kind TEXT NOT NULL DEFAULT '',
        file_size INTEGER NOT NULL DEFAULT 0,
        -- The digest of an attachment in hexadecimal; empty where there is none.
        file_digest TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX instructor_paper_application ON instructor_paper (application, id);

      CREATE TABLE instructor_course (
        id INTEGER PRIMARY KEY,
        application INTEGER NOT NULL REFERENCES instructor_application,
        course INTEGER NOT NULL REFERENCES course,
        council_number TEXT NOT NULL,
        council_day INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX instructor_course_pair ON instructor_course (application, course);

      CREATE TABLE nonlocal_permit (
        id INTEGER PRIMARY KEY,
        application INTEGER NOT NULL REFERENCES instructor_application,
        request INTEGER NOT NULL REFERENCES course_request,
        letter_number TEXT NOT NULL,
        letter_day INTEGER NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE UNIQUE INDEX nonlocal_permit_live ON nonlocal_permit (application, request)
        WHERE state <> 'rejected';
      CREATE INDEX nonlocal_permit_request ON nonlocal_permit (request);
      CREATE INDEX nonlocal_permit_day ON nonlocal_permit (letter_day);

      CREATE TABLE school_staff (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person,
        school INTEGER REFERENCES unit,
        post TEXT NOT NULL DEFAULT '',
        teaching_field TEXT NOT NULL DEFAULT '',
        stage TEXT NOT NULL DEFAULT '',
        degree TEXT NOT NULL DEFAULT '',
        weekly_minutes INTEGER NOT NULL DEFAULT 0 CHECK (weekly_minutes >= 0),
        experience INTEGER NOT NULL DEFAULT 0 CHECK (experience >= 0),
        state TEXT NOT NULL,
        decided_day INTEGER,
        reason TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE UNIQUE INDEX school_staff_person ON school_staff (person);
      CREATE INDEX school_staff_school ON school_staff (school, state);
      """)
}
