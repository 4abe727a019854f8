-- An import as somebody asked for it. Its counts stand with its units, so that units done side by side do not wait for
-- one row.
CREATE TABLE import (
    id          uuid PRIMARY KEY,
    set_id      text        NOT NULL,
    format      text        NOT NULL,
    dry_run     boolean     NOT NULL,
    actor       text        NOT NULL,
    status      text        NOT NULL CHECK (status IN ('running', 'undoing', 'completed', 'failed', 'undone')),
    planned     boolean     NOT NULL DEFAULT false,
    rows        int         NOT NULL DEFAULT 0,
    rejected    int         NOT NULL DEFAULT 0,
    problem     text,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz
);
CREATE INDEX import_unfinished ON import (id) WHERE status IN ('running', 'undoing');

-- The rows of a file that could be read, in canonical form, until the unit they belong to is done: what is not here any
-- more has been decided. Rows of one organisation that were read together are one row here, each in the same place of
-- every array: a file has hundreds of thousands of them, and a row of its own costs more than what is in it.
CREATE TABLE import_rows (
    import       uuid       NOT NULL REFERENCES import,
    organization text       NOT NULL,
    name         text,
    last_year    int,
    lines        int[]      NOT NULL,
    parties      text[]     NOT NULL,
    years        smallint[] NOT NULL,
    bodies       text[]     NOT NULL
);
CREATE INDEX import_rows_of_organization ON import_rows (import, organization);

-- What is done in one transaction: all that an import says of one organisation.
CREATE TABLE import_unit (
    import       uuid    NOT NULL REFERENCES import,
    organization text    NOT NULL,
    name         text,
    last_year    int,
    done         boolean NOT NULL DEFAULT false,
    accepted     int     NOT NULL DEFAULT 0,
    known        int     NOT NULL DEFAULT 0,
    corrected    int     NOT NULL DEFAULT 0,
    retracted    int     NOT NULL DEFAULT 0,
    kept         int     NOT NULL DEFAULT 0,
    rejected     int     NOT NULL DEFAULT 0,
    PRIMARY KEY (import, organization)
);
CREATE INDEX import_unit_to_do ON import_unit (import, organization) WHERE NOT done;

-- What became of each change and of each row that was no good: the report, and what an undo goes by.
CREATE TABLE import_outcome (
    id           bigint  GENERATED ALWAYS AS IDENTITY,
    import       uuid    NOT NULL REFERENCES import,
    line         int,
    outcome      text    NOT NULL,
    reason       text,
    organization text,
    party        text,
    fact         uuid,
    before       text,
    after        text,
    undone       boolean NOT NULL DEFAULT false
);
-- Outcomes without a line, of what the file does not say any more, come last.
CREATE INDEX import_outcome_in_order ON import_outcome (import, (coalesce(line, 2147483647)), id);
CREATE INDEX import_outcome_to_undo ON import_outcome (import, organization)
    WHERE outcome IN ('accepted', 'corrected', 'retracted');

-- What a set says: the facts that its imports recorded, as they left them.
CREATE TABLE set_fact (
    set_id       text NOT NULL,
    organization text NOT NULL,
    party        text NOT NULL,
    fact         uuid NOT NULL,
    said         text NOT NULL,
    PRIMARY KEY (set_id, organization, fact)
);
