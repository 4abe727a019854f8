package org.depositary.gateway.read.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.search.SearchQuestion;

/**
 * Selects documents. An empty list or value selects all. A document without a date may have any date.
 *
 * @param languages BCP 47 language codes in lower case; {@code zh} also selects {@code zh-Hant}
 * @param from selects documents whose date may be this day or later
 * @param to selects documents whose date may be this day or earlier
 */
public record DocumentFilter(
        Optional<SearchQuestion> question,
        List<String> languages,
        List<String> types,
        List<String> statuses,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    NamedSql bind(NamedSql sql) {
        return sql.withAny("languages", languages)
                .withAny("types", types)
                .withAny("statuses", statuses)
                .withDate("from", from)
                .withDate("to", to);
    }
}
