package org.depositary.membership.imports.decision;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The years for which a party has no row because the row was rejected. Of all other years without a row it is known that
 * the party had no status.
 *
 * @param years of rejected rows
 * @param unread how many rejected rows have a year that cannot be read: any year without a row may be theirs
 */
record UnknownYears(Set<Integer> years, int unread) {

    static final UnknownYears NONE = new UnknownYears(Set.of(), 0);

    /** A year of four digits, as EDTF needs it. */
    private static final int FIRST = 1000;

    UnknownYears with(int year) {
        var more = new HashSet<>(years);
        more.add(year);
        return new UnknownYears(more, unread);
    }

    /** The first known year without a row after the one and before the other; no row is between them. */
    OptionalInt knownBetween(int after, int before) {
        return unread > 0
                ? OptionalInt.empty()
                : IntStream.range(after + 1, before)
                        .filter(year -> !years.contains(year))
                        .findFirst();
    }

    /**
     * The last known year before that one, where no row is between them. Rows without a readable year can be those right
     * before it, one each.
     */
    int lastKnownBefore(int year) {
        int known = year - 1;
        for (int left = unread; known >= FIRST && (years.contains(known) || left > 0); known--) {
            left -= years.contains(known) ? 0 : 1;
        }
        return known;
    }

    /** The first known year after that one, where the file ends. */
    int firstKnownAfter(int year) {
        int known = year + 1;
        while (years.contains(known)) {
            known++;
        }
        return known;
    }
}
