-- What this service itself has to know of a document to give its bytes back. Everything else is in its events.
CREATE TABLE document (
    id          text PRIMARY KEY,
    media_type  text   NOT NULL,
    charset     text,
    filename    text,
    bytes       bigint NOT NULL,
    rights      text   NOT NULL,
    taken_down  text
);

-- The bytes, in parts of 1 MiB, so that neither side ever holds a whole file in memory. They stand here, not on
-- a disk beside the database, so that one commit acknowledges a document and one backup restores it.
CREATE TABLE document_part (
    document text  NOT NULL REFERENCES document,
    part     int   NOT NULL,
    bytes    bytea NOT NULL,
    PRIMARY KEY (document, part)
);
-- Documents are compressed already, or read once: no time is spent on trying.
ALTER TABLE document_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Documents that wait to be read. The attempts are counted before each, so that one that ends the program
-- every time does not keep it from the others for ever.
CREATE TABLE extraction_job (
    document     text PRIMARY KEY REFERENCES document,
    attempts     int         NOT NULL DEFAULT 0,
    requested_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Every text that was ever read, by extraction: what was cited once stays where it was.
CREATE TABLE document_text (
    document   text  NOT NULL REFERENCES document,
    extraction int   NOT NULL,
    text       text  NOT NULL,
    passages   jsonb NOT NULL,
    PRIMARY KEY (document, extraction)
);

-- What of a document's text stands in the topic documents.text: at most so many chunks. While pending is set,
-- something is still to be published; it changes with every reason to, so that none is taken for another.
CREATE TABLE text_publication (
    document text PRIMARY KEY REFERENCES document,
    chunks   int NOT NULL DEFAULT 0,
    pending  bigint
);
CREATE INDEX text_publication_pending ON text_publication (pending) WHERE pending IS NOT NULL;
CREATE SEQUENCE text_publication_reason;
