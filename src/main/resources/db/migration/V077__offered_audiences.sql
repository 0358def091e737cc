-- Whether a campaign can mean it: a channel that Herald is in, a user group that is in use. What is not
-- offered any more keeps its name, for what was planned with it.
ALTER TABLE channel_name ADD COLUMN offered BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE user_group ADD COLUMN offered BOOLEAN DEFAULT TRUE NOT NULL;
