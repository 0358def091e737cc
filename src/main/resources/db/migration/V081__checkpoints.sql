-- The key that signs for the ledger (Ed25519), the same on every node: the public half, and the private
-- one as HERALD_ENCRYPTION_KEY wrapped it, both in base64.
CREATE TABLE ledger_key (
  organisation  BIGINT PRIMARY KEY,
  public_key    VARCHAR(100) NOT NULL,
  wrapped       VARCHAR(400) NOT NULL,
  made_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

-- Where the chain ended, signed.
CREATE TABLE checkpoint (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  number        BIGINT NOT NULL,
  chain_hash    VARCHAR(64) NOT NULL,
  at            TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  signing_key   VARCHAR(64) NOT NULL,
  signature     VARCHAR(128) NOT NULL,
  PRIMARY KEY (organisation, number)
);
