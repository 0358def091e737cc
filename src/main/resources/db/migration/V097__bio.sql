-- What a member says of their own accounts on networks, and of the bio line there. Herald looks at no
-- account: all of it is the member's own word.
CREATE TABLE own_account (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  member        BIGINT NOT NULL REFERENCES member,
  network       VARCHAR(12) NOT NULL,
  kind          VARCHAR(12) NOT NULL,
  bio           VARCHAR(600),
  bio_placed_at TIMESTAMP(3) WITH TIME ZONE,
  PRIMARY KEY (member, network)
);

CREATE TABLE bio (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  member        BIGINT PRIMARY KEY REFERENCES member,
  doing         VARCHAR(60) DEFAULT '' NOT NULL,
  employer      VARCHAR(60) NOT NULL
);
