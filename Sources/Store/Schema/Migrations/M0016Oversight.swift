extension Migration {
  /// Oversight of government employees' training: agencies, their years and quarters, permits, and
  /// completed courses (S5).
  ///
  /// Fields of study and approved courses name who added them without a reference: all offices read
  /// them, whether they hold that unit or not.
  static let oversight = Migration(
    version: 16, name: "Oversight",
    script: """
      CREATE TABLE agency (
        id INTEGER PRIMARY KEY REFERENCES unit,
        kind TEXT NOT NULL,
        upload_open INTEGER NOT NULL DEFAULT 0 CHECK (upload_open IN (0, 1))
      ) STRICT;

      CREATE TABLE agency_year (
        id INTEGER PRIMARY KEY,
        agency INTEGER NOT NULL REFERENCES agency,
        year INTEGER NOT NULL,
        budget INTEGER NOT NULL CHECK (budget >= 0),
        course_count INTEGER NOT NULL CHECK (course_count >= 0),
        file_name TEXT NOT NULL,
        file_kind TEXT NOT NULL,
        file_size INTEGER NOT NULL,
        file_digest TEXT NOT NULL CHECK (file_digest <> ''),
        created_day INTEGER NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE UNIQUE INDEX agency_year_once ON agency_year (agency, year);
      CREATE INDEX agency_year_page ON agency_year (year, id);

      CREATE TABLE agency_quarter (
        id INTEGER PRIMARY KEY,
        agency_year INTEGER NOT NULL REFERENCES agency_year,
        quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
        spent INTEGER NOT NULL CHECK (spent >= 0),
        managers INTEGER NOT NULL CHECK (managers >= 0),
        managers_trained INTEGER NOT NULL CHECK (managers_trained >= 0),
        managers_hours INTEGER NOT NULL CHECK (managers_hours >= 0),
        staff INTEGER NOT NULL CHECK (staff >= 0),
        staff_trained INTEGER NOT NULL CHECK (staff_trained >= 0),
        staff_hours INTEGER NOT NULL CHECK (staff_hours >= 0),
        filled_day INTEGER,
        extended_day INTEGER,
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        -- Why the agency asks for a later day, and why the management did not grant it.
        asked TEXT NOT NULL DEFAULT '',
        declined TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX agency_quarter_asked ON agency_quarter (id) WHERE asked <> '';
      CREATE UNIQUE INDEX agency_quarter_once ON agency_quarter (agency_year, quarter);
      CREATE INDEX agency_quarter_state ON agency_quarter (state);

      CREATE TABLE study_field (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL CHECK (title <> ''),
        title_key TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        unit INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX study_field_title ON study_field (title_key);
      CREATE INDEX study_field_sort ON study_field (sort_key, id);

      CREATE TABLE oversight_instructor (
        id INTEGER PRIMARY KEY,
        first_name TEXT NOT NULL CHECK (first_name <> ''),
        last_name TEXT NOT NULL CHECK (last_name <> ''),
        sort_key TEXT NOT NULL,
        degree TEXT NOT NULL,
        field INTEGER REFERENCES study_field,
        certified INTEGER NOT NULL CHECK (certified IN (0, 1)),
        unit INTEGER NOT NULL REFERENCES unit
      ) STRICT;
      CREATE INDEX oversight_instructor_unit ON oversight_instructor (unit, sort_key, id);
      CREATE INDEX oversight_instructor_field ON oversight_instructor (field);

      CREATE TABLE approved_course (
        id INTEGER PRIMARY KEY,
        course_group INTEGER NOT NULL CHECK (course_group BETWEEN 1 AND 6),
        title TEXT NOT NULL CHECK (title <> ''),
        title_key TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        hours INTEGER NOT NULL CHECK (hours > 0),
        unit INTEGER NOT NULL,
        state TEXT NOT NULL
      ) STRICT;
      CREATE INDEX approved_course_title ON approved_course (course_group, title_key);
      CREATE INDEX approved_course_sort ON approved_course (course_group, sort_key, id);
      CREATE INDEX approved_course_state ON approved_course (state, unit);

      CREATE TABLE permit (
        id INTEGER PRIMARY KEY,
        agency INTEGER NOT NULL REFERENCES agency,
        year INTEGER NOT NULL,
        requested_day INTEGER NOT NULL,
        kind TEXT NOT NULL,
        course_group INTEGER NOT NULL CHECK (course_group BETWEEN 1 AND 6),
        course INTEGER REFERENCES approved_course,
        title TEXT NOT NULL CHECK (title <> ''),
        title_key TEXT NOT NULL,
        hours INTEGER NOT NULL CHECK (hours > 0),
        day_count INTEGER NOT NULL CHECK (day_count > 0),
        mode INTEGER NOT NULL CHECK (mode BETWEEN 1 AND 3),
        organiser INTEGER NOT NULL CHECK (organiser BETWEEN 1 AND 7),
        organiser_name TEXT NOT NULL DEFAULT '',
        instructor INTEGER REFERENCES oversight_instructor,
        in_calendar INTEGER NOT NULL CHECK (in_calendar IN (0, 1)),
        syllabus_name TEXT NOT NULL DEFAULT '',
        syllabus_kind TEXT NOT NULL DEFAULT '',
        syllabus_size INTEGER NOT NULL DEFAULT 0,
        syllabus_digest TEXT NOT NULL DEFAULT '',
        programme_name TEXT NOT NULL DEFAULT '',
        programme_kind TEXT NOT NULL DEFAULT '',
        programme_size INTEGER NOT NULL DEFAULT 0,
        programme_digest TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX permit_agency ON permit (agency, requested_day, id);
      CREATE INDEX permit_page ON permit (requested_day, id);
      CREATE INDEX permit_state ON permit (state, requested_day, id);
      CREATE INDEX permit_year ON permit (year, agency);
      CREATE INDEX permit_instructor ON permit (instructor);
      CREATE INDEX permit_course ON permit (course);

      CREATE TABLE permit_day (
        id INTEGER PRIMARY KEY,
        permit INTEGER NOT NULL REFERENCES permit,
        day INTEGER NOT NULL,
        start_minute INTEGER NOT NULL,
        end_minute INTEGER NOT NULL,
        CHECK (start_minute >= 0 AND end_minute > start_minute AND end_minute <= 1440)
      ) STRICT;
      CREATE INDEX permit_day_permit ON permit_day (permit, day, start_minute);

      CREATE TABLE completed_course (
        id INTEGER PRIMARY KEY,
        agency INTEGER NOT NULL REFERENCES agency,
        permit INTEGER NOT NULL REFERENCES permit,
        -- Calendar year and quarter of the last day, by which reports group.
        year INTEGER NOT NULL,
        quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
        start_day INTEGER NOT NULL,
        end_day INTEGER NOT NULL,
        course_group INTEGER NOT NULL CHECK (course_group BETWEEN 1 AND 6),
        title TEXT NOT NULL CHECK (title <> ''),
        title_key TEXT NOT NULL,
        hours INTEGER NOT NULL CHECK (hours > 0),
        mode INTEGER NOT NULL CHECK (mode BETWEEN 1 AND 3),
        organiser INTEGER NOT NULL CHECK (organiser BETWEEN 1 AND 7),
        organiser_name TEXT NOT NULL DEFAULT '',
        instructor INTEGER REFERENCES oversight_instructor,
        in_calendar INTEGER NOT NULL CHECK (in_calendar IN (0, 1)),
        evaluated INTEGER NOT NULL CHECK (evaluated IN (0, 1)),
        instructor_certified INTEGER NOT NULL CHECK (instructor_certified IN (0, 1)),
        managers INTEGER NOT NULL CHECK (managers >= 0),
        staff INTEGER NOT NULL CHECK (staff >= 0),
        source TEXT NOT NULL,
        registered_day INTEGER NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        CHECK (start_day <= end_day),
        CHECK (managers + staff > 0)
      ) STRICT;
      CREATE INDEX completed_course_agency ON completed_course (agency, end_day, id);
      CREATE INDEX completed_course_page ON completed_course (end_day, id);
      CREATE INDEX completed_course_state ON completed_course (state, end_day, id);
      CREATE INDEX completed_course_year ON completed_course (year, quarter, agency);
      CREATE INDEX completed_course_permit ON completed_course (permit);
      CREATE INDEX completed_course_instructor ON completed_course (instructor);

      CREATE TABLE completed_import (
        id INTEGER PRIMARY KEY,
        agency INTEGER NOT NULL REFERENCES agency,
        file_name TEXT NOT NULL,
        file_kind TEXT NOT NULL,
        file_size INTEGER NOT NULL,
        file_digest TEXT NOT NULL,
        moment INTEGER NOT NULL,
        accepted INTEGER NOT NULL CHECK (accepted >= 0),
        rejected INTEGER NOT NULL CHECK (rejected >= 0)
      ) STRICT;
      CREATE INDEX completed_import_agency ON completed_import (agency, moment);

      """ + searchIndex(of: "permit", ["title_key"])
        + searchIndex(of: "completed_course", ["title_key"]))
}
