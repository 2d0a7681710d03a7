extension Migration {
  /// Course files, their comparison with the records, and financial documents (S2, process 9).
  static let finance = Migration(
    version: 10, name: "Finance",
    script: """
      -- One row a course at most, under the id of its request.
      CREATE TABLE course_file (
        id INTEGER PRIMARY KEY REFERENCES course_request,
        delivered_day INTEGER,
        keeping TEXT NOT NULL DEFAULT '' CHECK (keeping IN ('', 'atPlace', 'withExpert')),
        location TEXT NOT NULL DEFAULT '',
        confirmation_number TEXT NOT NULL DEFAULT '',
        confirmation_day INTEGER,
        destroyed_day INTEGER,
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX course_file_state ON course_file (state);

      -- A part of folder A, of folder B or of the financial document; what is not here is missing.
      CREATE TABLE folder_item (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES course_request,
        code TEXT NOT NULL,
        standing TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        file_name TEXT NOT NULL DEFAULT '',
        file_kind TEXT NOT NULL DEFAULT '',
        file_size INTEGER NOT NULL DEFAULT 0,
        file_digest TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE UNIQUE INDEX folder_item_code ON folder_item (request, code);

      -- What was counted on paper of a class, under the id of the class.
      CREATE TABLE paper_count (
        id INTEGER PRIMARY KEY REFERENCES training_class,
        learners INTEGER NOT NULL CHECK (learners >= 0),
        scores INTEGER NOT NULL CHECK (scores >= 0),
        -- Hundredths of a point.
        score_total INTEGER NOT NULL CHECK (score_total >= 0),
        absences INTEGER NOT NULL CHECK (absences >= 0),
        reason TEXT NOT NULL DEFAULT ''
      ) STRICT;

      -- One row a course at most, under the id of its request.
      CREATE TABLE financial_document (
        id INTEGER PRIMARY KEY REFERENCES course_request,
        due_day INTEGER,
        recipient TEXT NOT NULL DEFAULT '',
        sent_number TEXT NOT NULL DEFAULT '',
        sent_day INTEGER,
        paid_number TEXT NOT NULL DEFAULT '',
        paid_day INTEGER,
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX financial_document_due ON financial_document (state, due_day);

      -- Decree and pay slip of a factor, or what was agreed on, under the id of the factor.
      CREATE TABLE factor_pay (
        id INTEGER PRIMARY KEY REFERENCES factor,
        job INTEGER NOT NULL CHECK (job >= 0),
        incumbent INTEGER NOT NULL CHECK (incumbent >= 0),
        management INTEGER NOT NULL CHECK (management >= 0),
        professional INTEGER NOT NULL CHECK (professional >= 0),
        professional_in_job INTEGER NOT NULL CHECK (professional_in_job IN (0, 1)),
        slip INTEGER NOT NULL CHECK (slip IN (0, 1)),
        agreed INTEGER NOT NULL CHECK (agreed >= 0),
        contract_number TEXT NOT NULL DEFAULT '',
        contract_day INTEGER
      ) STRICT;

      CREATE TABLE invoice (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES course_request,
        number TEXT NOT NULL,
        day INTEGER NOT NULL,
        title TEXT NOT NULL CHECK (title <> ''),
        amount INTEGER NOT NULL CHECK (amount > 0)
      ) STRICT;
      CREATE INDEX invoice_request ON invoice (request, day);

      CREATE TABLE daily_report (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES course_request,
        day INTEGER NOT NULL,
        text TEXT NOT NULL,
        cost INTEGER NOT NULL CHECK (cost >= 0)
      ) STRICT;
      CREATE UNIQUE INDEX daily_report_day ON daily_report (request, day);
      """)
}
