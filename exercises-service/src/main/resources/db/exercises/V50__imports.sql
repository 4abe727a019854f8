-- Imports of exercises. The library imports reads and writes import and the counts in import_unit.
CREATE TABLE import (
    id               uuid PRIMARY KEY,
    set_id           text        NOT NULL,
    format           text        NOT NULL,
    dry_run          boolean     NOT NULL,
    allow_retractions boolean    NOT NULL DEFAULT false,
    actor            text        NOT NULL,
    status           text        NOT NULL
        CHECK (status IN ('counting', 'running', 'undoing', 'held', 'completed', 'failed', 'undone')),
    planned          boolean     NOT NULL DEFAULT false,
    -- Whether the impact on the set is counted first: then each unit is processed twice.
    counts           boolean     NOT NULL DEFAULT false,
    turn             bigint,
    rows             int         NOT NULL DEFAULT 0,
    rejected         int         NOT NULL DEFAULT 0,
    -- Rejected rows whose exercise cannot be identified: how many, and the first lines.
    unreadable       int         NOT NULL DEFAULT 0,
    unreadable_lines int[]       NOT NULL DEFAULT '{}',
    held_retracted   int,
    held_moved       int,
    held_of          int,
    superseded_by    uuid REFERENCES import,
    covers           text,
    covers_published boolean     NOT NULL DEFAULT false,
    problem          text,
    created_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at      timestamptz,
    expired_at       timestamptz,
    emptied          boolean     NOT NULL DEFAULT false
);
CREATE SEQUENCE import_turn;
CREATE INDEX import_unfinished ON import (id) WHERE status IN ('counting', 'running', 'undoing');
CREATE UNIQUE INDEX import_at_work ON import ((true)) WHERE planned AND status IN ('counting', 'running', 'undoing');
CREATE INDEX import_held ON import (set_id) WHERE status = 'held';
CREATE INDEX import_to_expire ON import (finished_at)
    WHERE expired_at IS NULL AND status IN ('completed', 'failed', 'undone');
CREATE INDEX import_to_empty ON import (expired_at) WHERE expired_at IS NOT NULL AND NOT emptied;

-- A batch is the part of the exercises whose keys have the same hash. It is decided in one transaction.
CREATE TABLE import_unit (
    import     uuid    NOT NULL REFERENCES import,
    batch      int     NOT NULL,
    done       boolean NOT NULL DEFAULT false,
    counted    boolean NOT NULL DEFAULT true,
    to_retract int     NOT NULL DEFAULT 0,
    to_move    int     NOT NULL DEFAULT 0,
    accepted   int     NOT NULL DEFAULT 0,
    known      int     NOT NULL DEFAULT 0,
    corrected  int     NOT NULL DEFAULT 0,
    retracted  int     NOT NULL DEFAULT 0,
    kept       int     NOT NULL DEFAULT 0,
    rejected   int     NOT NULL DEFAULT 0,
    PRIMARY KEY (import, batch)
);
CREATE INDEX import_unit_to_do ON import_unit (import, batch) WHERE NOT done;
CREATE INDEX import_unit_to_count ON import_unit (import, batch) WHERE NOT counted;

-- The valid rows of a file, until their batch is decided.
CREATE TABLE import_rows (
    import       uuid    NOT NULL REFERENCES import,
    batch        int     NOT NULL,
    line         int     NOT NULL,
    exercise     text    NOT NULL,
    body         text    NOT NULL,
    status_given boolean NOT NULL,
    warning      text
);
CREATE INDEX import_rows_of_batch ON import_rows (import, batch);

-- The rejected rows whose exercise can be identified. They protect what the set said about it.
CREATE TABLE import_rejected_rows (
    import   uuid NOT NULL REFERENCES import,
    batch    int  NOT NULL,
    line     int  NOT NULL,
    exercise text NOT NULL
);
CREATE INDEX import_rejected_rows_of_batch ON import_rejected_rows (import, batch);

-- The outcome of each row, and of each exercise that the file no longer has: for the report and for an undo.
CREATE TABLE import_outcome (
    id          bigint  GENERATED ALWAYS AS IDENTITY,
    import      uuid    NOT NULL REFERENCES import,
    batch       int,
    line        int,
    outcome     text    NOT NULL,
    reason      text,
    file_column text,
    exercise    text,
    fact        uuid,
    before      text,
    after       text,
    undone      boolean NOT NULL DEFAULT false
);
-- Outcomes without a line come last.
CREATE INDEX import_outcome_in_order ON import_outcome (import, (coalesce(line, 2147483647)), id);
CREATE INDEX import_outcome_to_undo ON import_outcome (import, batch)
    WHERE outcome IN ('accepted', 'corrected', 'retracted');

-- The exercises that a set states, as its last import left them.
CREATE TABLE set_fact (
    set_id   text NOT NULL,
    batch    int  NOT NULL,
    exercise text NOT NULL,
    fact     uuid NOT NULL,
    said     text NOT NULL,
    PRIMARY KEY (set_id, batch, exercise)
);
