package org.depositary.gateway.read.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;

/**
 * Selects documents. An empty list or value selects all.
 *
 * @param words the search expression: words, {@code "a phrase"}, {@code -not}, {@code or}
 * @param languages BCP 47 language codes
 * @param from selects documents whose date may be this day or later
 * @param to selects documents whose date may be this day or earlier
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
