package org.depositary.gateway.read.documents;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.KeysetPage.Wanted;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.ResolvedAsOf;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.Versioned;
import org.depositary.gateway.read.WhereClause;
import org.depositary.gateway.read.facts.FactReads;

/**
 * Documents. A text that the reader may not see must not be found by its words either; whatever moment is asked about,
 * the rights are those of now.
 *
 * @param mayReadAll whether the reader may see texts that are not public
 */
public record DocumentReads(Snapshot snapshot, boolean mayReadAll) {

    /** Of passages {@code p}: those that the reader may see. */
    private static final String SEEN = """
            EXISTS (SELECT FROM document now
                    WHERE now.id = p.document AND now.seq_to = 9223372036854775807
                    AND now.taken_down IS NULL AND (:all OR now.rights = 'public'))""";

    private static final String KNOWN = "SELECT d.* FROM document d WHERE " + ResolvedAsOf.known("d");

    /** With search words, the best match first; otherwise the last received first. */
    public KeysetPage<DocumentWithHits> list(DocumentFilter filter, Wanted wanted) throws SQLException {
        return filter.words().isPresent()
                ? matching(filter.words().get(), filter.conditions(), wanted)
                : all(filter.conditions(), wanted);
    }

    private KeysetPage<DocumentWithHits> all(WhereClause filter, Wanted wanted) throws SQLException {
        if (!wanted.isFirst()) {
            filter.and("d.first_seq < :afterSeq::bigint").value("afterSeq", wanted.key(0));
        }
        var sql = NamedSql.of(KNOWN + " AND %s ORDER BY d.first_seq DESC LIMIT :limit".formatted(filter.text()))
                .with(filter.values())
                .with("limit", wanted.limit());
        return KeysetPage.of(
                snapshot.list(
                        sql,
                        row -> new Keyed<>(
                                List.of(row.text("first_seq")),
                                new DocumentWithHits(DocumentItem.read(row), List.of()))),
                wanted);
    }

    private KeysetPage<DocumentWithHits> matching(String words, WhereClause filter, Wanted wanted) throws SQLException {
        var search = TextSearch.in(snapshot);
        if (!wanted.isFirst()) {
            filter.and("(-m.rank, d.id) > (-:afterRank::numeric, :afterId)")
                    .value("afterRank", wanted.key(0))
                    .value("afterId", wanted.key(1));
        }
        var text = """
                WITH asked AS (SELECT %1$s AS query),
                found (document, rank) AS (
                    SELECT p.document, ts_rank(p.words, asked.query)
                    FROM asked CROSS JOIN passage p WHERE p.words @@ asked.query AND %4$s
                    UNION ALL
                    SELECT d.id, 1 FROM asked CROSS JOIN document d WHERE d.words @@ asked.query AND %2$s
                ),
                m AS (SELECT document, max(rank)::numeric(12, 9) AS rank FROM found GROUP BY document)
                SELECT d.*, m.rank FROM m JOIN document d ON d.id = m.document
                WHERE %2$s AND %3$s
                ORDER BY m.rank DESC, d.id LIMIT :limit
                """.formatted(search.query(), ResolvedAsOf.known("d"), filter.text(), SEEN);
        var found = KeysetPage.of(
                snapshot.list(
                        NamedSql.of(text)
                                .with(filter.values())
                                .with("words", words)
                                .with("all", mayReadAll)
                                .with("limit", wanted.limit()),
                        row -> new Keyed<>(List.of(row.text("rank"), row.text("id")), DocumentItem.read(row))),
                wanted);
        var hits = hits(search, words, found.items());
        return found.map(document -> new DocumentWithHits(document, hits.getOrDefault(document.id(), List.of())));
    }

    public Versioned<DocumentDetail> inFull(String id) throws SQLException {
        var document = require(id);
        var history = new FactReads(snapshot).history("document:" + id);
        return new Versioned<>(new DocumentDetail(document, sameTextAs(id), history.recordings()), history.version());
    }

    public DocumentItem require(String id) throws SQLException {
        return snapshot.first(NamedSql.of(KNOWN + " AND d.id = :id").with("id", id), DocumentItem::read)
                .orElseThrow(() -> Problem.notFound("No document has the id '%s'".formatted(id)));
    }

    private List<String> sameTextAs(String id) throws SQLException {
        var sql = """
                SELECT other.id FROM document d JOIN document other ON other.text_hash = d.text_hash AND other.id <> d.id
                WHERE d.id = :id AND %s AND %s ORDER BY other.id
                """.formatted(ResolvedAsOf.known("d"), ResolvedAsOf.known("other"));
        return snapshot.list(NamedSql.of(sql).with("id", id), row -> row.text("id"));
    }

    private Map<String, List<SearchHit>> hits(TextSearch search, String words, List<DocumentItem> documents)
            throws SQLException {
        // What a headline would leave out or replace (mark-up) is blanked before, so that offsets stay those of the
        // text.
        var sql = """
                WITH asked AS (SELECT %s AS query)
                SELECT p.*, ts_headline(p.dictionary::regconfig, translate(p.text, '<>&', '   '), asked.query,
                    'HighlightAll=true, StartSel=' || :begins || ', StopSel=' || :ends) AS marked
                FROM asked CROSS JOIN LATERAL (
                    SELECT p.*, row_number() OVER (
                        PARTITION BY p.document ORDER BY ts_rank(p.words, asked.query) DESC, p.chunk, p.ordinal) AS place
                    FROM passage p WHERE p.document = ANY (:documents) AND p.words @@ asked.query AND %s
                ) p
                WHERE p.place <= 5 ORDER BY p.document, p.place
                """.formatted(search.query(), SEEN);
        return snapshot
                .list(
                        NamedSql.of(sql)
                                .with("words", words)
                                .with("all", mayReadAll)
                                .with(
                                        "documents",
                                        documents.stream().map(DocumentItem::id).toList())
                                .with("begins", Character.toString(SearchHit.BEGINS))
                                .with("ends", Character.toString(SearchHit.ENDS)),
                        row -> Map.entry(row.text("document"), SearchHit.read(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
