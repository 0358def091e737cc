-- A file for the person who asked, once. The address itself is not kept, only its SHA-256.
CREATE TABLE download (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  token_hash    VARCHAR(64) PRIMARY KEY,
  member        BIGINT NOT NULL REFERENCES member,
  kind          VARCHAR(20) NOT NULL,
  subject       BIGINT NOT NULL,
  expires_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  taken_at      TIMESTAMP(3) WITH TIME ZONE
);
CREATE INDEX download_expires ON download (expires_at);
