package org.depositary.verify.histories.exercises;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.depositary.verify.histories.ModelDate;
import org.depositary.verify.histories.exercises.ExercisesState.Exercise;
import org.depositary.verify.histories.exercises.ExercisesState.Troops;

/** Computes the expected results of reads of one exercise and of lists, as lines. */
record ExpectedExercises(ExercisesState state, HistoryFacts facts) {

    /**
     * A filter of a list.
     *
     * @param query its URL parameters
     * @param matches whether it selects an exercise. With a day: whether the party took part on that day
     */
    record Filter(String query, BiPredicate<JoinedExercise, Optional<LocalDate>> matches) {

        static Filter of(String query, Predicate<JoinedExercise> matches) {
            return new Filter(query, (one, on) -> matches.test(one));
        }

        static Filter ofParties(String query, Optional<String> party, List<String> roles) {
            return new Filter(query, (one, on) -> one.hasParty(party, roles, on));
        }
    }

    static final int MIN_STRENGTH = 500;

    /** Each of them selects by parties. */
    static List<Filter> filtersByParty() {
        return List.of(
                Filter.ofParties("&party=MX", Optional.of("MX"), List.of()),
                Filter.ofParties("&party=CH&role=host", Optional.of("CH"), List.of("host")),
                new Filter("&role=observer,host", (one, on) -> one.participantsOn(on).stream()
                        .anyMatch(stated -> !stated.participant().role().equals("participant"))));
    }

    /** Each of them selects by one property of an exercise that does not depend on the day of the read. */
    static List<Filter> filters() {
        var today = LocalDate.now(ZoneOffset.UTC);
        return List.of(
                Filter.of("", any -> true),
                Filter.of("&place=camp", one -> one.phases().stream()
                        .anyMatch(phase -> phase.place().contains("Camp"))),
                Filter.of("&series=alpha", one -> one.allSeries().contains("Alpha")),
                Filter.of(
                        "&kind=operation", one -> one.root().statement().kind().equals("operation")),
                Filter.of("&status=completed,running", one -> one.statusOn(today)
                        .filter(List.of("completed", "running")::contains)
                        .isPresent()),
                Filter.of("&from=1992-06-30", one -> one.period()
                        .isPossibleBetween(LocalDate.of(1992, 6, 30), LocalDate.MAX)),
                Filter.of("&to=1991", one -> one.period().isPossibleBetween(LocalDate.MIN, LocalDate.of(1991, 12, 31))),
                Filter.of("&min-strength=" + MIN_STRENGTH, one -> one.highestReport()
                        .filter(most -> most >= MIN_STRENGTH)
                        .isPresent()));
    }

    /** All bounds of all dates of exercises and steps, and the days before and after them. */
    static List<LocalDate> days(Collection<ExercisesState> states) {
        var days = new TreeSet<LocalDate>();
        states.stream()
                .flatMap(state -> Stream.concat(
                        state.exercises().stream()
                                .map(Exercise::statement)
                                .flatMap(statement -> Stream.of(
                                        statement.dates().start(),
                                        statement.dates().end())),
                        state.steps().stream()
                                .flatMap(step -> Stream.concat(
                                        Stream.of(step.effective()),
                                        step.dates().stream()
                                                .flatMap(dates -> Stream.of(dates.start(), dates.end()))))))
                .flatMap((ModelDate date) -> Stream.of(date.earliest(), date.latest()))
                .filter(day -> !day.equals(LocalDate.MIN) && !day.equals(LocalDate.MAX))
                .forEach(day -> days.addAll(List.of(day.minusDays(1), day, day.plusDays(1))));
        return List.copyOf(days);
    }

    /** The exercise that its URL returns, or where its URL redirects to. Empty if it is unknown. */
    Optional<String> one(int exercise, Optional<LocalDate> on) {
        if (exercise >= state.exercises().size()) {
            return Optional.empty();
        }
        int root = state.root(exercise);
        return Optional.of(
                root == exercise
                        ? line(JoinedExercise.of(state, exercise, facts), on)
                        : "see " + HistoryFacts.EXERCISES + facts.exercise(root));
    }

    /** The exercises of a list. With a day: those that took place on it, at least possibly. */
    List<String> list(Filter filter, Optional<LocalDate> on) {
        return matching(filter, on).stream().map(one -> line(one, on)).sorted().toList();
    }

    List<JoinedExercise> matching(Filter filter, Optional<LocalDate> on) {
        return JoinedExercise.all(state, facts).stream()
                .filter(one -> on.filter(day -> !one.period().isPossibleBetween(day, day))
                        .isEmpty())
                .filter(one -> filter.matches().test(one, on))
                .toList();
    }

