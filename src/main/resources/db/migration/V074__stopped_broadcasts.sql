-- Why a broadcast was stopped, where the platform refused it and not a person.
ALTER TABLE broadcast ADD COLUMN why VARCHAR(100);
