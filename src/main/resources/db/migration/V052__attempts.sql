-- How often a card was begun and is surely not there.
ALTER TABLE card ADD COLUMN lost INTEGER DEFAULT 0 NOT NULL;

-- A workspace that takes no calls at all, since when, and why: everything for it waits.
CREATE TABLE halt (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  workspace     BIGINT PRIMARY KEY,
  since         TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  why           VARCHAR(100) NOT NULL
);
