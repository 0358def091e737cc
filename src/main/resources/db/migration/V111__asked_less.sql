-- Members whose accounts are for more than work are asked less, as long as they choose no number.
ALTER TABLE attention ADD COLUMN fewer BOOLEAN DEFAULT FALSE NOT NULL;

INSERT INTO attention (member, digest)
SELECT DISTINCT member, 'NONE' FROM own_account WHERE member NOT IN (SELECT member FROM attention);

UPDATE attention SET fewer = TRUE
WHERE member IN (SELECT member FROM own_account WHERE kind = 'HYBRID')
  AND member NOT IN (SELECT member FROM own_account WHERE kind <> 'HYBRID');
