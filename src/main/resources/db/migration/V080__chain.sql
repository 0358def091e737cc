-- The place in the chain, which the sealer gives an entry after its commit. The content goes at the end
-- of its retention; the hashes stay.
ALTER TABLE record ADD COLUMN number BIGINT;
ALTER TABLE record ADD COLUMN chain_hash VARCHAR(64);
ALTER TABLE record ALTER COLUMN content DROP NOT NULL;
-- In this order, so that H2 does not take it for the other one, with which it need not sort.
CREATE UNIQUE INDEX record_number ON record (number, organisation);
CREATE INDEX record_unplaced ON record (organisation, number, id);

-- The head of the chain. Whoever has locked the row seals.
CREATE TABLE ledger (
  organisation  BIGINT PRIMARY KEY,
  number        BIGINT NOT NULL,
  chain_hash    VARCHAR(64) NOT NULL
);
INSERT INTO ledger (organisation, number, chain_hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
