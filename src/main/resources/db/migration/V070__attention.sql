-- What a member chose of their attention. Whoever chose nothing has no row, and a statement over all
-- members needs to look at few.
CREATE TABLE attention (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  member        BIGINT PRIMARY KEY REFERENCES member,
  weekly_cap    INTEGER,
  quiet_from    TIME(0),
  quiet_to      TIME(0),
  digest        VARCHAR(6) NOT NULL,
  digest_day    VARCHAR(9),
  digest_at     TIME(0),
  paused_until  TIMESTAMP(3) WITH TIME ZONE
);

-- How often a member was asked in a week, which begins on Monday by UTC.
CREATE TABLE ask_week (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  week          DATE NOT NULL,
  member        BIGINT NOT NULL REFERENCES member,
  asks          INTEGER NOT NULL,
  PRIMARY KEY (week, member)
);
