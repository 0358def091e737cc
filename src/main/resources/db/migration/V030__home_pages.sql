-- Which page of each of its lists a Home shows; without a row, the first.
CREATE TABLE home_page (
  organisation  BIGINT DEFAULT 1 NOT NULL,
  identity      BIGINT NOT NULL REFERENCES identity,
  list          VARCHAR(10) NOT NULL,
  skip          INTEGER NOT NULL,
  PRIMARY KEY (identity, list)
);
