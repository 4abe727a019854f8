package org.depositary.gateway.read.documents;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.search.SearchQuestion;

/**
 * Searches documents by words. A text that the reader may not see must not be found by its words either. Of such a text, the
 * quotes that facts cite are searched, because they are public.
 *
 * @param mayReadAll whether the reader may see texts that are not public
 */
record DocumentSearch(Snapshot snapshot, SearchQuestion question, boolean mayReadAll) {

    private static final ListSortKey BY_RANK = new ListSortKey(List.of("rank", "id"), List.of("Infinity", ""));

    /**
     * A document has the rank of its best passage. A match in its description is better than any passage. OFFSET prevents
     * joins that would read all documents.
     */
    private static final String SEARCH = """
            WITH question AS MATERIALIZED (
                SELECT q.query, array_agg(q.dictionary) AS dictionaries
                FROM (SELECT d.dictionary, search_query(d.dictionary, :question::jsonb) AS query FROM passage_dictionary d) q
                WHERE q.query IS NOT NULL GROUP BY q.query),
            short AS MATERIALIZED (SELECT short_text_query(:question::jsonb) AS query),
            passages (document, rank) AS MATERIALIZED (
                SELECT p.document, max(ts_rank(p.words, q.query, 1))
                FROM question q CROSS JOIN passage p
                WHERE p.words @@ q.query AND p.dictionary = ANY (q.dictionaries)
                GROUP BY p.document),
            quotes (document, rank) AS MATERIALIZED (
                SELECT c.document, max(ts_rank(c.words, q.query, 1))
                FROM short q CROSS JOIN cited_quotes_at(:instant) c WHERE c.words @@ q.query GROUP BY c.document),
            found (document, rank) AS (
                SELECT p.document, p.rank FROM passages p WHERE text_may_be_read(p.document, :mayReadAll)
                UNION ALL
                SELECT c.document, c.rank FROM quotes c WHERE NOT text_may_be_read(c.document, :mayReadAll)
                UNION ALL
                SELECT d.id, 1 + ts_rank(d.words, q.query, 1)
                FROM short q CROSS JOIN LATERAL (
                    SELECT * FROM documents_at(:instant) d WHERE d.words @@ q.query OFFSET 0) d),
            ranked AS (SELECT document, max(rank)::numeric(12, 9) AS rank FROM found GROUP BY document)
            SELECT d.*, ranked.rank FROM ranked CROSS JOIN LATERAL (
                SELECT * FROM documents_at(:instant) d WHERE d.id = ranked.document OFFSET 0) d
            WHERE (-ranked.rank, d.id) > (-:after_rank::numeric, :after_id)
            """ + DocumentReads.FILTER + """
            ORDER BY ranked.rank DESC, d.id LIMIT :limit
            """;

    /**
     * The five best passages of each document, with the positions of the words of the question. The right to read is
     * checked once for each document, because a document can have thousands of matching passages.
     */
    private static final String PASSAGES = """
            WITH question AS MATERIALIZED (
                SELECT q.query, array_agg(q.dictionary) AS dictionaries
                FROM (SELECT d.dictionary, search_query(d.dictionary, :question::jsonb) AS query FROM passage_dictionary d) q
                WHERE q.query IS NOT NULL GROUP BY q.query)
            SELECT p.document, p.anchor, p.kind, p.language, p.page, p.start, p."end", p.text, p.repaired, p.repairs,
                   ARRAY(SELECT pos || ' ' || w.word
                         FROM unnest(:words::text[]) w (word)
                         CROSS JOIN LATERAL (SELECT search_lexeme(p.dictionary, w.word) OFFSET 0) l (lexeme)
                         JOIN unnest(p.words) u ON u.lexeme = l.lexeme
                             OR w.word = ANY (:prefixes) AND starts_with(u.lexeme, w.word)
                         CROSS JOIN unnest(u.positions) pos) AS marks,
                   ARRAY(SELECT w.word FROM unnest(:words::text[]) w (word) WHERE is_stop_word(p.dictionary, w.word)) AS stop_words
            FROM (
                SELECT p.*, row_number() OVER (
                    PARTITION BY p.document ORDER BY ts_rank(p.words, q.query, 1) DESC, p.chunk, p.ordinal) AS place
                FROM question q CROSS JOIN passage p
                WHERE p.document = ANY (ARRAY(
                    SELECT d FROM unnest(:documents::text[]) d WHERE text_may_be_read(d, :mayReadAll)))
                AND p.words @@ q.query AND p.dictionary = ANY (q.dictionaries)
            ) p
            WHERE p.place <= 5 ORDER BY p.document, p.place
            """;

    /** The five best quotes of each document whose text the reader may not see. A quote has no place in the text here. */
    private static final String QUOTES = """
            WITH short AS MATERIALIZED (SELECT short_text_query(:question::jsonb) AS query)
            SELECT c.document, c.anchor, 'quote' AS kind, NULL AS language, NULL::int AS page, NULL::int AS start,
                   NULL::int AS "end", c.quote AS text, NULL AS repaired, NULL::jsonb AS repairs,
                   ARRAY(SELECT (pos - 1) % (cardinality(c.quoted) + 2) + 1 || ' ' || w.word
                         FROM unnest(short_text_dictionaries()) d (dictionary)
                         CROSS JOIN unnest(:words::text[]) w (word)
                         CROSS JOIN LATERAL (SELECT search_lexeme(d.dictionary, w.word) OFFSET 0) l (lexeme)
                         JOIN unnest(c.words) u ON u.lexeme = l.lexeme
                             OR w.word = ANY (:prefixes) AND starts_with(u.lexeme, w.word)
                         CROSS JOIN unnest(u.positions) pos) AS marks,
                   ARRAY(SELECT w.word FROM unnest(:words::text[]) w (word)
                         CROSS JOIN unnest(short_text_dictionaries()) d (dictionary)
                         WHERE is_stop_word(d.dictionary, w.word)) AS stop_words
            FROM (
                SELECT c.*, row_number() OVER (
                    PARTITION BY c.document ORDER BY ts_rank(c.words, q.query, 1) DESC, c.anchor, c.quote) AS place
                FROM short q CROSS JOIN LATERAL (
                    SELECT DISTINCT c.document, c.anchor, c.quote, c.quoted, c.words FROM cited_quotes_at(:instant) c
                    WHERE c.document = ANY (:documents) AND c.words @@ q.query
                    AND NOT text_may_be_read(c.document, :mayReadAll)) c
            ) c
            WHERE c.place <= 5 ORDER BY c.document, c.place
            """;

    KeysetPage<DocumentWithHits> page(DocumentFilter filter, PageRequest page) throws SQLException {
        var found = snapshot.page(bind(filter.bind(NamedSql.of(SEARCH))), BY_RANK, page, DocumentItem::read);
        var hits = hits(found.items().stream().map(DocumentItem::id).toList());
        return found.map(document -> new DocumentWithHits(document, hits.getOrDefault(document.id(), List.of())));
    }

    private NamedSql bind(NamedSql sql) {
        return sql.with("question", question.json()).with("mayReadAll", mayReadAll);
    }

    private Map<String, List<SearchHit>> hits(List<String> documents) throws SQLException {
        var sql = bind(NamedSql.of(PASSAGES).then(NamedSql.of(QUOTES)))
                .with("documents", documents)
                .with("words", question.words())
                .with("prefixes", question.prefixes());
        return snapshot.together(sql, results -> Stream.of(
                        results.next(row -> Map.entry(row.text("document"), SearchHit.read(row, question))),
                        results.next(row -> Map.entry(row.text("document"), SearchHit.read(row, question))))
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }
}
