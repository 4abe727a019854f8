package org.depositary.membership.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How much a file may say: what it says of one organisation is decided together, in memory. */
final class Room {

    private static final int MOST_ORGANIZATIONS = 100_000;
    private static final int MOST_OF_ONE = 16 * 1024 * 1024;
    /** What a row takes besides its characters. */
    private static final int ROW = 100;

    private final Map<String, Integer> taken = new HashMap<>();

    /** Why there is no room for this row; empty when it has got its room. */
    Optional<String> refusal(StagedRow row) {
        int before = taken.getOrDefault(row.organization(), 0);
        if (before == 0 && taken.size() == MOST_ORGANIZATIONS) {
            return Optional.of("A file says something of at most %,d organisations".formatted(MOST_ORGANIZATIONS));
        }
        int now = before + ROW + row.body().length();
        if (now > MOST_OF_ONE) {
            return Optional.of("A file says no more of %s than fits into 16 MiB: some 80,000 state-years"
                    .formatted(row.organization()));
        }
        taken.put(row.organization(), now);
        return Optional.empty();
    }
}
