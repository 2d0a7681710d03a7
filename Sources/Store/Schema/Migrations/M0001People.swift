extension Migration {
  /// Units, people, accounts, and the tables an administrator edits.
  ///
  /// Watched tables have neither generated columns nor cascades, and triggers only into the
  /// unwatched FTS tables: a changeset must mean the same wherever it is applied.
  static let people = Migration(
    version: 1, name: "People",
    script: """
      CREATE TABLE unit (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        parent INTEGER REFERENCES unit,
        -- The ids from the root to this unit, '/1/5/9/': a scope is a range of paths.
        path TEXT NOT NULL,
        governmental INTEGER NOT NULL DEFAULT 1 CHECK (governmental IN (0, 1)),
        active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX unit_code ON unit (kind, code);
      CREATE INDEX unit_path ON unit (path);
      CREATE INDEX unit_office ON unit (path) WHERE kind <> 'school';
      CREATE INDEX unit_parent ON unit (parent, sort_key);

      CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        national_code TEXT,
        personnel_code TEXT,
        first_name TEXT NOT NULL,
        last_name TEXT NOT NULL,
        father_name TEXT NOT NULL DEFAULT '',
        birth_day INTEGER,
        gender TEXT NOT NULL DEFAULT '' CHECK (gender IN ('', 'female', 'male')),
        mobile TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL,
        unit INTEGER NOT NULL REFERENCES unit,
        school INTEGER REFERENCES unit,
        name_key TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
        -- A foreign or unknown number that was entered on purpose without its check digit.
        unchecked_code INTEGER NOT NULL DEFAULT 0 CHECK (unchecked_code IN (0, 1)),
        CHECK (national_code IS NOT NULL OR personnel_code IS NOT NULL)
      ) STRICT;
      CREATE UNIQUE INDEX person_national ON person (national_code) WHERE national_code IS NOT NULL;
      CREATE UNIQUE INDEX person_personnel ON person (personnel_code)
        WHERE personnel_code IS NOT NULL;
      CREATE INDEX person_unit ON person (unit, sort_key, id);
      CREATE INDEX person_sort ON person (sort_key, id);

      CREATE VIRTUAL TABLE search_person USING fts5(
        name_key, national_code, personnel_code,
        content='person', content_rowid='id', prefix='2 3 4', detail=column);
      CREATE TRIGGER search_person_insert AFTER INSERT ON person BEGIN
        INSERT INTO search_person(rowid, name_key, national_code, personnel_code)
        VALUES (new.id, new.name_key, new.national_code, new.personnel_code);
      END;
      CREATE TRIGGER search_person_delete AFTER DELETE ON person BEGIN
        INSERT INTO search_person(search_person, rowid, name_key, national_code, personnel_code)
        VALUES ('delete', old.id, old.name_key, old.national_code, old.personnel_code);
      END;
      CREATE TRIGGER search_person_update AFTER UPDATE OF name_key, national_code, personnel_code
      ON person BEGIN
        INSERT INTO search_person(search_person, rowid, name_key, national_code, personnel_code)
        VALUES ('delete', old.id, old.name_key, old.national_code, old.personnel_code);
        INSERT INTO search_person(rowid, name_key, national_code, personnel_code)
        VALUES (new.id, new.name_key, new.national_code, new.personnel_code);
      END;

      CREATE TABLE decree (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person,
        number TEXT NOT NULL,
        day INTEGER NOT NULL,
        job_title TEXT NOT NULL DEFAULT '',
        job_field TEXT NOT NULL DEFAULT '',
        employment_kind TEXT NOT NULL DEFAULT '',
        post_kind TEXT NOT NULL DEFAULT '',
        job_pay INTEGER NOT NULL DEFAULT 0,
        incumbent_pay INTEGER NOT NULL DEFAULT 0,
        management_pay INTEGER NOT NULL DEFAULT 0,
        from_day INTEGER NOT NULL,
        to_day INTEGER
      ) STRICT;
      CREATE INDEX decree_person ON decree (person, from_day);

      CREATE TABLE appointment (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person,
        number TEXT NOT NULL,
        school INTEGER REFERENCES unit,
        year INTEGER NOT NULL,
        subject TEXT NOT NULL DEFAULT '',
        teaching_field TEXT NOT NULL DEFAULT '',
        stage TEXT NOT NULL DEFAULT '',
        weekly_minutes INTEGER NOT NULL DEFAULT 0 CHECK (weekly_minutes >= 0),
        kind TEXT NOT NULL DEFAULT '',
        from_day INTEGER NOT NULL,
        to_day INTEGER
      ) STRICT;
      CREATE INDEX appointment_person ON appointment (person, from_day);

      CREATE TABLE account (
        id INTEGER PRIMARY KEY,
        person INTEGER REFERENCES person,
        role TEXT NOT NULL,
        unit INTEGER NOT NULL REFERENCES unit,
        username TEXT NOT NULL,
        password_hash TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('initial', 'active', 'inactive'))
      ) STRICT;
      CREATE UNIQUE INDEX account_login ON account (role, username);
      CREATE INDEX account_name ON account (username, role);
      -- Offices before their learners, who are many more.
      CREATE INDEX account_order ON account ((role = 'learner'), username, role);
      CREATE INDEX account_person ON account (person);
      CREATE INDEX account_unit ON account (unit);

      -- Failed attempts slow the next one down; they concern this file alone and are not journaled.
      CREATE TABLE local_login_attempt (
        role TEXT NOT NULL,
        username TEXT NOT NULL,
        failures INTEGER NOT NULL,
        last_at INTEGER NOT NULL,
        PRIMARY KEY (role, username)
      ) STRICT, WITHOUT ROWID;

      -- The keys that open this server over SSH; no other office has a use for them.
      CREATE TABLE local_access_key (
        id INTEGER PRIMARY KEY,
        -- A user name, or the number of a station.
        holder TEXT NOT NULL CHECK (holder <> ''),
        is_station INTEGER NOT NULL CHECK (is_station IN (0, 1)),
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        comment TEXT NOT NULL,
        added INTEGER NOT NULL,
        active INTEGER NOT NULL CHECK (active IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX local_access_key_body ON local_access_key (body) WHERE active = 1;

      CREATE TABLE code_list (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        title TEXT NOT NULL,
        source TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX code_list_name ON code_list (name);

      CREATE TABLE code_item (
        id INTEGER PRIMARY KEY,
        list TEXT NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        -- Other spellings in files, one a line.
        synonyms TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL DEFAULT 0,
        active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX code_item_code ON code_item (list, code);

      CREATE TABLE rule_value (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL,
        from_day INTEGER NOT NULL,
        -- The value as a decimal or a fraction, '6', '1/10'.
        value TEXT NOT NULL,
        unit TEXT NOT NULL,
        clause TEXT NOT NULL,
        source TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE UNIQUE INDEX rule_value_key ON rule_value (key, from_day);

      CREATE TABLE holiday (
        id INTEGER PRIMARY KEY,
        day INTEGER NOT NULL,
        title TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX holiday_day ON holiday (day, title);
      """)
}
