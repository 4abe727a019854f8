-- This service's copy of the passages of every document, from the state topic documents.text:
-- what quotes are checked against, without calling anyone.
CREATE TABLE text_chunk (
    document   text NOT NULL,
    chunk      int  NOT NULL,
    chunks     int  NOT NULL,
    extraction int  NOT NULL,
    PRIMARY KEY (document, chunk)
);

CREATE TABLE passage (
    document text NOT NULL,
    chunk    int  NOT NULL,
    anchor   text NOT NULL,
    text     text NOT NULL,
    PRIMARY KEY (document, anchor),
    FOREIGN KEY (document, chunk) REFERENCES text_chunk ON DELETE CASCADE
);
CREATE INDEX passage_of_chunk ON passage (document, chunk);
