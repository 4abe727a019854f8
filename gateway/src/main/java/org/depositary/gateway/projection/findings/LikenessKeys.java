package org.depositary.gateway.projection.findings;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keys by which a read finds exercises that may be the same one, without comparing all with all. Two exercises that are
 * alike have a stored key of one and a sought key of the other in common. A key is a month or year, and a party or a
 * word of the name.
 *
 * <p>An exercise whose dates are within 100 days is stored by month and by year. It seeks exercises by month, and vaguer
 * ones by year. A vaguer one is stored and sought by year, for its first 30 years at most.
 *
 * <p>Of n sorted parties or words, n/2 + 1 are enough: two lists that share half of all their elements have one of
 * these in common.
 */
record LikenessKeys(Set<String> stored, Set<String> sought) {

    /** Two exercises with at most this many days between them are compared. may_be_one has the same number. */
    private static final int NEAR_DAYS = 14;

    private static final int PRECISE_DAYS = 100;
    private static final int MAX_YEARS = 30;

    /**
     * @param from the first possible day
     * @param until the last possible day
     */
    static LikenessKeys of(LocalDate from, LocalDate until, Collection<String> parties, Collection<String> words) {
        // Half of the days on each side: the periods of two near exercises then overlap.
        var first = from.minusDays(NEAR_DAYS / 2);
        var last = until.plusDays(NEAR_DAYS / 2);
        boolean precise = ChronoUnit.DAYS.between(first, last) <= PRECISE_DAYS;
        var stored = storedSubjects(parties, words);
        var sought = soughtSubjects(parties, words);
        return precise
                ? new LikenessKeys(
                        union(keys(months(first, last), stored), keys(years("y", first, last), stored)),
                        union(keys(months(first, last), sought), keys(years("vague ", first, last), sought)))
                : new LikenessKeys(
                        keys(years("vague ", first, last), stored),
                        union(keys(years("vague ", first, last), sought), keys(years("y", first, last), sought)));
    }

    /** An exercise without parties is compared by its name only, so it has words of its own kind. */
    private static Set<String> storedSubjects(Collection<String> parties, Collection<String> words) {
        return parties.isEmpty()
                ? keys(Set.of("only"), enough(words))
                : union(keys(Set.of("party"), enough(parties)), keys(Set.of("word"), enough(words)));
    }

    private static Set<String> soughtSubjects(Collection<String> parties, Collection<String> words) {
        var withoutParties = keys(Set.of("only"), enough(words));
        return union(
                withoutParties,
                parties.isEmpty() ? keys(Set.of("word"), enough(words)) : keys(Set.of("party"), enough(parties)));
    }

    private static Set<String> enough(Collection<String> elements) {
        var sorted = new TreeSet<>(elements);
        return sorted.isEmpty()
                ? Set.of()
                : new TreeSet<>(sorted.stream().limit(sorted.size() / 2 + 1).toList());
    }

    private static Set<String> months(LocalDate first, LocalDate last) {
        var months = new LinkedHashSet<String>();
        var end = YearMonth.from(last);
        for (var month = YearMonth.from(first); !month.isAfter(end); month = month.plusMonths(1)) {
            months.add(month.toString());
        }
        return months;
    }

    private static Set<String> years(String prefix, LocalDate first, LocalDate last) {
        return toSet(IntStream.rangeClosed(first.getYear(), Math.min(last.getYear(), first.getYear() + MAX_YEARS - 1))
                .mapToObj(year -> prefix + year));
    }

    private static Set<String> keys(Set<String> prefixes, Set<String> subjects) {
        return toSet(prefixes.stream().flatMap(prefix -> subjects.stream().map(subject -> prefix + " " + subject)));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return toSet(Stream.of(one, other).flatMap(Set::stream));
    }

    private static Set<String> toSet(Stream<String> elements) {
        var set = new LinkedHashSet<String>();
        elements.forEach(set::add);
        return set;
    }
}
