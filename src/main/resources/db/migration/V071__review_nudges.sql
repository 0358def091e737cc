-- Which reminders of a stage that waits were given; each is given once.
CREATE TABLE review_nudge (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  review        BIGINT NOT NULL REFERENCES review,
  stage         INTEGER NOT NULL,
  step          VARCHAR(10) NOT NULL,
  at            TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (review, stage, step)
);
