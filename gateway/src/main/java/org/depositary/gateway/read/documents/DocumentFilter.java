package org.depositary.gateway.read.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;

/**
 * Selects documents. An empty list or value selects all.
 *
 * @param words the search expression: words, {@code "a phrase"}, {@code -not}, {@code or}
 * @param languages BCP 47
 * @param from the first day of the document's date, at least possibly
 * @param to the last day of the document's date, at least possibly
 */
public record DocumentFilter(
        Optional<String> words,
        List<String> languages,
        List<String> types,
        List<String> statuses,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    NamedSql bind(NamedSql sql) {
        return sql.withText("words", words)
                .withAny("languages", languages)
                .withAny("types", types)
                .withAny("statuses", statuses)
                .withDate("from", from)
                .withDate("to", to);
    }
}
