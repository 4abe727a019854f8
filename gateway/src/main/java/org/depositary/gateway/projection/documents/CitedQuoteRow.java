package org.depositary.gateway.projection.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.search.SearchTokens;

/**
 * A row of table {@code cited_quote}: a quote by which a fact cites a passage.
 *
 * @param number distinguishes the quotes of one fact
 * @param quoted the words of the quote, for search
 */
record CitedQuoteRow(
        String kind, String id, String number, String document, String anchor, String quote, QuotedWords quoted) {

    /** The words of a quote as a text array of PostgreSQL. They are only computed when the row is written. */
    record QuotedWords(String quote) {

        @Override
        public String toString() {
            return SearchTokens.wordsOfShortText(quote).stream()
                    .map(word -> '"' + word + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** The quotes of a fact and of its claims. None if the fact was retracted. */
    static List<CitedQuoteRow> of(FactState fact) {
        var rows = new ArrayList<CitedQuoteRow>();
        if (fact.retracted().isEmpty()) {
            fact.allSources()
                    .filter(CitedQuoteRow::quotesPassage)
                    .forEach(source -> rows.add(of(fact, rows.size(), source)));
        }
        return rows;
    }

    private static CitedQuoteRow of(FactState fact, int number, JsonNode source) {
        var quote = source.path("quote").asText();
        return new CitedQuoteRow(
                fact.kind(),
                fact.id(),
                Integer.toString(number),
                source.path("document").asText(),
                source.path("anchor").asText(),
                quote,
                new QuotedWords(quote));
    }

    private static boolean quotesPassage(JsonNode source) {
        return source.hasNonNull("document") && source.hasNonNull("anchor") && source.hasNonNull("quote");
    }
}
