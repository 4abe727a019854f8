package org.depositary.gateway.read.memberships.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.memberships.years.SharedMemberships.Count;
import org.depositary.gateway.read.memberships.years.SharedMemberships.Pair;
import org.depositary.gateway.read.memberships.years.SharedMemberships.Stay;
import org.junit.jupiter.api.Test;

class SharedMembershipsTest {

    private static final int ALL = 100;
    private static final Pair START = new Pair("", "");

    private final SharedMemberships memberships = new SharedMemberships(List.of(
            new Stay("one", "KZ", 1990, 1999),
            new Stay("one", "RU", 1992, 2000),
            new Stay("one", "CN", 1995, 1995),
            new Stay("one", "CN", 1995, 1996),
            new Stay("other", "RU", 1990, 2000),
            new Stay("other", "KZ", 1995, 2000),
            new Stay("third", "UZ", 1990, 2000)));

    @Test
    void counts_the_organisations_of_each_pair_in_a_year() {
        assertThat(memberships.pairs(1995, START, Optional.empty(), ALL))
                .containsExactly(count("CN", "KZ", 1), count("CN", "RU", 1), count("KZ", "RU", 2));
        assertThat(memberships.pairs(1992, START, Optional.empty(), ALL)).containsExactly(count("KZ", "RU", 1));
        assertThat(memberships.pairs(1990, START, Optional.empty(), ALL)).isEmpty();
    }

    @Test
    void continues_after_a_pair() {
        assertThat(memberships.pairs(1995, new Pair("CN", "KZ"), Optional.empty(), 1))
                .containsExactly(count("CN", "RU", 1));
        assertThat(memberships.pairs(1995, new Pair("CZ", "KZ"), Optional.empty(), ALL))
                .containsExactly(count("KZ", "RU", 2));
        assertThat(memberships.pairs(1995, new Pair("KZ", "RU"), Optional.empty(), ALL))
                .isEmpty();
    }

    @Test
    void selects_the_pairs_of_a_party() {
        assertThat(memberships.pairs(1995, START, Optional.of("KZ"), ALL))
                .containsExactly(count("CN", "KZ", 1), count("KZ", "RU", 2));
    }

    private static Count count(String party, String with, int organizations) {
        return new Count(new Pair(party, with), organizations);
    }
}
