extension Migration {
  /// Ranking cases with their boards, meetings and appeals, and the ranks of people (S4).
  static let ranking = Migration(
    version: 14, name: "Ranking",
    script: cases + evaluation + boards + outcomes)

  private static let cases = """
    CREATE TABLE ranking_round (
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL CHECK (title <> ''),
      kind TEXT NOT NULL,
      phase TEXT NOT NULL,
      from_day INTEGER NOT NULL,
      to_day INTEGER NOT NULL,
      CHECK (from_day <= to_day)
    ) STRICT;

    CREATE TABLE board (
      id INTEGER PRIMARY KEY,
      level TEXT NOT NULL,
      unit INTEGER NOT NULL UNIQUE REFERENCES unit,
      title TEXT NOT NULL CHECK (title <> ''),
      secretariat TEXT NOT NULL DEFAULT ''
    ) STRICT;

    CREATE TABLE board_member (
      id INTEGER PRIMARY KEY,
      board INTEGER NOT NULL REFERENCES board,
      person INTEGER NOT NULL REFERENCES person,
      part TEXT NOT NULL,
      from_day INTEGER NOT NULL,
      to_day INTEGER,
      CHECK (to_day IS NULL OR from_day <= to_day)
    ) STRICT;
    CREATE INDEX board_member_board ON board_member (board);
    CREATE INDEX board_member_person ON board_member (person);

    CREATE TABLE ranking_case (
      id INTEGER PRIMARY KEY,
      person INTEGER NOT NULL REFERENCES person,
      kind TEXT NOT NULL,
      phase TEXT NOT NULL,
      round INTEGER NOT NULL REFERENCES ranking_round,
      current_rank INTEGER CHECK (current_rank BETWEEN 1 AND 5),
      target_rank INTEGER NOT NULL CHECK (target_rank BETWEEN 1 AND 5),
      region TEXT NOT NULL DEFAULT '',
      stage TEXT NOT NULL DEFAULT '',
      field TEXT NOT NULL DEFAULT '',
      weekly_minutes INTEGER NOT NULL DEFAULT 0 CHECK (weekly_minutes >= 0),
      school_kind TEXT NOT NULL DEFAULT '',
      self_points INTEGER NOT NULL DEFAULT 0 CHECK (self_points >= 0),
      accepts_notice INTEGER NOT NULL DEFAULT 0,
      made_day INTEGER NOT NULL,
      submitted_day INTEGER,
      referred_day INTEGER,
      decided_day INTEGER,
      notified_day INTEGER,
      letter TEXT NOT NULL DEFAULT '',
      final_rank INTEGER CHECK (final_rank BETWEEN 1 AND 5),
      entitled_day INTEGER,
      board INTEGER REFERENCES board,
      state TEXT NOT NULL,
      suspended_from TEXT,
      suspension_number TEXT NOT NULL DEFAULT '',
      suspension_day INTEGER,
      reason TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX ranking_case_person ON ranking_case (person, state);
    CREATE INDEX ranking_case_board ON ranking_case (board, state);
    CREATE INDEX ranking_case_state ON ranking_case (state, referred_day);
    CREATE INDEX ranking_case_round ON ranking_case (round);

    """

