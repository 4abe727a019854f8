package org.depositary.gateway.read.instruments;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;

/**
 * Selects the acts about one instrument.
 *
 * @param acts kinds of act; an empty list selects all
 */
public record ActFilter(String instrument, Optional<String> party, List<String> acts) {

    NamedSql bind(NamedSql sql) {
        return sql.with("instrument", instrument).withText("party", party).withAny("acts", acts);
    }
}
