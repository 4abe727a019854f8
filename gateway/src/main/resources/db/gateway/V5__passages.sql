-- The newest state of the topic documents.text: no read model of the change log, so it lives beside them. A tombstone
-- erases, and what is erased is gone.

CREATE TABLE text_chunk (
    document   text COLLATE "C" NOT NULL,
    chunk      int  NOT NULL,
    chunks     int  NOT NULL,
    extraction int  NOT NULL,
    start      int  NOT NULL, -- in the whole text, in Unicode code points, as everywhere
    text       text NOT NULL,
    PRIMARY KEY (document, chunk)
);

CREATE TABLE passage (
    document   text COLLATE "C" NOT NULL,
    chunk      int      NOT NULL,
    ordinal    int      NOT NULL, -- in its chunk, from 0
    anchor     text     NOT NULL,
    kind       text     NOT NULL,
    start      int      NOT NULL,
    "end"      int      NOT NULL,
    language   text,
    page       int,
    text       text     NOT NULL,
    dictionary text     NOT NULL,
    words      tsvector NOT NULL, -- as they stand, and as the dictionary knows them
    PRIMARY KEY (document, chunk, ordinal),
    FOREIGN KEY (document, chunk) REFERENCES text_chunk ON DELETE CASCADE
);
CREATE INDEX passage_words ON passage USING gin (words);

-- Every dictionary used somewhere: what a search has to try.
CREATE TABLE passage_dictionary (
    dictionary text PRIMARY KEY
);
