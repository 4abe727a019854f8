-- Finds documents whose texts are the same or almost the same. One row for each complete text; it is deleted with the
-- first chunk of the text. The columns are never published: a reader could test guesses of a short text with them.
CREATE TABLE text_signature (
    document  text  COLLATE "C" PRIMARY KEY,
    chunk     int   NOT NULL DEFAULT 0 CHECK (chunk = 0),
    method    int   NOT NULL, -- TextSignature.METHOD: signatures of different methods are not comparable
    text_hash bytea NOT NULL, -- of the normalised text
    minhash   int[] NOT NULL, -- the share of equal elements of two texts estimates how many word sequences they share
    bands     int[] NOT NULL, -- texts with a common element are candidates for near duplicates
    FOREIGN KEY (document, chunk) REFERENCES text_chunk ON DELETE CASCADE
);
CREATE INDEX text_signature_hash ON text_signature (text_hash);
CREATE INDEX text_signature_bands ON text_signature USING gin (bands);
