package org.depositary.gateway.read.documents;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.lists.FirstPages;
import org.depositary.gateway.read.lists.ListOfEach;
import org.depositary.gateway.read.lists.ListQuery;

/**
 * The text of one document. Only the text of the last extraction is stored.
 *
 * @param extraction number of that extraction
 * @param chunks number of parts in which the text is stored
 */
public record DocumentText(Snapshot snapshot, String document, int extraction, int chunks) {

    /**
     * Selects the newest version, also for a read of the past, because rights and takedowns are always the current
     * ones.
     */
    private static final String CURRENT = """
            SELECT status, rights, extraction, coalesce(details ->> 'passages', '0')::int AS passages,
                   details ->> 'problem' AS problem, taken_down ->> 'reason' AS taken_down
            FROM document WHERE id = :id AND seq_to = 9223372036854775807
            """;

    private static final String CHUNKS = """
            SELECT min(extraction) AS extraction, max(chunks) AS chunks, count(*) AS complete
            FROM text_chunk WHERE document = :id AND extraction = :extraction
            """;

    private static final String PASSAGES = """
            SELECT p.*, t.extraction::text AS extraction
            FROM passage p JOIN text_chunk t ON t.document = p.document AND t.chunk = p.chunk
            WHERE p.document = :id AND (p.chunk, p.ordinal) > (:after_chunk::int, :after_ordinal::int)
            ORDER BY p.chunk, p.ordinal LIMIT :limit
            """;

    /** The extraction is the same for all passages. It is part of the key, so that a page token names it. */
    private static final ListSortKey IN_TEXT =
            new ListSortKey(List.of("extraction", "chunk", "ordinal"), List.of("-1", "-1", "-1"));

    /** Selects what decides whether texts can be read, of several documents. */
    private static final String CURRENT_OF_EACH = """
            SELECT d.id, d.status, d.rights, d.extraction, coalesce(d.details ->> 'passages', '0')::int AS passages,
                   d.details ->> 'problem' AS problem, d.taken_down ->> 'reason' AS taken_down,
                   EXISTS (
                       SELECT FROM text_chunk t WHERE t.document = d.id AND t.extraction = d.extraction
                       GROUP BY t.document HAVING count(*) = max(t.chunks)) AS complete
            FROM document d WHERE d.id = ANY (:parents) AND d.seq_to = 9223372036854775807
            """;

    private static final String PASSAGES_OF_EACH = FirstPages.ofEach(PASSAGES, "id");

    private record Stored(int extraction, int chunks, int complete) {}

    public static ListQuery<String, PassageItem> passages(TextAccess access) {
        return (snapshot, id, page) -> of(snapshot, id, access).passages(page);
    }

    /** The passages of each of several documents. */
    public static ListOfEach<String, PassageItem> passagesOfEach(TextAccess access) {
        return new ListOfEach<>() {
            @Override
            public Map<String, RuntimeException> refusals(Snapshot snapshot, List<String> documents)
                    throws SQLException {
                var refused = new HashMap<String, RuntimeException>();
                snapshot.list(
                                NamedSql.of(CURRENT_OF_EACH).with("parents", documents),
                                row -> Map.entry(row.text("id"), refusal(row, access)))
                        .forEach(each -> each.getValue().ifPresent(reason -> refused.put(each.getKey(), reason)));
                return refused;
            }

            @Override
            public Map<String, KeysetPage<PassageItem>> firstPages(
                    Snapshot snapshot, List<String> documents, String ignored, int size) throws SQLException {
                var sql = NamedSql.of(PASSAGES_OF_EACH).with("parents", documents);
                return FirstPages.read(snapshot, sql, IN_TEXT, size, PassageItem::read);
            }
        };
    }

    /** Why a text cannot be read. Empty if it can. */
    private static Optional<RuntimeException> refusal(ResultRow row, TextAccess access) throws SQLException {
        try {
            readable(row, access);
        } catch (Problem | SecurityException refused) {
            return Optional.of(refused);
        }
        return row.flag("complete") ? Optional.empty() : Optional.of(notArrived(row.text("id")));
    }

    private static Problem notArrived(String document) {
        return Problem.of(
                ProblemType.NOT_YET_PROJECTED, "The text of %s has not arrived yet. Retry later".formatted(document));
    }

    /**
     * Finds the text of a document.
     *
     * @throws Problem if the document has no text, if the reader may not see it, or if it has not arrived yet
     */
    public static DocumentText of(Snapshot snapshot, String id, TextAccess access) throws SQLException {
        new DocumentReads(snapshot, access.mayReadAll()).require(id);
        var sql = NamedSql.of(CURRENT).with("id", id);
        int extraction = snapshot.first(sql, row -> readable(row, access)).orElseThrow();
        var stored = snapshot.first(
                NamedSql.of(CHUNKS).with("id", id).with("extraction", extraction),
                row -> new Stored(row.number("extraction"), row.number("chunks"), row.number("complete")));
        return stored.filter(text -> text.complete() > 0 && text.complete() == text.chunks())
                .map(text -> new DocumentText(snapshot, id, text.extraction(), text.chunks()))
                .orElseThrow(() -> notArrived(id));
    }

    private static int readable(ResultRow row, TextAccess access) throws SQLException {
        var takenDown = row.optionalText("taken_down");
        if (takenDown.isPresent()) {
            throw Problem.notFound("The text was taken down: " + takenDown.get());
        }
        access.require(row.text("rights"));
        if (row.number("passages") == 0) {
            throw Problem.notFound("The document has no text (%s). %s"
                    .formatted(row.text("status"), row.optionalText("problem").orElse(""))
                    .strip());
        }
        return row.number("extraction");
    }

    /** @throws Problem if the text was extracted again since the page before: only the newest extraction is stored */
    private KeysetPage<PassageItem> passages(PageRequest page) throws SQLException {
        var current = Integer.toString(extraction);
        if (!page.key(0, current).equals(current)) {
            throw Problem.of(
                    ProblemType.BAD_QUERY,
                    "after: the text was extracted again since the first page. Begin with the first page");
        }
        var sql = NamedSql.of(PASSAGES).with("id", document);
        return snapshot.page(sql, IN_TEXT, page, PassageItem::read);
    }
}
