-- How many deliveries of a campaign had ended when its cards were drawn last, and when they were drawn
-- before that: what ended in between says how fast it goes at present.
ALTER TABLE campaign ADD COLUMN told_number BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE campaign ADD COLUMN pace_from TIMESTAMP(3) WITH TIME ZONE;
ALTER TABLE campaign ADD COLUMN pace_number BIGINT DEFAULT 0 NOT NULL;
