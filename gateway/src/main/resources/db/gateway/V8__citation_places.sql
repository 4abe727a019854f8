-- A single passage is read by its anchor.
CREATE INDEX passage_by_anchor ON passage (document, anchor);

-- Where each cited quote is in the current text of its document. An anchor is that of the text when the fact was recorded; a
-- new extraction can move the quote. Facts never change by this. Citations of retracted facts stay here, without effect.
CREATE TABLE citation_place (
    document       text COLLATE "C" NOT NULL,
    anchor         text COLLATE "C" NOT NULL,
    quote_hash     text COLLATE "C" NOT NULL, -- the first half of the SHA-256 of the quote; empty without a quote
    quote          text,
    pending        boolean NOT NULL DEFAULT true, -- the quote was not looked up in the current text yet
    extraction     int,     -- the text in which it was last looked up; null before the first time
    current_anchor text,    -- after that: null for an orphan
    occurrences    int,     -- after that: the number of places of the quote in that text
    -- The last known place, to choose between several: its offset, and hashes of a few words before and after it. A text that
    -- was taken down leaves no words here except the quote.
    start          int,
    before_hash    text,
    after_hash     text,
    PRIMARY KEY (document, anchor, quote_hash)
);
CREATE INDEX citation_place_pending ON citation_place (document) WHERE pending;
CREATE INDEX citation_place_orphaned ON citation_place (document, anchor, quote_hash)
    WHERE extraction IS NOT NULL AND current_anchor IS NULL;
