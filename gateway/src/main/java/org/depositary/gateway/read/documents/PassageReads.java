package org.depositary.gateway.read.documents;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.documents.PassageDetail.QuotedText;
import org.depositary.gateway.read.facts.FactPath;
import org.depositary.vocabulary.quotes.QuotablePassages;
import org.depositary.vocabulary.quotes.QuotablePassages.Occurrence;
import org.depositary.vocabulary.quotes.QuotablePassages.Passage;

/** Reads single passages of the current text of a document. */
public record PassageReads(Snapshot snapshot, String document) {

    /** Length of {@code prefix} and {@code suffix} of a quote selector, in code points. */
    private static final int CONTEXT = 32;

    /** Selects a passage, the one before it, and those after it in which a quote may go on. */
    private static final String AROUND = """
            SELECT p.*, (p.chunk, p.ordinal) < (cited.chunk, cited.ordinal) AS precedes FROM passage cited
            CROSS JOIN LATERAL (
                (SELECT * FROM passage p
                 WHERE p.document = cited.document AND (p.chunk, p.ordinal) < (cited.chunk, cited.ordinal)
                 ORDER BY p.chunk DESC, p.ordinal DESC LIMIT 1)
                UNION ALL
                (SELECT * FROM passage p
                 WHERE p.document = cited.document AND (p.chunk, p.ordinal) >= (cited.chunk, cited.ordinal)
                 ORDER BY p.chunk, p.ordinal LIMIT :passages::int)) p
            WHERE cited.document = :id AND cited.anchor = :anchor
            ORDER BY p.chunk, p.ordinal
            """;

    /** Selects a slice of the text. It can begin in one chunk and end in the next. */
    private static final String SLICE = """
            SELECT coalesce(string_agg(
                substr(t.text, greatest(:from::int - t.start, 0) + 1,
                       greatest(:until::int - greatest(:from::int, t.start), 0)), '' ORDER BY t.chunk), '') AS text
            FROM text_chunk t
            WHERE t.document = :id AND t.start < :until::int AND t.start + char_length(t.text) > :from::int
            """;

    private record Neighbour(PassageItem passage, boolean precedes) {

        static Neighbour read(ResultRow row) throws SQLException {
            return new Neighbour(PassageItem.read(row), row.flag("precedes"));
        }
    }

    /**
     * Finds a passage.
     *
     * @param quote text that begins in the passage, whose place is wanted
     * @throws Problem if the document or the passage is unknown, the quote is not there, or the reader may not see it
     */
    public static PassageDetail detail(
            Snapshot snapshot, String document, String anchor, Optional<String> quote, TextAccess access)
            throws SQLException {
        DocumentText.of(snapshot, document, access);
        return new PassageReads(snapshot, document).detail(anchor, quote);
    }

    private PassageDetail detail(String anchor, Optional<String> quote) throws SQLException {
        var sql = NamedSql.of(AROUND)
                .with("id", document)
                .with("anchor", anchor)
                .with("passages", QuotablePassages.MOST_PASSAGES);
        var around = snapshot.list(sql, Neighbour::read);
        var fromHere = around.stream()
                .filter(neighbour -> !neighbour.precedes())
                .map(Neighbour::passage)
                .toList();
        if (fromHere.isEmpty()) {
            throw Problem.notFound("The text of document %s has no passage '%s'. Its passages are listed at %s"
                    .formatted(document, anchor, FactPath.of("document", document) + "/passages"));
        }
        var passage = fromHere.getFirst();
        return new PassageDetail(
                url(anchor),
                FactPath.of("document", document),
                passage,
                selectors(passage.page(), passage.start(), passage.end()),
                around.stream()
                        .filter(Neighbour::precedes)
                        .map(it -> url(it.passage().anchor()))
                        .findFirst(),
                fromHere.stream().skip(1).map(next -> url(next.anchor())).findFirst(),
                quote.isPresent() ? Optional.of(quoted(fromHere, quote.get())) : Optional.empty());
    }

    private String url(String anchor) {
        return "%s/passages/%s".formatted(FactPath.of("document", document), anchor);
    }

    private QuotedText quoted(List<PassageItem> passages, String quote) throws SQLException {
        var extracted = place(passages, PassageItem::text, quote);
        var found = extracted
                .or(() -> place(passages, PassageItem::repairedText, quote))
                .orElseThrow(() -> Problem.notFound("The quote does not begin in passage '%s'"
                        .formatted(passages.getFirst().anchor())));
        var first = passages.get(found.first());
        var last = passages.get(found.last());
        return new QuotedText(
                passages.subList(found.first(), found.last() + 1).stream()
                        .map(PassageItem::anchor)
                        .toList(),
                extracted.isPresent()
                        ? selectors(first.page(), offset(first, found.start()), offset(last, found.end()))
                        : selectors(first.page(), repairedStart(first, found), repairedEnd(last, found)));
    }

    private static Optional<Occurrence> place(
            List<PassageItem> passages, Function<PassageItem, String> text, String quote) {
        return new QuotablePassages(passages.stream()
                        .map(passage -> new Passage(passage.kind(), text.apply(passage)))
                        .toList())
                .occurrences(quote, 0).stream().findFirst();
    }

    /** Converts an offset in a passage, in UTF-16 units, to one in the text, in code points. */
    private static int offset(PassageItem passage, int offset) {
        return passage.start() + passage.text().codePointCount(0, offset);
    }

    private static int repairedStart(PassageItem first, Occurrence found) {
        return first.edits()
                .extracted(first.repairedText().codePointCount(0, found.start()))
                .start();
    }

    private static int repairedEnd(PassageItem last, Occurrence found) {
        return last.edits()
                .extracted(last.repairedText().codePointCount(0, found.end()) - 1)
                .end();
    }

    private List<Selector> selectors(Optional<Long> page, int start, int end) throws SQLException {
        return Selector.of(
                page,
                start,
                end,
                slice(start, end),
                slice(Math.max(0, start - CONTEXT), start),
                slice(end, end + CONTEXT));
    }

    private String slice(int from, int until) throws SQLException {
        var sql = NamedSql.of(SLICE).with("id", document).with("from", from).with("until", until);
        return snapshot.first(sql, row -> row.text("text")).orElse("");
    }
}