  private static let evaluation = """
    CREATE TABLE assessment_tool (
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL CHECK (title <> ''),
      kind TEXT NOT NULL DEFAULT '',
      valid INTEGER NOT NULL DEFAULT 0,
      reliable INTEGER NOT NULL DEFAULT 0,
      day INTEGER
    ) STRICT;

    CREATE TABLE case_source (
      id INTEGER PRIMARY KEY,
      ranking_case INTEGER NOT NULL REFERENCES ranking_case,
      source TEXT NOT NULL CHECK (source <> ''),
      text TEXT NOT NULL DEFAULT '',
      score INTEGER CHECK (score >= 0),
      day INTEGER NOT NULL,
      tool INTEGER REFERENCES assessment_tool,
      verified INTEGER
    ) STRICT;
    CREATE INDEX case_source_case ON case_source (ranking_case);
    CREATE INDEX case_source_tool ON case_source (tool);

    CREATE TABLE case_coefficient (
      id INTEGER PRIMARY KEY,
      ranking_case INTEGER NOT NULL REFERENCES ranking_case,
      characteristic TEXT NOT NULL,
      factor TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      giver TEXT NOT NULL,
      day INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX case_coefficient_case ON case_coefficient (ranking_case, characteristic);

    CREATE TABLE required_source (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 5),
      source TEXT NOT NULL CHECK (source <> ''),
      required INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE assessor (
      id INTEGER PRIMARY KEY,
      person INTEGER NOT NULL UNIQUE REFERENCES person,
      approved INTEGER NOT NULL,
      day INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE assessor_report (
      id INTEGER PRIMARY KEY,
      ranking_case INTEGER NOT NULL REFERENCES ranking_case,
      assessor INTEGER NOT NULL REFERENCES assessor,
      given_day INTEGER NOT NULL,
      text TEXT NOT NULL DEFAULT '',
      strengths TEXT NOT NULL DEFAULT '',
      weaknesses TEXT NOT NULL DEFAULT '',
      day INTEGER
    ) STRICT;
    CREATE INDEX assessor_report_case ON assessor_report (ranking_case);
    CREATE INDEX assessor_report_assessor ON assessor_report (assessor);

    CREATE TABLE qualified_institution (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),
      kind TEXT NOT NULL DEFAULT '',
      qualified_day INTEGER
    ) STRICT;

    """

  private static let boards = """
    CREATE TABLE board_meeting (
      id INTEGER PRIMARY KEY,
      board INTEGER NOT NULL REFERENCES board,
      day INTEGER NOT NULL,
      minute INTEGER NOT NULL,
      place TEXT NOT NULL DEFAULT '',
      inviter INTEGER REFERENCES board_member,
      outside_hours INTEGER NOT NULL DEFAULT 0,
      members INTEGER NOT NULL DEFAULT 0 CHECK (members >= 0),
      present INTEGER NOT NULL DEFAULT 0 CHECK (present >= 0),
      confirmed_day INTEGER,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX board_meeting_board ON board_meeting (board, day);
    CREATE INDEX board_meeting_inviter ON board_meeting (inviter);

    CREATE TABLE meeting_presence (
      id INTEGER PRIMARY KEY,
      meeting INTEGER NOT NULL REFERENCES board_meeting,
      member INTEGER NOT NULL REFERENCES board_member
    ) STRICT;
    CREATE UNIQUE INDEX meeting_presence_member ON meeting_presence (meeting, member);
    CREATE INDEX meeting_presence_of ON meeting_presence (member);

    CREATE TABLE appeal (
      id INTEGER PRIMARY KEY,
      ranking_case INTEGER NOT NULL REFERENCES ranking_case,
      kind TEXT NOT NULL,
      text TEXT NOT NULL CHECK (text <> ''),
      filed_day INTEGER NOT NULL,
      opinion TEXT NOT NULL DEFAULT '',
      handled_day INTEGER,
      board INTEGER NOT NULL REFERENCES board,
      decided_day INTEGER,
      rank INTEGER CHECK (rank BETWEEN 1 AND 5),
      entitled_day INTEGER,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX appeal_case ON appeal (ranking_case);
    CREATE INDEX appeal_board ON appeal (board, state);

    CREATE TABLE agenda_item (
      id INTEGER PRIMARY KEY,
      meeting INTEGER NOT NULL REFERENCES board_meeting,
      ranking_case INTEGER NOT NULL REFERENCES ranking_case,
      appeal INTEGER REFERENCES appeal,
      result TEXT NOT NULL
    ) STRICT;
    CREATE INDEX agenda_item_meeting ON agenda_item (meeting);
    CREATE INDEX agenda_item_case ON agenda_item (ranking_case);
    CREATE INDEX agenda_item_appeal ON agenda_item (appeal);

    CREATE TABLE board_vote (
      id INTEGER PRIMARY KEY,
      item INTEGER NOT NULL REFERENCES agenda_item,
      member INTEGER NOT NULL REFERENCES board_member,
      ballot TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX board_vote_member ON board_vote (item, member);
    CREATE INDEX board_vote_of ON board_vote (member);

    CREATE TABLE board_paper (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      title TEXT NOT NULL CHECK (title <> ''),
      text TEXT NOT NULL DEFAULT '',
      day INTEGER NOT NULL,
      from_board INTEGER NOT NULL REFERENCES board,
      to_board INTEGER NOT NULL REFERENCES board,
      author INTEGER NOT NULL,
      answer TEXT NOT NULL DEFAULT '',
      answered_day INTEGER
    ) STRICT;
    CREATE INDEX board_paper_to ON board_paper (to_board, kind);
    CREATE INDEX board_paper_from ON board_paper (from_board, kind);
    CREATE INDEX board_paper_author ON board_paper (author);

    CREATE TABLE working_group (
      id INTEGER PRIMARY KEY,
      board INTEGER NOT NULL REFERENCES board,
      kind TEXT NOT NULL,
      title TEXT NOT NULL CHECK (title <> ''),
      members TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX working_group_board ON working_group (board);

    """

