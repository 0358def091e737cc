-- What gets a card at a pace of its own may be one person, whose id in Teams has over 100 characters.
ALTER TABLE channel_pace ALTER COLUMN channel SET DATA TYPE VARCHAR(400);
