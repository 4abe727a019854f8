package org.depositary.gateway.read.documents;

import java.sql.SQLException;
import java.util.List;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.Snapshot;

/**
 * Finds documents with the same or almost the same text. A document is compared only if the reader may see its text:
 * otherwise a reader could test a guess of a restricted text. Texts and rights are always the current ones.
 *
 * @param mayReadAll whether the reader may see texts that are not public
 */
record DuplicateReads(Snapshot snapshot, boolean mayReadAll) {

    private static final String SAME_TEXT = """
            SELECT other.document
            FROM text_signature mine
            JOIN text_signature other ON other.text_hash = mine.text_hash AND other.document <> mine.document
            WHERE mine.document = :id
            AND text_may_be_read(mine.document, :mayReadAll) AND text_may_be_read(other.document, :mayReadAll)
            ORDER BY other.document LIMIT 1000
            """;

    /**
     * The index on {@code bands} finds the candidates, so other documents are not read. With s, the share of words in
     * common, two texts have s³ / (2 - s³) of their sequences of three words in common. The statement computes s from
     * the share of equal elements. Different texts are never shown as equal.
     */
    private static final String NEAR = """
            SELECT near.document, near.similarity
            FROM text_signature mine
            JOIN text_signature other
                ON other.bands && mine.bands AND other.method = mine.method AND other.text_hash <> mine.text_hash
            CROSS JOIN LATERAL (
                SELECT other.document,
                       least(0.99, round(cbrt(2.0 * count(*) / (cardinality(mine.minhash) + count(*)))::numeric, 2))
                           AS similarity
                FROM unnest(mine.minhash, other.minhash) element (mine, other) WHERE element.mine = element.other
            ) near
            WHERE mine.document = :id AND near.similarity >= :least
            AND text_may_be_read(mine.document, :mayReadAll) AND text_may_be_read(other.document, :mayReadAll)
            ORDER BY near.similarity DESC, near.document LIMIT 50
            """;

    /** The least similarity that is shown. */
    private static final double LEAST = 0.75;

    /** Returns the ids of the documents whose text differs in white space, invisible characters and Unicode form only. */
    List<String> sameTextAs(String id) throws SQLException {
        return snapshot.list(bind(SAME_TEXT, id), row -> row.text("document"));
    }

    /** Returns the most similar of the other documents, at most 50. */
    List<NearDuplicate> nearDuplicates(String id) throws SQLException {
        return snapshot.list(
                bind(NEAR, id).with("least", LEAST),
                row -> new NearDuplicate(row.text("document"), Double.parseDouble(row.text("similarity"))));
    }

    private NamedSql bind(String sql, String id) {
        return NamedSql.of(sql).with("id", id).with("mayReadAll", mayReadAll);
    }
}
