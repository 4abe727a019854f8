package org.depositary.verify.histories;

import java.util.List;
import java.util.Optional;

/** The operations on a few organisations and parties, in order. */
record History(List<CuratorOperation> operations) {

    static final int ORGANIZATIONS = 2;

    /** The second organisation is also a party of the first. Its number follows those of the states. */
    static final List<String> STATES = List.of("CH", "MX");

    static final int PARTIES = STATES.size() + 1;

    /** The organisation that a party is; empty for a state. */
    static Optional<Integer> organization(int party) {
        return Optional.of(ORGANIZATIONS - 1).filter(any -> party == STATES.size());
    }
}
