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
      """)
}
