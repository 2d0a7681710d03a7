extension Migration {
  /// Rule sets of ranking, what offices record of people for it, and the evidence of cases (S3, S4).
  static let rankRules = Migration(
    version: 15, name: "RankRules", script: tables + facts + evidence)

  private static let tables = """
    CREATE TABLE rank_rule_set (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      -- Empty for every phase.
      phase TEXT NOT NULL DEFAULT '',
      title TEXT NOT NULL CHECK (title <> ''),
      from_day INTEGER NOT NULL,
      source TEXT NOT NULL CHECK (source <> ''),
      note TEXT NOT NULL DEFAULT '',
      strict_blocks INTEGER NOT NULL CHECK (strict_blocks IN (0, 1)),
      retired_after INTEGER
    ) STRICT;
    CREATE INDEX rank_rule_set_kind ON rank_rule_set (kind, from_day);

    CREATE TABLE rank_condition (
      id INTEGER PRIMARY KEY,
      rule_set INTEGER NOT NULL REFERENCES rank_rule_set,
      -- 0 for everybody who enters or is promoted.
      rank INTEGER NOT NULL CHECK (rank BETWEEN 0 AND 5),
      key TEXT NOT NULL,
      comparison TEXT NOT NULL,
      -- Empty where the regulation's value is not known.
      value TEXT NOT NULL,
      remark TEXT NOT NULL DEFAULT '',
      concession INTEGER NOT NULL CHECK (concession IN (0, 1)),
      clause TEXT NOT NULL DEFAULT '',
      source TEXT NOT NULL CHECK (source <> ''),
      sample INTEGER NOT NULL CHECK (sample IN (0, 1))
    ) STRICT;
    CREATE INDEX rank_condition_set ON rank_condition (rule_set, rank);

    CREATE TABLE score_criterion (
      id INTEGER PRIMARY KEY,
      rule_set INTEGER NOT NULL REFERENCES rank_rule_set,
      competency TEXT NOT NULL,
      row_number INTEGER NOT NULL,
      component TEXT NOT NULL,
      indicator TEXT NOT NULL CHECK (indicator <> ''),
      unit TEXT NOT NULL DEFAULT '',
      -- Fractions; null while nobody has entered them.
      points TEXT,
      maximum TEXT,
      priority INTEGER NOT NULL,
      job_title TEXT NOT NULL DEFAULT '',
      measure TEXT NOT NULL,
      -- Codes of the list 'ranking-evidence', one a line.
      evidence TEXT NOT NULL DEFAULT '',
      research INTEGER NOT NULL CHECK (research IN (0, 1)),
      board_scored INTEGER NOT NULL CHECK (board_scored IN (0, 1)),
      form_one INTEGER NOT NULL CHECK (form_one IN (0, 1)),
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      clause TEXT NOT NULL DEFAULT '',
      source TEXT NOT NULL CHECK (source <> ''),
      sample INTEGER NOT NULL CHECK (sample IN (0, 1))
    ) STRICT;
    CREATE INDEX score_criterion_set ON score_criterion (rule_set, priority);

    CREATE TABLE rank_minimum (
      id INTEGER PRIMARY KEY,
      rule_set INTEGER NOT NULL REFERENCES rank_rule_set,
      rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 5),
      -- Empty for the sum of all.
      competency TEXT NOT NULL,
      points TEXT,
      clause TEXT NOT NULL DEFAULT '',
      source TEXT NOT NULL CHECK (source <> ''),
      sample INTEGER NOT NULL CHECK (sample IN (0, 1))
    ) STRICT;
    CREATE INDEX rank_minimum_set ON rank_minimum (rule_set, rank);

    """

  private static let facts = """
    CREATE TABLE ranking_profile (
      id INTEGER PRIMARY KEY,
      person INTEGER NOT NULL REFERENCES person,
      entry TEXT NOT NULL,
      employed_day INTEGER,
      earlier_teaching INTEGER NOT NULL CHECK (earlier_teaching >= 0),
      retired_day INTEGER,
      cadre INTEGER NOT NULL CHECK (cadre IN (0, 1)),
      full_time INTEGER CHECK (full_time IN (0, 1)),
      certificate_number TEXT NOT NULL DEFAULT '',
      certificate_source TEXT NOT NULL DEFAULT '',
      certificate_day INTEGER,
      certificate_points TEXT,
      form_one_day INTEGER,
      commitment TEXT NOT NULL,
      graduated_day INTEGER,
      veteran_document TEXT NOT NULL DEFAULT '',
      elite_document TEXT NOT NULL DEFAULT '',
      kept_evaluation INTEGER CHECK (kept_evaluation IN (0, 1))
    ) STRICT;
    CREATE INDEX ranking_profile_person ON ranking_profile (person);

    CREATE TABLE person_degree (
      id INTEGER PRIMARY KEY,
      person INTEGER NOT NULL REFERENCES person,
      degree TEXT NOT NULL CHECK (degree <> ''),
      field TEXT NOT NULL CHECK (field <> ''),
      day INTEGER NOT NULL,
      source TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX person_degree_person ON person_degree (person, day);

    CREATE TABLE ranking_year (
      id INTEGER PRIMARY KEY,
      person INTEGER NOT NULL REFERENCES person,
      year INTEGER NOT NULL,
      appraisal TEXT,
      points TEXT,
      source TEXT NOT NULL CHECK (source <> '')
    ) STRICT;
    CREATE INDEX ranking_year_person ON ranking_year (person, year);

    CREATE TABLE conviction (
      id INTEGER PRIMARY KEY,
      person INTEGER NOT NULL REFERENCES person,
      kind TEXT NOT NULL,
      day INTEGER NOT NULL,
      final INTEGER NOT NULL CHECK (final IN (0, 1)),
      provision TEXT NOT NULL,
      document TEXT NOT NULL CHECK (document <> '')
    ) STRICT;
    CREATE INDEX conviction_person ON conviction (person, day);

    CREATE TABLE rank_concession (
      id INTEGER PRIMARY KEY,
      person INTEGER NOT NULL REFERENCES person,
      months INTEGER NOT NULL CHECK (months > 0),
      reason TEXT NOT NULL CHECK (reason <> ''),
      document TEXT NOT NULL CHECK (document <> '')
    ) STRICT;
    CREATE INDEX rank_concession_person ON rank_concession (person);

    """

  private static let evidence = """
    CREATE TABLE ranking_evidence (
      id INTEGER PRIMARY KEY,
      ranking_case INTEGER NOT NULL REFERENCES ranking_case,
      person INTEGER NOT NULL REFERENCES person,
      criterion INTEGER REFERENCES score_criterion,
      kind TEXT NOT NULL CHECK (kind <> ''),
      title TEXT NOT NULL CHECK (title <> ''),
      day INTEGER NOT NULL,
      authority TEXT NOT NULL DEFAULT '',
      printing INTEGER NOT NULL CHECK (printing > 0),
      revised INTEGER NOT NULL CHECK (revised IN (0, 1)),
      -- Codes of WorkTopic, one a line.
      topics TEXT NOT NULL DEFAULT '',
      speakers INTEGER NOT NULL CHECK (speakers >= 0),
      countries INTEGER NOT NULL CHECK (countries >= 0),
      book_kind TEXT NOT NULL DEFAULT '',
      related INTEGER CHECK (related IN (0, 1)),
      revision_confirmed INTEGER NOT NULL CHECK (revision_confirmed IN (0, 1)),
      approved_day INTEGER,
      authenticated_day INTEGER,
      -- The parts of the mark, fractions; null before it is marked.
      importance TEXT,
      generality TEXT,
      quantity TEXT,
      file_name TEXT NOT NULL,
      file_kind TEXT NOT NULL,
      file_size INTEGER NOT NULL,
      file_digest TEXT NOT NULL CHECK (file_digest <> ''),
      state TEXT NOT NULL,
      reason TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX ranking_evidence_case ON ranking_evidence (ranking_case, state);
    CREATE INDEX ranking_evidence_person ON ranking_evidence (person);
    CREATE INDEX ranking_evidence_criterion ON ranking_evidence (criterion);

    CREATE TABLE case_score (
      id INTEGER PRIMARY KEY,
      ranking_case INTEGER NOT NULL REFERENCES ranking_case,
      criterion INTEGER NOT NULL REFERENCES score_criterion,
      self_points TEXT,
      points TEXT,
      source TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX case_score_case ON case_score (ranking_case, criterion);
    CREATE INDEX case_score_criterion ON case_score (criterion);

    -- What was looked at when a case was handed in and decided, with the numbers of that day.
    CREATE TABLE rank_assessment (
      id INTEGER PRIMARY KEY,
      ranking_case INTEGER NOT NULL REFERENCES ranking_case,
      occasion TEXT NOT NULL,
      day INTEGER NOT NULL,
      content TEXT NOT NULL
    ) STRICT;
    CREATE INDEX rank_assessment_case ON rank_assessment (ranking_case, day);
    """
}
