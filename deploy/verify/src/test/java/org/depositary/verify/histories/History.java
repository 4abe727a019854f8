package org.depositary.verify.histories;

import java.util.List;

/** What happened to a few organisations and parties, in the order in which it was told. */
record History(List<CuratorOperation> operations) {

    static final int ORGANIZATIONS = 2;

    /** The second organisation is a party to the first, too: its number stands behind the states'. */
    static final List<String> STATES = List.of("CH", "MX");

    static final int PARTIES = STATES.size() + 1;
}