    /** The number of exercises without any figure. */
    long withoutStrength() {
        return JoinedExercise.all(state, facts).stream()
                .filter(one -> one.strength().isEmpty())
                .count();
    }

    private String line(JoinedExercise one, Optional<LocalDate> on) {
        var root = one.root();
        return line(
                root.number(),
                root.statement().kind(),
                one.statusOn(on.orElseGet(() -> LocalDate.now(ZoneOffset.UTC))),
                one.series(),
                one.organizations().stream().sorted().toList(),
                one.period().edtf(),
                one.participants().stream().map(this::participant).sorted().toList(),
                one.strength().map(ExpectedExercises::range),
                one.reportedStrength().map(ExpectedExercises::range),
                one.steps().stream()
                        .map(step -> step(
                                step.kind(),
                                step.effective().edtf(),
                                step.dates().map(ModelPeriod::edtf)))
                        .sorted()
                        .toList(),
                one.phases().stream()
                        .map(phase -> phase(
                                phase.place(),
                                phase.dates().map(ModelPeriod::edtf),
                                phase.days().map(String::valueOf)))
                        .sorted()
                        .toList(),
                one.sources().stream().sorted().toList(),
                one.merged().stream().map(ExpectedExercises::merged).toList(),
                on.filter(day -> one.period().isPossibleBetween(day, day))
                        .map(day -> one.period().certaintyOn(day)),
                one.isDisputed(),
                root.preferredClaim().holds(),
                root.retracted());
    }

    private String participant(JoinedExercise.Stated stated) {
        var participant = stated.participant();
        boolean isMembers = participant.party().equals(ExercisesState.MEMBERS);
        return participant(
                isMembers ? facts.organization() : participant.party(),
                participant.role(),
                participant.strength().map(ExpectedExercises::range),
                stated.joined().map(ModelDate::edtf),
                stated.left().map(ModelDate::edtf),
                stated.members().entrySet().stream()
                        .map(member -> member.getKey() + " " + member.getValue())
                        .toList());
    }

    private static String merged(Exercise record) {
        var claims = IntStream.rangeClosed(1, record.claims().size())
                .filter(number -> record.disagreeing().contains(record.claims().get(number - 1)))
                .boxed()
                .toList();
        return merged(
                record.number(),
                record.isDisputed(),
                claims,
                record.sources().stream().sorted().toList());
    }

    static String merged(int number, boolean disputed, List<Integer> claims, List<String> sources) {
        return "%d disputed %s, claims %s, sources %s".formatted(number, disputed, claims, sources);
    }

    static String range(Troops troops) {
        return troops.min().map(String::valueOf).orElse("") + "-"
                + troops.max().map(String::valueOf).orElse("");
    }

    static String line(
            int number,
            String kind,
            Optional<String> status,
            Optional<String> series,
            List<String> organizations,
            String dates,
            List<String> participants,
            Optional<String> strength,
            Optional<String> reported,
            List<String> steps,
            List<String> phases,
            List<String> sources,
            List<String> merged,
            Optional<String> certainty,
            boolean disputed,
            boolean holds,
            boolean retracted) {
        return ("%d: %s, status %s, series %s, organizations %s, dates %s, participants %s, strength %s, reported %s, steps %s, phases %s,"
                        + " sources %s, merged %s, certainty %s, disputed %s, holds %s, retracted %s")
                .formatted(
                        number,
                        kind,
                        status.orElse("none"),
                        series.orElse("none"),
                        organizations,
                        dates,
                        participants,
                        strength.orElse("none"),
                        reported.orElse("none"),
                        steps,
                        phases,
                        sources,
                        merged,
                        certainty.orElse("none"),
                        disputed,
                        holds,
                        retracted);
    }

    static String participant(
            String party,
            String role,
            Optional<String> strength,
            Optional<String> joined,
            Optional<String> left,
            List<String> members) {
        return "%s as %s, strength %s, joined %s, left %s, members %s"
                .formatted(party, role, strength.orElse("none"), joined.orElse("none"), left.orElse("none"), members);
    }

    static String phase(String place, Optional<String> dates, Optional<String> days) {
        return "%s %s %s".formatted(place, dates.orElse(""), days.orElse(""));
    }

    static String step(String kind, String effective, Optional<String> dates) {
        return "%s %s %s".formatted(kind, effective, dates.orElse(""));
    }
}
