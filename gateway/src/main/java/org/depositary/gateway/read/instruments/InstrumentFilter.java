package org.depositary.gateway.read.instruments;

import java.util.Locale;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;

/**
 * Selects instruments.
 *
 * @param organization an organisation to which they belong
 * @param party a party that a source names, or that did an act
 * @param type one word, such as {@code treaty}
 * @param text a part of the id, the acronym or a name
 */
public record InstrumentFilter(
        Optional<String> organization, Optional<String> party, Optional<String> type, Optional<String> text) {

    public static final InstrumentFilter ALL =
            new InstrumentFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    NamedSql bind(NamedSql sql) {
        return sql.withText("organization", organization)
                .withText("party", party)
                .withText("type", type)
                .withText("text", text.map(part -> part.strip().toLowerCase(Locale.ROOT)));
    }
}
