-- A broadcast is one row that is paused, resumed and cancelled as a whole; its deliveries wait here and
-- are moved into the outbox a few at a time, so that the outbox stays small.
ALTER TABLE broadcast ADD COLUMN state VARCHAR(10) DEFAULT 'RUNNING' NOT NULL;
ALTER TABLE broadcast ADD COLUMN revision INTEGER;
ALTER TABLE broadcast ADD COLUMN members INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE broadcast ADD COLUMN changed_at TIMESTAMP(3) WITH TIME ZONE;
ALTER TABLE broadcast ADD COLUMN ended_at TIMESTAMP(3) WITH TIME ZONE;
CREATE INDEX broadcast_state ON broadcast (state, id);

-- How far a delivery came: 0 feed or Home showed the post first, 1 waits for its time, 2 stands in the
-- outbox, 3 delivered, 4 failed, 5 skipped, 6 nobody can tell, 7 delivered and since recalled.
ALTER TABLE delivery ADD COLUMN state SMALLINT DEFAULT 0 NOT NULL;
ALTER TABLE delivery ADD COLUMN due_at TIMESTAMP(3) WITH TIME ZONE;
ALTER TABLE delivery ADD COLUMN reason VARCHAR(40);
ALTER TABLE delivery ADD COLUMN ended_at TIMESTAMP(3) WITH TIME ZONE;

UPDATE delivery SET state = 2 WHERE broadcast IS NOT NULL;
UPDATE delivery SET state = 3 WHERE state = 2 AND id IN (
  SELECT subject FROM card WHERE kind = 'POST' AND state = 'SHOWN');
UPDATE delivery SET state = 4, reason = 'failed' WHERE state = 2 AND id IN (
  SELECT subject FROM card WHERE kind = 'POST' AND state = 'FAILED');
UPDATE delivery SET state = 5, reason = 'skipped' WHERE state = 2 AND id IN (
  SELECT subject FROM card WHERE kind = 'POST' AND state = 'SKIPPED');
UPDATE delivery SET state = 6, reason = 'unknown' WHERE state = 2 AND id IN (
  SELECT subject FROM card WHERE kind = 'POST' AND state = 'UNKNOWN');
UPDATE delivery SET state = 5, reason = 'cancelled' WHERE state = 2 AND id NOT IN (
  SELECT subject FROM outbox WHERE kind = 'delivery');

CREATE INDEX delivery_due ON delivery (broadcast, state, due_at, id);

-- How many deliveries of a broadcast ended how: rolled up as they end, in several rows that many can
-- write at once, so that nobody counts a hundred thousand deliveries to draw a card.
CREATE TABLE broadcast_tally (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  broadcast     BIGINT NOT NULL REFERENCES broadcast,
  state         SMALLINT NOT NULL,
  reason        VARCHAR(40) DEFAULT '' NOT NULL,
  shard         SMALLINT NOT NULL,
  number        BIGINT NOT NULL,
  PRIMARY KEY (broadcast, state, reason, shard)
);
INSERT INTO broadcast_tally (broadcast, state, reason, shard, number)
  SELECT broadcast, state, COALESCE(reason, ''), 0, COUNT(*) FROM delivery
  WHERE broadcast IS NOT NULL AND state >= 3
  GROUP BY broadcast, state, COALESCE(reason, '');
UPDATE broadcast SET members = (SELECT COUNT(*) FROM delivery WHERE delivery.broadcast = broadcast.id);
