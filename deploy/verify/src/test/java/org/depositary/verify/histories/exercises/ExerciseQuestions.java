package org.depositary.verify.histories.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.depositary.verify.histories.CuratorHttp;
import org.depositary.verify.histories.CuratorHttp.Reply;
import org.depositary.verify.histories.KnownAtMoment;
import org.depositary.verify.histories.exercises.ExpectedExercises.Filter;

/** The reads of one history as known at one moment, without a day and for some boundary days. */
final class ExerciseQuestions {

    private static final int MOST_DAYS = 3;
    private static final int OK = 200;
    private static final int REDIRECT = 307;
    private static final int UNKNOWN = 404;

    private static final Filter ALL = ExpectedExercises.filters().getFirst();

    private final ExercisePlayer player;
    private final CuratorHttp http;
    private final HistoryFacts facts;
    private final ExpectedExercises expected;
    private final String knownAt;
    private final List<Optional<LocalDate>> days;
    private final List<Runnable> questions = new ArrayList<>();

    private ExerciseQuestions(ExercisePlayer player, KnownAtMoment moment, String knownAt, CuratorHttp http) {
        this.player = player;
        this.http = http;
        this.facts = player.facts();
        this.expected = new ExpectedExercises(player.state(moment.step()), facts);
        this.knownAt = "known-at=" + knownAt;
        this.days = days(moment.step());
    }

    static List<Runnable> of(ExercisePlayer player, List<KnownAtMoment> moments, CuratorHttp http) {
        var changedSteps = player.changedSteps();
        return moments.stream()
                .filter(moment -> changedSteps.contains(moment.step()))
                .flatMap(moment -> moment.ways().stream()
                        .flatMap(knownAt -> new ExerciseQuestions(player, moment, knownAt, http).ask().stream()))
                .toList();
    }

    /** No day, and some days. Other moments ask for other days. */
    private List<Optional<LocalDate>> days(int step) {
        var all = ExpectedExercises.days(player.states());
        var some = IntStream.range(0, Math.min(MOST_DAYS, all.size()))
                .map(n -> (n * all.size() / MOST_DAYS + step) % all.size())
                .mapToObj(all::get)
                .map(Optional::of);
        return Stream.concat(Stream.of(Optional.<LocalDate>empty()), some).toList();
    }

    private List<Runnable> ask() {
        for (var day : days) {
            for (int exercise = 0; exercise < player.last().exercises().size(); exercise++) {
                askForOne(exercise, day);
            }
            askForList(ALL, day);
            askForParticipations(day);
        }
        ExpectedExercises.filters().stream().skip(1).forEach(filter -> askForList(filter, Optional.empty()));
        ExpectedExercises.filtersByParty().forEach(filter -> {
            askForList(filter, Optional.empty());
            askForList(filter, days.getLast());
        });
        ask(
                "min-strength=0",
                reply -> List.of(reply.body().path("withoutStrength").asText()),
                () -> List.of(String.valueOf(expected.withoutStrength())));
        for (var day : List.of(Optional.<LocalDate>empty(), days.getLast())) {
            askForStatistics("year", List.of(), day, ExpectedStatistics::byYear);
            askForYearsLeftOpen(day);
            askForStatistics("kind", List.of(), day, ExpectedStatistics::byKind);
            askForStatistics("organization", List.of(), day, ExpectedStatistics::byOrganization);
            askForStatistics("party", List.of(), day, ExpectedStatistics::byParty);
            askForStatistics("party", List.of("host", "observer"), day, ExpectedStatistics::byParty);
            askForStatistics("pair", List.of(), day, ExpectedStatistics::byPair);
        }
        askForSecondOrganization();
        return questions;
    }

    /** A merged record finds its exercise by its own organisation. */
    private void askForSecondOrganization() {
        var query = "limit=1000&%s&organization=%s".formatted(knownAt, facts.organization(HistoryFacts.SECOND));
        var second = Filter.of("", one -> one.organizations().contains(HistoryFacts.SECOND));
        list(
                "/api/exercises?" + query,
                item -> ExerciseReading.exercise(item, facts),
                () -> expected.list(second, Optional.empty()));
        list(
                "/api/exercises/statistics?by=organization&" + query,
                item -> ExerciseReading.statistic(item, facts),
                () -> statistics(second, List.of(), Optional.empty()).byOrganization());
    }

