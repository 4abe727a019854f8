package org.depositary.gateway.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.changes.MatchingChange;
import org.junit.jupiter.api.Test;

class PageEndsTest {

    private static MatchingChange change(long id) {
        return new MatchingChange(new Cursor("abcd", id), new UUID(7, id), OffsetDateTime.MIN);
    }

    private static List<MatchingChange> without(int count) {
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(PageEndsTest::change)
                .filter(change -> !PageEnds.isEnd(change))
                .limit(count)
                .toList();
    }

    @Test
    void one_change_in_fifty_ends_a_page_also_if_ids_differ_in_few_bits() {
        long ends = IntStream.range(0, 100_000)
                .mapToObj(PageEndsTest::change)
                .filter(PageEnds::isEnd)
                .count();
        assertThat(ends).isBetween(1_800L, 2_200L);
    }

    @Test
    void a_page_without_an_end_is_split() {
        assertThat(PageEnds.before(without(PageEnds.MOST + 1), 0)).isEqualTo(PageEnds.MOST);
        assertThat(PageEnds.before(without(20), 0)).isEqualTo(20);
    }
}
