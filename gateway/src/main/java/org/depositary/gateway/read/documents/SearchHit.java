package org.depositary.gateway.read.documents;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.search.SearchHighlights;
import org.depositary.gateway.search.SearchHighlights.Marks;
import org.depositary.gateway.search.SearchQuestion;
import org.depositary.gateway.search.SearchToken;
import org.depositary.gateway.search.SearchTokens;

/**
 * A passage that matches a search, or a quote from a passage that the reader may not see.
 *
 * @param anchor the anchor of the passage
 * @param kind the kind of the passage, or {@code quote}
 * @param language BCP 47; absent if it is not known
 * @param page the page of the passage, from 1
 * @param start offset of the passage in the whole text, in Unicode code points; absent for a quote
 * @param end offset after its last code point; absent for a quote
 * @param text the text of the passage, or only the quote
 * @param highlights start and end of each matching word within {@code text}, in Unicode code points
 */
record SearchHit(
        String anchor,
        String kind,
        Optional<String> language,
        Optional<Long> page,
        Optional<Long> start,
        Optional<Long> end,
        String text,
        List<List<Integer>> highlights) {

    static SearchHit read(ResultRow row, SearchQuestion question) throws SQLException {
        var text = row.text("text");
        var marks = Marks.of(row.texts("marks"), row.texts("stop_words"));
        return new SearchHit(
                row.text("anchor"),
                row.text("kind"),
                row.optionalText("language"),
                row.optionalNumber("page"),
                row.optionalNumber("start"),
                row.optionalNumber("end"),
                text,
                SearchHighlights.of(tokens(row, text), question, marks));
    }

    /** Returns the words that are searched: those of the text, then those of the repaired text, at their place in the text. */
    private static List<SearchToken> tokens(ResultRow row, String text) throws SQLException {
        var repaired = row.optionalText("repaired");
        return repaired.isPresent()
                ? SearchTokens.joined(
                        SearchTokens.of(text), inExtracted(SearchTokens.of(repaired.get()), TextRepairs.read(row)))
                : SearchTokens.of(text);
    }

    private static List<SearchToken> inExtracted(List<SearchToken> tokens, TextRepairs repairs) {
        return tokens.stream()
                .map(token -> new SearchToken(
                        token.word(),
                        repairs.extracted(token.start()).start() - repairs.start(),
                        repairs.extracted(token.end() - 1).end() - repairs.start(),
                        repairs.extracted(token.firstEnd() - 1).end() - repairs.start(),
                        token.single()))
                .toList();
    }
}
