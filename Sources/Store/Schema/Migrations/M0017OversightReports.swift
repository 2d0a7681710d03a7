extension Migration {
  /// What the reports of the oversight sum along, and which education offices an agency answers for
  /// (S5-6).
  static let oversightReports = Migration(
    version: 17, name: "OversightReports",
    script: """
      -- Sums by any indicator read these alone, never the rows.
      CREATE INDEX completed_course_sums ON completed_course (
        agency, year, state, quarter, course_group, mode, organiser, instructor, end_day,
        managers, staff, hours, evaluated, instructor_certified, in_calendar);
      CREATE INDEX permit_sums ON permit (
        agency, year, state, requested_day, course_group, mode, organiser, instructor);

      CREATE TABLE agency_office (
        id INTEGER PRIMARY KEY,
        agency INTEGER NOT NULL REFERENCES agency,
        -- Offices of another organisation are not held everywhere.
        office INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX agency_office_once ON agency_office (agency, office);

      CREATE TABLE completed_class (
        id INTEGER PRIMARY KEY REFERENCES completed_course,
        class INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX completed_class_class ON completed_class (class);
      """)
}
