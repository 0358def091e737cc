-- Posts whose cards are being drawn anew, for each workspace up to the member up to whom that was wanted
-- already: a recall of a hundred thousand cards goes on in the background, and after a crash from there.
CREATE TABLE redraw (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  post          BIGINT NOT NULL REFERENCES post,
  workspace     BIGINT NOT NULL REFERENCES workspace,
  after_member  BIGINT DEFAULT 0 NOT NULL,
  at            TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (post, workspace)
);
