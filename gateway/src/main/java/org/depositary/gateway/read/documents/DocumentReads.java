package org.depositary.gateway.read.documents;

import java.sql.SQLException;
import java.util.List;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.VersionedAnswer;
import org.depositary.gateway.read.facts.CitationPlaces;
import org.depositary.gateway.read.facts.FactItem;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.read.lists.Everything;
import org.depositary.gateway.read.lists.ListQuery;

/**
 * Reads documents. A text that the reader may not see must not be found by its words either. Rights are always the
 * current ones, also for a read of the past.
 *
 * @param mayReadAll whether the reader may see texts that are not public
 */
public record DocumentReads(Snapshot snapshot, boolean mayReadAll) {

    /** The list of documents: with search words, the best match first; otherwise the last received first. */
    public static ListQuery<DocumentFilter, DocumentWithHits> documents(TextAccess access) {
        return ListQuery.within(
                DocumentReads::scope,
                (snapshot, filter, page) -> new DocumentReads(snapshot, access.mayReadAll()).list(filter, page));
    }

    private static final ListSortKey BY_ID = new ListSortKey(List.of("id"), List.of(""));

    private static final String ALL = """
            SELECT d.* FROM documents_at(:instant) d WHERE d.id > :after_id ORDER BY d.id LIMIT :limit
            """;

    /** The metadata of all documents, by id. */
    public static final ListQuery<Everything, DocumentItem> METADATA =
            (snapshot, nothing, page) -> snapshot.page(NamedSql.of(ALL), BY_ID, page, DocumentItem::read);

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

    /**
     * The conditions of {@link DocumentFilter}. A document without a date may have any date. The coalesce lets PostgreSQL
     * use the order of the index of the list, see {@code MemberStatements}.
     */
    static final String FILTER = """
            AND coalesce((:languages::text[] IS NULL OR lower(d.language) = ANY (:languages)
                OR split_part(lower(d.language), '-', 1) = ANY (:languages))
            AND (:types::text[] IS NULL OR d.type = ANY (:types))
            AND (:statuses::text[] IS NULL OR d.status = ANY (:statuses))
            AND (:from::date IS NULL OR coalesce(d.date_latest, 'infinity') >= :from)
            AND (:to::date IS NULL OR coalesce(d.date_earliest, '-infinity') <= :to), false)
            """;

    private static final String LIST = """
            SELECT d.* FROM documents_at(:instant) d
            WHERE d.first_seq < :after_first_seq::bigint
            """ + FILTER + """
            ORDER BY d.first_seq DESC LIMIT :limit
            """;

    private static final String ONE = """
            SELECT d.* FROM documents_at(:instant) d WHERE d.id = :id
            """;

    private KeysetPage<DocumentWithHits> list(DocumentFilter filter, PageRequest page) throws SQLException {
        return filter.question().isPresent()
                ? new DocumentSearch(snapshot, filter.question().get(), mayReadAll).page(filter, page)
                : all(filter, page);
    }

    private KeysetPage<DocumentWithHits> all(DocumentFilter filter, PageRequest page) throws SQLException {
        return snapshot.page(
                filter.bind(NamedSql.of(LIST)),
                BY_ARRIVAL,
                page,
                row -> new DocumentWithHits(DocumentItem.read(row), List.of()));
    }

    public VersionedAnswer<DocumentDetail> detail(String id) throws SQLException {
        var document = require(id);
        var history = new FactReads(snapshot).history("document:" + id);
        var duplicates = new DuplicateReads(snapshot, mayReadAll);
        return new VersionedAnswer<>(
                new DocumentDetail(
                        document, duplicates.sameTextAs(id), history.recordings(), duplicates.nearDuplicates(id)),
                history.version());
    }

    public DocumentItem require(String id) throws SQLException {
        return snapshot.first(NamedSql.of(ONE).with("id", id), DocumentItem::read)
                .orElseThrow(() -> Problem.notFound("Unknown document '%s'".formatted(id)));
    }

    /** A search also reads the texts, which are not in the change log. */
    private static ReadScope scope(DocumentFilter filter) {
        return filter.question().isPresent() ? ReadScope.NOT_ONLY_LOG : ReadScope.WHOLE_LOG;
    }
}
