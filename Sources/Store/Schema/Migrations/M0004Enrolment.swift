extension Migration {
  /// Past courses of learners, the preparation of courses, announcements and applicants outside the
  /// system (S2, processes 4 and 5).
  static let enrolment = Migration(
    version: 4, name: "Enrolment",
    script: """
      -- A course somebody passed before it was held here, or elsewhere: it counts for the year.
      CREATE TABLE training_record (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person,
        course_code TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL,
        minutes INTEGER NOT NULL CHECK (minutes > 0),
        year INTEGER NOT NULL,
        end_day INTEGER,
        reference TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX training_record_person ON training_record (person, year);

      CREATE TABLE preparation (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES course_request,
        content_system INTEGER NOT NULL CHECK (content_system IN (0, 1)),
        external_form INTEGER NOT NULL CHECK (external_form IN (0, 1)),
        stage_address TEXT NOT NULL DEFAULT '',
        pretest INTEGER NOT NULL CHECK (pretest IN (0, 1)),
        mission_order INTEGER NOT NULL CHECK (mission_order IN (0, 1)),
        introduction INTEGER NOT NULL CHECK (introduction IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX preparation_request ON preparation (request);

      -- A line of a checklist: what is not here is neither needed nor there.
      CREATE TABLE preparation_item (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES course_request,
        area TEXT NOT NULL,
        code TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('needed', 'provided', 'approved')),
        responsible TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        count INTEGER NOT NULL DEFAULT 0 CHECK (count >= 0),
        day INTEGER,
        supplier TEXT NOT NULL DEFAULT '',
        invoice TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE UNIQUE INDEX preparation_item_code ON preparation_item (request, area, code);

      CREATE TABLE course_notice (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES course_request,
        day INTEGER NOT NULL,
        -- Codes of channels, one a line.
        channels TEXT NOT NULL CHECK (channels <> ''),
        text TEXT NOT NULL
      ) STRICT;
      CREATE INDEX course_notice_request ON course_notice (request);
      CREATE INDEX course_notice_day ON course_notice (day);

      -- A registration outside the portal that a learner has done.
      CREATE TABLE second_stage (
        id INTEGER PRIMARY KEY,
        enrolment INTEGER NOT NULL REFERENCES enrolment,
        stage TEXT NOT NULL CHECK (stage IN ('externalForm', 'contentSystem')),
        done_day INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX second_stage_enrolment ON second_stage (enrolment, stage);

      CREATE TABLE outside_applicant (
        id INTEGER PRIMARY KEY,
        unit INTEGER NOT NULL REFERENCES unit,
        course INTEGER NOT NULL REFERENCES course,
        name TEXT NOT NULL CHECK (name <> ''),
        national_code TEXT NOT NULL DEFAULT '',
        personnel_code TEXT NOT NULL DEFAULT '',
        school TEXT NOT NULL DEFAULT '',
        subject TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL CHECK (reason <> ''),
        letter TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX outside_applicant_unit ON outside_applicant (unit);
      """)
}
