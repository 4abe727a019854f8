package org.depositary.verify.histories.memberships;

import java.util.List;
import java.util.Optional;

/** The few organisations and parties that a history is about, by their numbers. */
final class HistoryParties {

    static final int ORGANIZATIONS = 2;

    /** The second organisation is also a party of the first. Its number follows those of the states. */
    static final List<String> STATES = List.of("CH", "MX");

    static final int PARTIES = STATES.size() + 1;

    private HistoryParties() {}

    /** The organisation that a party is; empty for a state. */
    static Optional<Integer> organization(int party) {
        return Optional.of(ORGANIZATIONS - 1).filter(any -> party == STATES.size());
    }
}