  private static let outcomes = """
    CREATE TABLE person_rank (
      id INTEGER PRIMARY KEY,
      person INTEGER NOT NULL REFERENCES person,
      kind TEXT NOT NULL,
      rank INTEGER CHECK (rank BETWEEN 1 AND 5),
      from_day INTEGER NOT NULL,
      to_day INTEGER,
      ranking_case INTEGER REFERENCES ranking_case,
      evaluated_day INTEGER NOT NULL,
      demotions INTEGER NOT NULL DEFAULT 0 CHECK (demotions >= 0),
      stopped_day INTEGER,
      stop_reason TEXT NOT NULL DEFAULT '',
      state TEXT NOT NULL,
      decree_number TEXT NOT NULL DEFAULT '',
      decree_day INTEGER
    ) STRICT;
    CREATE INDEX person_rank_person ON person_rank (person, from_day);
    CREATE INDEX person_rank_state ON person_rank (state, evaluated_day);
    CREATE INDEX person_rank_case ON person_rank (ranking_case);

    CREATE TABLE retraining (
      id INTEGER PRIMARY KEY,
      person_rank INTEGER NOT NULL REFERENCES person_rank,
      university TEXT NOT NULL CHECK (university <> ''),
      from_day INTEGER NOT NULL,
      to_day INTEGER,
      passed INTEGER
    ) STRICT;
    CREATE INDEX retraining_rank ON retraining (person_rank);

    CREATE TABLE rank_decree (
      id INTEGER PRIMARY KEY,
      ranking_case INTEGER NOT NULL REFERENCES ranking_case,
      number TEXT NOT NULL CHECK (number <> ''),
      day INTEGER NOT NULL,
      rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 5),
      effective_day INTEGER NOT NULL,
      percent INTEGER,
      amended INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX rank_decree_case ON rank_decree (ranking_case);

    CREATE TABLE rank_allowance (
      id INTEGER PRIMARY KEY,
      rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 5),
      percent INTEGER NOT NULL CHECK (percent >= 0),
      monthly INTEGER NOT NULL CHECK (monthly >= 0),
      from_day INTEGER NOT NULL,
      source TEXT NOT NULL CHECK (source <> '')
    ) STRICT;

    CREATE TABLE rank_notice (
      id INTEGER PRIMARY KEY,
      ranking_case INTEGER NOT NULL REFERENCES ranking_case,
      recipient TEXT NOT NULL,
      number TEXT NOT NULL CHECK (number <> ''),
      day INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX rank_notice_case ON rank_notice (ranking_case);
    """
}
