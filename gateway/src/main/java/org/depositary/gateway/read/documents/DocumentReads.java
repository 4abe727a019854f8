package org.depositary.gateway.read.documents;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ListQuery;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.VersionedAnswer;
import org.depositary.gateway.read.facts.CitationPlaces;
import org.depositary.gateway.read.facts.FactItem;
import org.depositary.gateway.read.facts.FactReads;

/**
 * Reads documents. A text that the reader may not see must not be found by its words either. Rights are always the
 * current ones, also for a read of the past.
 *
 * @param mayReadAll whether the reader may see texts that are not public
 */
public record DocumentReads(Snapshot snapshot, boolean mayReadAll) {

    /** The list of documents: with search words, the best match first; otherwise the last received first. */
    public static ListQuery<DocumentFilter, DocumentWithHits> documents(TextAccess access) {
        return (snapshot, filter, page) -> new DocumentReads(snapshot, access.mayReadAll()).list(filter, page);
    }

    public static final ListQuery<String, FactItem> CITATIONS = (snapshot, id, page) -> {
        new DocumentReads(snapshot, false).require(id);
        var citations = new FactReads(snapshot).citing(id, page);
        var places = CitationPlaces.of(
                snapshot,
                citations.items().stream().map(FactReads.Citation::fact).toList());
        return citations.map(citation -> FactItem.of(citation.fact())
                .representedBy(citation.mergedInto())
                .placedBy(places));
    };

    private static final ListSortKey BY_ARRIVAL =
            new ListSortKey(List.of("first_seq"), List.of(Long.toString(Long.MAX_VALUE)));

    private static final ListSortKey BY_RANK = new ListSortKey(List.of("rank", "id"), List.of("Infinity", ""));

    /**
     * The coalesce around the optional filters lets PostgreSQL use the order of the index, see {@code
     * MemberStatements}.
     */
    private static final String LIST = """
            SELECT d.* FROM documents_at(:instant) d
            WHERE d.first_seq < :after_first_seq::bigint
            AND coalesce((:languages::text[] IS NULL OR d.language = ANY (:languages))
            AND (:types::text[] IS NULL OR d.type = ANY (:types))
            AND (:statuses::text[] IS NULL OR d.status = ANY (:statuses))
            AND (:from::date IS NULL OR d.date_latest >= :from)
            AND (:to::date IS NULL OR d.date_earliest <= :to), false)
            ORDER BY d.first_seq DESC LIMIT :limit
            """;

    /** Finds documents by a passage that the reader may see, or by their description. */
    private static final String SEARCH = """
            WITH search AS MATERIALIZED (SELECT search_query(:words) AS query),
            found (document, rank) AS (
                SELECT p.document, ts_rank(p.words, search.query)
                FROM search CROSS JOIN passage p
                WHERE p.words @@ search.query AND EXISTS (
                    SELECT FROM document now
                    WHERE now.id = p.document AND now.seq_to = 9223372036854775807
                    AND now.taken_down IS NULL AND (:mayReadAll OR now.rights = 'public'))
                UNION ALL
                SELECT d.id, 1 FROM search CROSS JOIN documents_at(:instant) d WHERE d.words @@ search.query
            ),
            ranked AS (SELECT document, max(rank)::numeric(12, 9) AS rank FROM found GROUP BY document)
            SELECT d.*, ranked.rank FROM ranked JOIN documents_at(:instant) d ON d.id = ranked.document
            WHERE (-ranked.rank, d.id) > (-:after_rank::numeric, :after_id)
            AND (:languages::text[] IS NULL OR d.language = ANY (:languages))
            AND (:types::text[] IS NULL OR d.type = ANY (:types))
            AND (:statuses::text[] IS NULL OR d.status = ANY (:statuses))
            AND (:from::date IS NULL OR d.date_latest >= :from)
            AND (:to::date IS NULL OR d.date_earliest <= :to)
            ORDER BY ranked.rank DESC, d.id LIMIT :limit
            """;

    /**
     * Selects the five best passages of each document, with marks around the matching words. ts_headline drops or
     * replaces mark-up, so blanks replace it before: the offsets stay those of the text.
     */
    private static final String HITS = """
            WITH search AS MATERIALIZED (SELECT search_query(:words) AS query)
            SELECT p.*, ts_headline(p.dictionary::regconfig, translate(p.text, '<>&', '   '), search.query,
                'HighlightAll=true, StartSel=' || :startMark || ', StopSel=' || :endMark) AS marked
            FROM search CROSS JOIN LATERAL (
                SELECT p.*, row_number() OVER (
                    PARTITION BY p.document ORDER BY ts_rank(p.words, search.query) DESC, p.chunk, p.ordinal) AS place
                FROM passage p
                WHERE p.document = ANY (:documents) AND p.words @@ search.query AND EXISTS (
                    SELECT FROM document now
                    WHERE now.id = p.document AND now.seq_to = 9223372036854775807
                    AND now.taken_down IS NULL AND (:mayReadAll OR now.rights = 'public'))
            ) p
            WHERE p.place <= 5 ORDER BY p.document, p.place
            """;

    private static final String ONE = """
            SELECT d.* FROM documents_at(:instant) d WHERE d.id = :id
            """;

    private static final String SAME_TEXT = """
            SELECT other.id
            FROM documents_at(:instant) d
            JOIN documents_at(:instant) other ON other.text_hash = d.text_hash AND other.id <> d.id
            WHERE d.id = :id ORDER BY other.id
            """;

    private KeysetPage<DocumentWithHits> list(DocumentFilter filter, PageRequest page) throws SQLException {
        return filter.words().isPresent() ? search(filter, page) : all(filter, page);
    }

    private KeysetPage<DocumentWithHits> all(DocumentFilter filter, PageRequest page) throws SQLException {
        return snapshot.page(
                filter.bind(NamedSql.of(LIST)),
                BY_ARRIVAL,
                page,
                row -> new DocumentWithHits(DocumentItem.read(row), List.of()));
    }

    private KeysetPage<DocumentWithHits> search(DocumentFilter filter, PageRequest page) throws SQLException {
        var sql = filter.bind(NamedSql.of(SEARCH)).with("mayReadAll", mayReadAll);
        var found = snapshot.page(sql, BY_RANK, page, DocumentItem::read);
        var hits = hits(filter, found.items());
        return found.map(document -> new DocumentWithHits(document, hits.getOrDefault(document.id(), List.of())));
    }

    public VersionedAnswer<DocumentDetail> detail(String id) throws SQLException {
        var document = require(id);
        var history = new FactReads(snapshot).history("document:" + id);
        return new VersionedAnswer<>(
                new DocumentDetail(document, sameTextAs(id), history.recordings()), history.version());
    }

    public DocumentItem require(String id) throws SQLException {
        return snapshot.first(NamedSql.of(ONE).with("id", id), DocumentItem::read)
                .orElseThrow(() -> Problem.notFound("Unknown document '%s'".formatted(id)));
    }

    private List<String> sameTextAs(String id) throws SQLException {
        return snapshot.list(NamedSql.of(SAME_TEXT).with("id", id), row -> row.text("id"));
    }

    private Map<String, List<SearchHit>> hits(DocumentFilter filter, List<DocumentItem> documents) throws SQLException {
        var sql = filter.bind(NamedSql.of(HITS))
                .with("mayReadAll", mayReadAll)
                .with("documents", documents.stream().map(DocumentItem::id).toList())
                .with("startMark", Character.toString(SearchHit.START_MARK))
                .with("endMark", Character.toString(SearchHit.END_MARK));
        return snapshot.list(sql, row -> Map.entry(row.text("document"), SearchHit.read(row))).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
