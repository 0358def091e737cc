-- Up to when it was looked whether rules begin or end by themselves.
CREATE TABLE rule_watch (
  organisation  BIGINT DEFAULT 1 NOT NULL PRIMARY KEY,
  looked_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

-- For a look at what changed by itself: what the pack found at this moment is known. None where the pack
-- was changed by somebody.
ALTER TABLE recheck ADD COLUMN before_at TIMESTAMP(3) WITH TIME ZONE;
