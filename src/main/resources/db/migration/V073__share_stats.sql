-- What came of a post on a network on a day, by UTC, written with each share and visit: shares that
-- counted, members who shared the post for the first time, and visits. Whoever asks for numbers reads
-- these few rows, however many visits there were.
CREATE TABLE share_stat (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  post          BIGINT NOT NULL REFERENCES post,
  network       VARCHAR(12) NOT NULL,
  on_date       DATE NOT NULL,
  shares        BIGINT NOT NULL,
  people        BIGINT NOT NULL,
  visits        BIGINT NOT NULL,
  PRIMARY KEY (post, network, on_date)
);
CREATE INDEX share_stat_date ON share_stat (on_date, post);

-- The members who shared a post, each once.
CREATE TABLE sharer (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  post          BIGINT NOT NULL REFERENCES post,
  member        BIGINT NOT NULL REFERENCES member,
  PRIMARY KEY (post, member)
);

INSERT INTO sharer (post, member)
  SELECT DISTINCT post, member FROM share_link
  WHERE member IS NOT NULL AND counted_at IS NOT NULL;

INSERT INTO share_stat (post, network, on_date, shares, people, visits)
  SELECT f.post, f.network, f.on_date, SUM(f.shares), SUM(f.people), SUM(f.visits)
  FROM (
    SELECT l.post AS post, l.network AS network, CAST(s.at AS DATE) AS on_date, 1 AS shares,
      CASE WHEN s.id = (
        SELECT MIN(e.id) FROM share e JOIN share_link k ON k.id = e.share_link
        WHERE k.post = l.post AND k.member = l.member) THEN 1 ELSE 0 END AS people,
      0 AS visits
    FROM share s JOIN share_link l ON l.id = s.share_link
    UNION ALL
    SELECT l.post, l.network, v.on_date, 0, 0, v.visits
    FROM visit_count v
    JOIN tracked_link t ON t.id = v.tracked_link
    JOIN share_link l ON l.id = t.share_link) f
  GROUP BY f.post, f.network, f.on_date;

-- Who was sent the report of the week that begins on a Monday.
CREATE TABLE week_report (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  member        BIGINT NOT NULL REFERENCES member,
  week          DATE NOT NULL,
  PRIMARY KEY (member, week)
);
