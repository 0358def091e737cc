-- How many members have which wordings of a post, counted as they are given, in several rows that many
-- can write at once: counted anew for each card, a push to a hundred thousand would count for hours.
CREATE TABLE words_given (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  post          BIGINT NOT NULL REFERENCES post,
  linkedin      SMALLINT NOT NULL,
  x             SMALLINT NOT NULL,
  facebook      SMALLINT NOT NULL,
  shard         SMALLINT NOT NULL,
  people        BIGINT NOT NULL,
  PRIMARY KEY (post, linkedin, x, facebook, shard)
);
INSERT INTO words_given (post, linkedin, x, facebook, shard, people)
  SELECT post, linkedin, x, facebook, 0, COUNT(*) FROM delivery
  WHERE linkedin IS NOT NULL AND x IS NOT NULL AND facebook IS NOT NULL
  GROUP BY post, linkedin, x, facebook;
