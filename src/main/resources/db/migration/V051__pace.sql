-- How fast a platform lets one method be called in one workspace, as learnt from its refusals: see
-- Pace. All nodes take their permits from this row.
CREATE TABLE pace (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  workspace     BIGINT NOT NULL,
  call          VARCHAR(20) NOT NULL,
  rate          DOUBLE PRECISION NOT NULL,
  before        DOUBLE PRECISION NOT NULL,
  home          DOUBLE PRECISION NOT NULL,
  refused       DOUBLE PRECISION NOT NULL,
  next_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  paused_until  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  refused_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  passed        BIGINT NOT NULL,
  steady_from   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  patience      BIGINT NOT NULL,
  steps         INTEGER NOT NULL,
  retry_after   BIGINT NOT NULL,
  climb_from    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  climb_passed  BIGINT NOT NULL,
  slack         DOUBLE PRECISION NOT NULL,
  excess        DOUBLE PRECISION NOT NULL,
  doubted       BOOLEAN NOT NULL,
  PRIMARY KEY (workspace, call)
);

-- When a channel may get its next message.
CREATE TABLE channel_pace (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  workspace     BIGINT NOT NULL,
  channel       VARCHAR(100) NOT NULL,
  next_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (workspace, channel)
);

-- The workspace whose pace bulk work follows; 0 as long as nobody knows it.
ALTER TABLE outbox ADD COLUMN workspace BIGINT DEFAULT 0 NOT NULL;
CREATE INDEX outbox_route ON outbox (state, lane, kind, workspace, due_at, id);
