package org.depositary.eventsourcing.store;

/**
 * The one statement of an append to a stream, or to all streams that begin together. Its variants differ in what need not
 * be done, because that is what costs.
 */
final class AppendSql {

    /**
     * The head of a stream that begins. Whoever begins the same one meanwhile waits here for the other's commit, and gets
     * no row then.
     */
    private static final String NEW_HEAD = """
            WITH head AS (
                INSERT INTO stream (id, type, version, recorded_at)
                VALUES (?, ?, ?, clock_timestamp())
                ON CONFLICT DO NOTHING
                RETURNING recorded_at),
            """;

    /**
     * The update of the head locks the stream and checks the version, and the instant is taken under that lock, so it
     * grows with the version whatever the clocks of several machines say.
     */
    private static final String HEAD = """
            WITH head AS (
                UPDATE stream
                SET version = version + ?,
                    recorded_at = greatest(clock_timestamp(), recorded_at + interval '1 microsecond')
                WHERE id = ? AND version = ?
                RETURNING recorded_at),
            """;

    // No ON CONFLICT: a key that is taken must undo the append too.
    private static final String KEPT = """
            kept AS (
                INSERT INTO command (subject, key, request_hash, status, response)
                SELECT ?, ?, ?, ?, ? FROM head),
            """;

    // A statement of its own for one event: planning unnest costs about a tenth of a small append.
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

    private static final String PUBLISH = "INSERT INTO outbox (seq) SELECT seq FROM appended";

    /**
     * Many streams begin, all at one instant: a statement for each would be a round trip for each. The heads come first,
     * and where somebody has begun one of the streams there is one head less, and no event at all.
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