    private void askForOne(int exercise, Optional<LocalDate> on) {
        var path = HistoryFacts.EXERCISES + facts.exercise(exercise) + "?" + knownAt + on(on);
        questions.add(() -> {
            var wanted = expected.one(exercise, on);
            var reply = http.get(path);
            var returned =
                    switch (reply.status()) {
                        case OK -> Optional.of(ExerciseReading.exercise(reply.body(), facts));
                        case REDIRECT -> Optional.of("see " + location(reply));
                        case UNKNOWN -> Optional.<String>empty();
                        default -> Optional.of(reply.status() + " " + reply.body());
                    };
            compare(path, wanted.stream().toList(), returned.stream().toList());
        });
    }

    private static String location(Reply reply) {
        var location = reply.header("Location").split("\\?")[0];
        return location.substring(Math.max(0, location.indexOf("/api/")));
    }

    private void askForList(Filter filter, Optional<LocalDate> on) {
        list(
                "/api/exercises?" + common() + filter.query() + on(on),
                item -> ExerciseReading.exercise(item, facts),
                () -> expected.list(filter, on));
    }

    private void askForStatistics(
            String by, List<String> roles, Optional<LocalDate> on, Function<ExpectedStatistics, List<String>> groups) {
        var path = "/api/exercises/statistics?by=" + by + "&" + common()
                + (roles.isEmpty() ? "" : "&role=" + String.join(",", roles)) + on(on);
        var role = new Filter(
                "",
                (one, day) -> roles.isEmpty()
                        || one.participantsOn(day).stream()
                                .anyMatch(stated ->
                                        roles.contains(stated.participant().role())));
        var statistics = statistics(role, roles, on);
        list(path, item -> ExerciseReading.statistic(item, facts), () -> groups.apply(statistics));
        ask(path, reply -> total(reply.body().path("total")), statistics::total);
    }

    private void askForYearsLeftOpen(Optional<LocalDate> on) {
        var statistics = statistics(ALL, List.of(), on);
        ask(
                "/api/exercises/statistics?by=year&" + common() + on(on),
                reply -> List.of(reply.body().path("withoutCertainYear").asText()),
                () -> List.of(String.valueOf(statistics.withoutCertainYear())));
    }

    private ExpectedStatistics statistics(Filter filter, List<String> roles, Optional<LocalDate> on) {
        return new ExpectedStatistics(expected.matching(filter, on), roles, on, facts);
    }

    private List<String> total(JsonNode total) {
        boolean isEmpty =
                total.path("exercises").asLong() + total.path("possible").asLong() == 0;
        return isEmpty ? List.of() : List.of(ExerciseReading.statistic(total, facts));
    }

    /** Without a day, an open end goes on until today. The answer would depend on the clock. */
    private void askForParticipations(Optional<LocalDate> on) {
        var exercises = expected.matching(ALL, on);
        if (on.isPresent() || exercises.stream().allMatch(one -> one.period().hasKnownEnd())) {
            list(
                    "/api/exercises/participations?" + common() + on(on),
                    item -> ExerciseReading.participation(item, facts),
                    () -> new ExpectedStatistics(exercises, List.of(), on, facts).participations());
        }
    }

    private String common() {
        return "limit=1000&organization=" + facts.anyOrganization() + "&" + knownAt;
    }

    private static String on(Optional<LocalDate> on) {
        return on.map(day -> "&on=" + day).orElse("");
    }

    private void list(String path, Function<JsonNode, String> reading, Supplier<List<String>> wanted) {
        questions.add(() -> compare(
                path,
                wanted.get(),
                http.list(path).stream().map(reading).sorted().toList()));
    }

    private void ask(String path, Function<Reply, List<String>> reading, Supplier<List<String>> wanted) {
        var full = path.startsWith("/") ? path : "/api/exercises?" + common() + "&" + path;
        questions.add(() -> compare(full, wanted.get(), reading.apply(http.get(full))));
    }

    private void compare(String path, List<String> wanted, List<String> returned) {
        if (!returned.equals(wanted)) {
            throw player.disagreement("GET %s%nshould return  %s%nbut returns    %s"
                    .formatted(
                            path,
                            String.join("\n               ", wanted),
                            String.join("\n               ", returned)));
        }
    }
}
