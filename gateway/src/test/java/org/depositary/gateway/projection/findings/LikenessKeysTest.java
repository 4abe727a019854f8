package org.depositary.gateway.projection.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two exercises that may be one have a key in common. The rule for such exercises is {@code may_be_one} in SQL. */
class LikenessKeysTest {

    private static final int PAIRS = 20_000;
    private static final int NEAR_DAYS = 14;
    private static final List<String> PARTIES = List.of("CN", "KG", "KZ", "RU", "TJ", "UZ");
    private static final List<String> WORDS = List.of("mission", "peace", "2007", "antiterror", "rubezh");

    private record Exercise(LocalDate from, LocalDate until, Set<String> parties, Set<String> words) {

        boolean mayBe(Exercise other) {
            boolean near =
                    !from.isAfter(other.until.plusDays(NEAR_DAYS)) && !other.from.isAfter(until.plusDays(NEAR_DAYS));
            if (words.isEmpty() || other.words.isEmpty()) {
                return near && alike(parties, other.parties);
            }
            boolean withoutParties = parties.isEmpty() || other.parties.isEmpty();
            return near && alike(words, other.words) && (withoutParties || alike(parties, other.parties));
        }

        private static boolean alike(Set<String> one, Set<String> other) {
            var all = new HashSet<>(one);
            all.addAll(other);
            var common = new HashSet<>(one);
            common.retainAll(other);
            return !all.isEmpty() && 2 * common.size() >= all.size();
        }

        LikenessKeys keys() {
            return LikenessKeys.of(from, until, parties, words);
        }
    }

    private final Random random = new Random(20070809);

    @Test
    void exercises_that_may_be_one_have_a_key_in_common() {
        var alike = Stream.generate(this::pair)
                .limit(PAIRS)
                .filter(pair -> pair.getFirst().mayBe(pair.getLast()))
                .toList();
        assertThat(alike).hasSizeBetween(PAIRS / 20, PAIRS / 2).allSatisfy(pair -> {
            assertFinds(pair.getFirst(), pair.getLast());
            assertFinds(pair.getLast(), pair.getFirst());
        });
    }

    private static void assertFinds(Exercise one, Exercise other) {
        assertThat(Collections.disjoint(one.keys().sought(), other.keys().stored()))
                .as("%s finds %s", one, other)
                .isFalse();
    }

    @Test
    void most_exercises_have_few_keys() {
        var keys = LikenessKeys.of(
                LocalDate.of(2007, 8, 9), LocalDate.of(2007, 8, 17), PARTIES, List.of("peace", "mission", "2007"));
        assertThat(keys.stored()).hasSizeLessThan(30);
        assertThat(keys.sought()).hasSizeLessThan(30);
        var vague = LikenessKeys.of(LocalDate.of(1000, 1, 1), LocalDate.of(2999, 12, 31), PARTIES, WORDS);
        assertThat(vague.stored()).hasSizeLessThan(500);
    }

    private List<Exercise> pair() {
        return List.of(exercise(), exercise());
    }

    /** Of a day, some weeks, a quarter, or up to four years, around the turn of a year. */
    private Exercise exercise() {
        var from = LocalDate.of(2007, 10, 1).plusDays(random.nextInt(180));
        int length = random.nextInt(List.of(1, 30, 100, 1500).get(random.nextInt(4)));
        return new Exercise(from, from.plusDays(length), some(PARTIES, 4), some(WORDS, 3));
    }

    /** None with a probability of one in four. */
    private Set<String> some(Collection<String> all, int most) {
        var some = new TreeSet<String>();
        int count = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(most);
        var list = List.copyOf(all);
        for (int i = 0; i < count; i++) {
            some.add(list.get(random.nextInt(list.size())));
        }
        return some;
    }
}
