package org.depositary.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tests that the database selects the same changes as {@link ChangeFilter#matches}, which live streams use. */
class FilteredChangesTest {

    private static final int CHANGES = 2_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> TYPES = List.of(
            "membership-changed",
            "org.depositary.membership.membership-changed.v1",
            "org.depositary.membership.membership-changed.v2",
            "org.depositary.exercise.exercise-recorded.v1",
            "unknown");

    /** Recorded two hours before or after the position suggests, as if services had been late. */
    private static final String COLUMNS = """
            CASE WHEN n % 7 = 0 THEN 'exercise' ELSE 'membership' END,
            CASE WHEN n % 7 = 0 THEN 'org.depositary.exercise.exercise-recorded.v1'
                 ELSE 'org.depositary.membership.membership-changed.v' || (1 + n % 2) END,
            timestamptz '2026-01-01T00:00:00Z' + n * interval '1 minute' + (n % 5 - 2) * interval '1 hour',
            CASE WHEN n % 3 = 0 THEN ARRAY['o' || n % 4, 'o9'] WHEN n % 3 = 1 THEN ARRAY['o' || n / 300] ELSE '{}' END,
            CASE WHEN n % 2 = 0 THEN ARRAY['P' || n % 5] WHEN n > 1500 THEN ARRAY['P0', 'P1'] ELSE '{}' END
            """;

    private final LoggedCloudEventReader reader = new LoggedCloudEventReader();
    private ChangeLogFixture log;

    @BeforeEach
    void fill() throws SQLException, IOException {
        log = new ChangeLogFixture();
        log.append(1, CHANGES, COLUMNS);
    }

    @AfterEach
    void close() throws SQLException {
        log.close();
    }

    @RepeatedTest(3)
    void pages_hold_the_first_matches_of_their_range_in_order() throws SQLException {
        var random = new Random();
        var all = reader.read(log.connection(), 0, CHANGES, ChangeFilter.ALL, CHANGES);
        assertThat(all).hasSize(CHANGES);
        int found = 0;
        for (int i = 0; i < 300; i++) {
            var filter = filter(random, some(random, Stream.of("a0", "a1", "a2", "a3")));
            long after = random.nextInt(CHANGES);
            long upTo = after + random.nextInt(CHANGES);
            int limit = 1 + random.nextInt(50);
            var expected = all.stream()
                    .filter(change ->
                            change.cursor().seq() > after && change.cursor().seq() <= upTo)
                    .filter(filter::matches)
                    .limit(limit)
                    .toList();
            assertThat(reader.read(log.connection(), after, upTo, filter, limit))
                    .as("%s after %d up to %d, %d", filter, after, upTo, limit)
                    .isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isPositive();
    }

    @Test
    void the_last_matches_before_a_position_are_the_same_in_reverse() throws SQLException {
        var random = new Random();
        int found = 0;
        for (int i = 0; i < 200; i++) {
            var filter = filter(random);
            if (!filter.namesValues() || filter.recordedFrom().isPresent()) {
                continue;
            }
            long upTo = random.nextInt(CHANGES + 100);
            int limit = 1 + random.nextInt(50);
            var matches = reader.read(log.connection(), 0, upTo, filter, CHANGES).stream()
                    .map(change -> change.cursor().seq())
                    .toList();
            var expected = matches.reversed().stream().limit(limit).toList();
            assertThat(before(upTo, filter, limit))
                    .as("%s before %d", filter, upTo)
                    .isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isPositive();
    }

    private List<Long> before(long upTo, ChangeFilter filter, int limit) throws SQLException {
        var sql = "SELECT seq FROM matching_changes_before(?, ?::text[], ?::text[], ?::text[], ?::text[], ?)";
        try (var select = log.connection().prepareStatement(sql)) {
            select.setLong(1, upTo);
            select.setObject(2, filter.organizations().toArray(String[]::new));
            select.setObject(3, filter.parties().toArray(String[]::new));
            select.setObject(4, filter.kinds().toArray(String[]::new));
            select.setObject(5, filter.types().toArray(String[]::new));
            select.setInt(6, limit);
            var rows = select.executeQuery();
            var positions = new ArrayList<Long>();
            while (rows.next()) {
                positions.add(rows.getLong(1));
            }
            return positions;
        }
    }

    private static ChangeFilter filter(Random random) {
        return filter(random, Set.of());
    }

    private static ChangeFilter filter(Random random, Set<String> actors) {
        return new ChangeFilter(
                some(random, IntStream.range(0, 10).mapToObj(n -> "o" + n)),
                some(random, IntStream.range(0, 6).mapToObj(n -> "P" + n)),
                some(random, TYPES.stream()),
                some(random, Stream.of("membership", "exercise", "document")),
                actors,
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(START.plusSeconds(60L * random.nextInt(CHANGES))));
    }

    /** No value in half of all cases, so that filters of any number are combined. */
    private static Set<String> some(Random random, Stream<String> values) {
        return random.nextBoolean()
                ? Set.of()
                : values.filter(value -> random.nextInt(3) == 0).collect(Collectors.toSet());
    }

    @Test
    void keys_that_are_projected_again_select_the_same_changes() throws SQLException {
        var filter = ChangeFilter.of(Set.of("o9"), Set.of("P1"), Set.of(), Set.of());
        var before = reader.read(log.connection(), 0, CHANGES, filter, CHANGES);
        log.execute("SELECT add_change_keys(100, 1500)");
        assertThat(reader.read(log.connection(), 0, CHANGES, filter, CHANGES))
                .isNotEmpty()
                .isEqualTo(before);
    }

    @Test
    void changes_whose_keys_are_projected_one_by_one_are_found() throws SQLException {
        for (int n = CHANGES + 1; n <= CHANGES + 40; n++) {
            log.append(n, n, COLUMNS);
        }
        var filter = ChangeFilter.of(Set.of("o9"), Set.of(), Set.of(), Set.of());
        assertThat(reader.read(log.connection(), CHANGES, Long.MAX_VALUE, filter, 100))
                .extracting(change -> (int) change.cursor().seq())
                .isEqualTo(IntStream.rangeClosed(CHANGES + 1, CHANGES + 40)
                        .filter(n -> n % 3 == 0)
                        .boxed()
                        .toList());
    }
}
