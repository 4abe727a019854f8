package org.depositary.verify.histories.exercises;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.depositary.verify.histories.ModelDate;
import org.depositary.verify.histories.exercises.ExercisesState.Troops;
import org.depositary.verify.histories.exercises.JoinedExercise.Party;

/**
 * Computes the expected statistics and participations, by the rules in the documentation of analysis.
 *
 * @param exercises those that a filter selects
 * @param roles the roles that count; none means any
 * @param on the day of the read. Then only parties of that day count
 */
record ExpectedStatistics(
        List<JoinedExercise> exercises, List<String> roles, Optional<LocalDate> on, HistoryFacts facts) {

    /** An exercise counts in its first hundred years only. */
    private static final int MOST_YEARS = 100;

    /** The contribution of one exercise to the sums of a group. */
    private record Share(List<String> group, boolean isCertain, Optional<Long> days, Optional<Troops> strength) {}

    List<String> total() {
        return sums(exercises.stream()
                .map(one -> new Share(List.of(), one.isCertainOn(on), one.days(), one.strength()))
                .toList());
    }

    /** By the year of the start. If the date leaves several years open, or is uncertain, each is possible. */
    List<String> byYear() {
        return sums(exercises.stream()
                .flatMap(one -> {
                    boolean isCertain = hasCertainYear(one) && one.isCertainOn(on);
                    return years(one.period().start()).stream()
                            .map(year -> new Share(List.of(year.toString()), isCertain, one.days(), one.strength()));
                })
                .toList());
    }

    private static boolean hasCertainYear(JoinedExercise one) {
        var start = one.period().start();
        return years(start).size() == 1 && !start.uncertain();
    }

    /** The exercises of the day that certainly belong to no year. */
    long withoutCertainYear() {
        return exercises.stream()
                .filter(one -> one.isCertainOn(on) && !hasCertainYear(one))
                .count();
    }

    List<String> byKind() {
        return sums(exercises.stream()
                .map(one -> new Share(
                        List.of(one.root().statement().kind()), one.isCertainOn(on), one.days(), one.strength()))
                .toList());
    }

    List<String> byOrganization() {
        return sums(exercises.stream()
                .flatMap(one -> one.organizations().stream()
                        .map(letter -> new Share(List.of(letter), one.isCertainOn(on), one.days(), one.strength())))
                .toList());
    }

    private static List<Integer> years(ModelDate date) {
        return date.earliest().equals(LocalDate.MIN) || date.latest().equals(LocalDate.MAX)
                ? List.of()
                : IntStream.rangeClosed(date.earliest().getYear(), date.latest().getYear())
                        .limit(MOST_YEARS)
                        .boxed()
                        .toList();
    }

    List<String> byParty() {
        return sums(exercises.stream()
                .flatMap(one -> one.byParty(roles, on).entrySet().stream()
                        .map(party -> new Share(
                                List.of(party.getKey()),
                                isCertain(party.getValue()),
                                one.days(),
                                strength(party.getValue().stream()))))
                .toList());
    }

    List<String> byPair() {
        var shares = new ArrayList<Share>();
        for (var one : exercises) {
            var parties = one.byParty(roles, on);
            parties.forEach((code, first) -> parties.tailMap(code, false)
                    .forEach((other, second) -> shares.add(new Share(
                            List.of(code, other),
                            isCertain(first) && isCertain(second),
                            one.days(),
                            strength(Stream.concat(first.stream(), second.stream()))))));
        }
        return sums(shares);
    }

    private boolean isCertain(List<Party> parties) {
        return parties.stream()
                .anyMatch(party -> party.certain() && party.stated().isCertainOn(on));
    }

    private static Optional<Troops> strength(Stream<Party> parties) {
        return Troops.sum(parties.flatMap(party -> party.strength().stream()).toList());
    }

    private static List<String> sums(List<Share> shares) {
        var groups = new TreeMap<String, List<Share>>();
        shares.forEach(share -> groups.computeIfAbsent(share.group().toString(), group -> new ArrayList<>())
                .add(share));
        return groups.values().stream().map(ExpectedStatistics::sum).sorted().toList();
    }

    private static String sum(List<Share> shares) {
        var certain = shares.stream().filter(Share::isCertain).toList();
        return line(
                shares.getFirst().group(),
                certain.size(),
                shares.size() - certain.size(),
                certain.stream()
                        .flatMap(share -> share.days().stream())
                        .mapToLong(Long::longValue)
                        .sum(),
                certain.stream().filter(share -> share.days().isEmpty()).count(),
                Troops.sum(certain.stream()
                                .flatMap(share -> share.strength().stream())
                                .toList())
                        .map(ExpectedExercises::range),
                certain.stream().filter(share -> share.strength().isEmpty()).count());
    }

    /**
     * One row for each exercise, party and year in which the party took part, at least possibly. With a day: only of
     * parties that took part on that day.
     */
    List<String> participations() {
        return exercises.stream()
                .flatMap(one -> one.byParty(roles, on).entrySet().stream().flatMap(party -> rows(one, party)))
                .sorted()
                .toList();
    }

    private Stream<String> rows(JoinedExercise one, Map.Entry<String, List<Party>> party) {
        var byYear = new TreeMap<Integer, List<Party>>();
        party.getValue().forEach(how -> years(how.stated().during(), on)
                .forEach(year ->
                        byYear.computeIfAbsent(year, any -> new ArrayList<>()).add(how)));
        return byYear.entrySet().stream().map(year -> row(one, party.getKey(), year.getKey(), year.getValue()));
    }

    private String row(JoinedExercise one, String code, int year, List<Party> how) {
        var strength = strength(how.stream());
        boolean isCertain = how.stream()
                .anyMatch(party -> party.certain()
                        && party.stated().isCertainOn(on)
                        && isCertainIn(year, party.stated().during()));
        return participation(
                one.root().number(),
                one.series(),
                one.organizations().stream().sorted().toList(),
                code,
                year,
                how.stream()
                        .map(party -> party.stated().participant().role())
                        .distinct()
                        .sorted()
                        .toList(),
                how.stream().anyMatch(Party::membersOf) ? List.of(facts.organization()) : List.of(),
                isCertain ? "certain" : "possible",
                strength.map(troops -> String.valueOf(troops.least())),
                strength.map(troops -> String.valueOf(troops.most())));
    }

    /** A side without bounds begins with the other side's year, or ends in the year of the day of the read. */
    private static List<Integer> years(ModelPeriod period, Optional<LocalDate> on) {
        var bounds = Stream.of(
                        period.start().earliest(),
                        period.start().latest(),
                        period.end().earliest(),
                        period.end().latest())
                .filter(day -> !day.equals(LocalDate.MIN) && !day.equals(LocalDate.MAX))
                .map(LocalDate::getYear)
                .toList();
        if (bounds.isEmpty()) {
            return List.of();
        }
        int last = period.hasKnownEnd()
                ? period.end().latest().getYear()
                : on.orElseGet(() -> LocalDate.now(ZoneOffset.UTC)).getYear();
        return IntStream.rangeClosed(bounds.getFirst(), Math.max(bounds.getFirst(), last))
                .limit(MOST_YEARS)
                .boxed()
                .toList();
    }

    /** It has certainly begun in the year or before, and certainly not ended before it. */
    private static boolean isCertainIn(int year, ModelPeriod period) {
        var start = period.start();
        var end = period.end();
        boolean hasBegun = isBounded(start)
                && (start.uncertain()
                        ? year > start.latest().getYear()
                        : year >= start.latest().getYear());
        boolean goesOn = period.goesOn()
                || isBounded(end)
                        && (end.uncertain()
                                ? year < end.earliest().getYear()
                                : year <= end.earliest().getYear());
        return hasBegun && goesOn;
    }

    private static boolean isBounded(ModelDate date) {
        return !date.earliest().equals(LocalDate.MIN) && !date.latest().equals(LocalDate.MAX);
    }

    static String line(
            List<String> group,
            long exercises,
            long possible,
            long days,
            long withoutDays,
            Optional<String> strength,
            long withoutStrength) {
        return "%s: exercises %d, possible %d, days %d, without days %d, strength %s, without strength %d"
                .formatted(group, exercises, possible, days, withoutDays, strength.orElse("none"), withoutStrength);
    }

    static String participation(
            int exercise,
            Optional<String> series,
            List<String> organizations,
            String party,
            int year,
            List<String> roles,
            List<String> membersOf,
            String certainty,
            Optional<String> least,
            Optional<String> most) {
        return "%d, series %s, organizations %s: %s in %d as %s, members of %s, %s, strength %s-%s"
                .formatted(
                        exercise,
                        series.orElse("none"),
                        organizations,
                        party,
                        year,
                        roles,
                        membersOf,
                        certainty,
                        least.orElse(""),
                        most.orElse(""));
    }
}
