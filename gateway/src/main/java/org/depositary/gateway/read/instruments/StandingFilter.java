package org.depositary.gateway.read.instruments;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;

/**
 * Selects how parties stand towards instruments on a day. It has an instrument, a party or both.
 *
 * @param statuses an empty list selects those that are bound, certainly or possibly
 */
public record StandingFilter(Optional<String> instrument, Optional<String> party, List<String> statuses) {

    NamedSql bind(NamedSql sql) {
        return sql.withText("instrument", instrument).withText("party", party).withAny("statuses", statuses);
    }
}
