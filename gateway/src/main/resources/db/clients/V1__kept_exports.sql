-- State of clients that is not on Kafka. No rebuild of the gateway's database can bring it back, so it has a database of
-- its own, with backups. It refers to the register by instants, because a cursor ends with the database of its log.

-- Exports that are kept for ever. An export is made in one transaction, so it is complete or still to be made.
CREATE TABLE kept_export (
    number          bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    id              uuid        PRIMARY KEY,
    kind            text        NOT NULL,
    format          text        NOT NULL,
    title           text        NOT NULL,
    known_at        timestamptz NOT NULL,
    on_day          date        NOT NULL,
    license         text        NOT NULL,
    -- The cursor as of which it is read, and the generation of the read models that wrote it. A delta to a later export is
    -- exact only while both are those of the gateway.
    position        text        NOT NULL,
    generation      int,
    made_by         text        NOT NULL,
    requested_at    timestamptz NOT NULL DEFAULT now(),
    idempotency_key text,
    request_hash    text        NOT NULL,
    status          text        NOT NULL DEFAULT 'making' CHECK (status IN ('making', 'kept', 'failed')),
    attempts        int         NOT NULL DEFAULT 0,
    problem         text,
    kept_at         timestamptz,
    previous        uuid        REFERENCES kept_export,
    UNIQUE (made_by, idempotency_key)
);
CREATE INDEX ON kept_export (number) WHERE status = 'making';
CREATE INDEX ON kept_export (kind, format, number) WHERE status = 'kept';

-- The files of an export: itself, and the delta from the previous one.
CREATE TABLE kept_file (
    export   uuid    NOT NULL REFERENCES kept_export,
    name     text    NOT NULL,
    is_delta boolean NOT NULL,
    sha256   bytea   NOT NULL,
    size     bigint  NOT NULL,
    rows     bigint  NOT NULL,
    PRIMARY KEY (export, name)
);

-- The bytes of a file. Every part but the last has the same size, so a range is found without reading the parts before it.
CREATE TABLE kept_part (
    export uuid  NOT NULL,
    name   text  NOT NULL,
    number int   NOT NULL,
    bytes  bytea NOT NULL,
    PRIMARY KEY (export, name, number)
);
-- Compressed, PostgreSQL would decompress a whole part for each read of it.
ALTER TABLE kept_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A kept export never changes';
END $$;

CREATE TRIGGER kept_for_ever BEFORE UPDATE OR DELETE ON kept_export
    FOR EACH ROW WHEN (OLD.status = 'kept') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept_for_ever BEFORE UPDATE OR DELETE ON kept_file
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept_for_ever BEFORE UPDATE OR DELETE ON kept_part
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
