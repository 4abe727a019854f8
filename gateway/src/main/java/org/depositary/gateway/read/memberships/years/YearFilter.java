package org.depositary.gateway.read.memberships.years;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.memberships.MembershipFilter;

/**
 * Selects memberships in years.
 *
 * @param from the first year; empty for the first that is recorded
 * @param to the last year; empty for the year of the read's day
 */
public record YearFilter(MembershipFilter memberships, Optional<Integer> from, Optional<Integer> to) {

    /** Import files have no earlier year. */
    private static final int FIRST = 1000;

    /** Selects all years. */
    public static YearFilter ofAll(MembershipFilter memberships) {
        return new YearFilter(memberships, Optional.empty(), Optional.empty());
    }

    YearFilter in(String organization) {
        return new YearFilter(memberships.in(List.of(organization)), from, to);
    }

    int first() {
        return from.orElse(FIRST);
    }

    int last(Snapshot snapshot) {
        return to.orElse(snapshot.day().getYear());
    }

    NamedSql bind(NamedSql sql, Snapshot snapshot) {
        return memberships
                .bind(sql)
                .with("first", LocalDate.of(first(), 1, 1))
                .with("last", LocalDate.of(last(snapshot), 12, 31));
    }
}
