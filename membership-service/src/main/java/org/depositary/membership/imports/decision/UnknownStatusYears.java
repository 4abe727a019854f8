package org.depositary.membership.imports.decision;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The years for which a party has no row only because the row was rejected. In all other years without a row the
 * party certainly had no status.
 *
 * @param years the years of rejected rows
 * @param unreadable the number of rejected rows without a readable year, which may be of any year
 */
record UnknownStatusYears(Set<Integer> years, int unreadable) {

    static final UnknownStatusYears NONE = new UnknownStatusYears(Set.of(), 0);

    /** The first year that a date may have, because an EDTF year has four digits. */
    private static final int MIN_YEAR = 1000;

    UnknownStatusYears with(int year) {
        var more = new HashSet<>(years);
        more.add(year);
        return new UnknownStatusYears(more, unreadable);
    }

    /**
     * Returns the first year between the two in which the party certainly had no status. Empty if there is none. Both
     * years must have rows, with no row between them.
     */
    OptionalInt knownBetween(int after, int before) {
        return unreadable > 0
                ? OptionalInt.empty()
                : IntStream.range(after + 1, before)
                        .filter(year -> !years.contains(year))
                        .findFirst();
    }

    /**
     * Returns the last year before the given one in which the party certainly had no status. Each rejected row
     * without a readable year may belong to one of the years directly before.
     */
    int lastKnownBefore(int year) {
        int known = year - 1;
        for (int left = unreadable; known >= MIN_YEAR && (years.contains(known) || left > 0); known--) {
            left -= years.contains(known) ? 0 : 1;
        }
        return known;
    }

    /**
     * Call it with the last year that has a row. Returns the first later year in which the party certainly had no status.
     */
    int firstKnownAfter(int year) {
        int known = year + 1;
        while (years.contains(known)) {
            known++;
        }
        return known;
    }
}
