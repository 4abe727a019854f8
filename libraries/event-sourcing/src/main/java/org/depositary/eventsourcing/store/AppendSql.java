package org.depositary.eventsourcing.store;

/**
 * The SQL statement that appends events to one stream, or to several new streams. Its variants omit the parts that are
 * not needed, because each part costs time.
 */
final class AppendSql {

    /**
     * Inserts the stream's row in {@code stream}. If another transaction creates the same stream, this waits for its
     * commit and then returns no row.
     */
    private static final String NEW_HEAD = """
            WITH head AS (
                INSERT INTO stream (id, type, version, recorded_at)
                VALUES (?, ?, ?, clock_timestamp())
                ON CONFLICT DO NOTHING
                RETURNING recorded_at),
            """;

    /**
     * Updates the stream's row, which locks the stream and checks the version. The timestamp is taken under this lock,
     * so it grows with the version even if the clocks of several machines differ.
     */
    private static final String HEAD = """
            WITH head AS (
                UPDATE stream
                SET version = version + ?,
                    recorded_at = greatest(clock_timestamp(), recorded_at + interval '1 microsecond')
                WHERE id = ? AND version = ?
                RETURNING recorded_at),
            """;

    // No ON CONFLICT: if the idempotency key is taken, the append must fail too.
    private static final String KEPT = """
            kept AS (
                INSERT INTO command (subject, key, request_hash, status, response)
                SELECT ?, ?, ?, ?, ? FROM head),
            """;

    // A single event has its own statement, because planning {@code unnest} costs about a tenth of a small append.
    private static final String ONE = """
            appended AS (
                INSERT INTO event (stream_id, version, id, type, schema_version, data, meta, recorded_at)
                SELECT ?, ?, ?, ?, ?, ?, ?, recorded_at FROM head
                RETURNING seq)
            """;

    private static final String SEVERAL = """
            appended AS (
                INSERT INTO event (stream_id, version, id, type, schema_version, data, meta, recorded_at)
                SELECT ?, ? + e.n, e.id, e.type, e.schema_version, e.data::json, ?, head.recorded_at
                FROM head, unnest(?::uuid[], ?::text[], ?::int[], ?::text[])
                     WITH ORDINALITY AS e (id, type, schema_version, data, n)
                ORDER BY e.n
                RETURNING seq)
            """;

    private static final String PUBLISH = "INSERT INTO outbox (seq, traceparent) SELECT seq, ? FROM appended";

    /**
     * Creates many streams with one timestamp, in one round trip. The rows of the streams are inserted first. If
     * another transaction has created one of the streams, its row is missing and no event is inserted.
     */
    static final String BEGIN_ALL = """
            WITH now AS MATERIALIZED (SELECT clock_timestamp() AS at),
            head AS (
                INSERT INTO stream (id, type, version, recorded_at)
                SELECT h.id, h.type, h.version, now.at
                FROM now, unnest(?::text[], ?::text[], ?::int[]) WITH ORDINALITY AS h (id, type, version, n)
                ORDER BY h.n
                ON CONFLICT DO NOTHING
                RETURNING id),
            appended AS (
                INSERT INTO event (stream_id, version, id, type, schema_version, data, meta, recorded_at)
                SELECT e.stream_id, e.version, e.id, e.type, e.schema_version, e.data::json, ?, now.at
                FROM now, unnest(?::text[], ?::int[], ?::uuid[], ?::text[], ?::int[], ?::text[])
                     WITH ORDINALITY AS e (stream_id, version, id, type, schema_version, data, n)
                WHERE (SELECT count(*) FROM head) = ?
                ORDER BY e.n
                RETURNING seq)
            """ + PUBLISH;

    private static final String[] VARIANTS = new String[8];

    static {
        for (int i = 0; i < VARIANTS.length; i++) {
            VARIANTS[i] = ((i & 1) == 0 ? HEAD : NEW_HEAD)
                    + ((i & 2) == 0 ? "" : KEPT)
                    + ((i & 4) == 0 ? SEVERAL : ONE)
                    + PUBLISH;
        }
    }

    private AppendSql() {}

    static String of(boolean isNew, boolean keepsAnswer, boolean isOne) {
        return VARIANTS[(isNew ? 1 : 0) + (keepsAnswer ? 2 : 0) + (isOne ? 4 : 0)];
    }
}
