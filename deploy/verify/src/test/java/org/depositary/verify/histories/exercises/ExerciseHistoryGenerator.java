package org.depositary.verify.histories.exercises;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.depositary.verify.histories.History;
import org.depositary.verify.histories.exercises.ExerciseOperation.AddSource;
import org.depositary.verify.histories.exercises.ExerciseOperation.ClaimOtherwise;
import org.depositary.verify.histories.exercises.ExerciseOperation.CorrectExercise;
import org.depositary.verify.histories.exercises.ExerciseOperation.CorrectParticipation;
import org.depositary.verify.histories.exercises.ExerciseOperation.CorrectPhase;
import org.depositary.verify.histories.exercises.ExerciseOperation.CorrectStep;
import org.depositary.verify.histories.exercises.ExerciseOperation.Draft;
import org.depositary.verify.histories.exercises.ExerciseOperation.ImportRows;
import org.depositary.verify.histories.exercises.ExerciseOperation.Merge;
import org.depositary.verify.histories.exercises.ExerciseOperation.MergeBothWays;
import org.depositary.verify.histories.exercises.ExerciseOperation.PreferClaim;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordExercise;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordParticipation;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordPhase;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordSteps;
import org.depositary.verify.histories.exercises.ExerciseOperation.RetractExercise;
import org.depositary.verify.histories.exercises.ExerciseOperation.RetractParticipation;
import org.depositary.verify.histories.exercises.ExerciseOperation.RetractPhase;
import org.depositary.verify.histories.exercises.ExerciseOperation.RetractStep;
import org.depositary.verify.histories.exercises.ExerciseOperation.Row;
import org.depositary.verify.histories.exercises.ExerciseOperation.StepDraft;
import org.depositary.verify.histories.exercises.ExerciseOperation.UndoImport;
import org.depositary.verify.histories.exercises.ExerciseOperation.Unmerge;
import org.depositary.verify.histories.exercises.ExerciseOperation.VerifyExercise;
import org.depositary.verify.histories.exercises.ExerciseOperation.WithdrawClaim;
import org.depositary.verify.histories.exercises.ExercisesState.Participant;
import org.depositary.verify.histories.exercises.ExercisesState.Troops;

/**
 * Generates random histories of exercises. The first alternative of each choice is the simplest, because failures
 * shrink towards it.
 */
final class ExerciseHistoryGenerator {

    private static final int MOST_OPERATIONS = 12;
    private static final int MOST_FACTS = 30;
    private static final int MOST_ROWS = 3;
    private static final int MOST_DAYS = 3;
    private static final int MOST_PARTICIPANTS = 2;

    /** Few days, so that dates are equal, adjacent or overlapping. */
    private static final List<String> POINTS = List.of(
            "1992-01-01",
            "1992",
            "1991-12-31",
            "1992-06",
            "1993",
            "1992-06-30",
            "1991",
            "1993-01-01",
            "1992-06~",
            "1992?");

    private static final List<String> INTERVALS =
            List.of("1991/1993", "1992-01-01/1992-06-30", "../1992", "1992/..", "/1992-06", "1991?/1992");

    private static final List<String> PERIODS = List.of(
            "1992-01-01/1992-06-30",
            "1991/1993",
            "1992-06/1993-01-01",
            "1991-12-31/1992-01-01",
            "1992/..",
            "1992-06-30/",
            "/1992-06",
            "1992~/1993",
            "199X",
            "2091");

    private ExerciseHistoryGenerator() {}

    /**
     * Every history begins with some exercises, so that the other operations have facts to be about. Half of them begin
     * with a file too, and end with its next edition.
     */
    static Arbitrary<History<ExerciseOperation>> history() {
        var first = exercise().list().ofMinSize(1).ofMaxSize(2);
        var others = operation()
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_OPERATIONS)
                .withSizeDistribution(RandomDistribution.uniform());
        var editions = file().list().ofSize(2).optional(0.5);
        return Combinators.combine(first, others, editions).as((exercises, more, files) -> {
            var all = new ArrayList<>(exercises);
            files.ifPresent(both -> all.add(both.getFirst()));
            all.addAll(more);
            files.ifPresent(both -> all.add(both.getLast()));
            return new History<>(List.copyOf(all));
        });
    }

    private static Arbitrary<ExerciseOperation> operation() {
        Arbitrary<ExerciseOperation> steps =
                Combinators.combine(number(), steps()).as(RecordSteps::new);
        Arbitrary<ExerciseOperation> correction = Combinators.combine(
                        number(), status().optional(0.4), period().optional(0.6), troops().optional(0.3))
                .filter((fact, status, dates, troops) -> status.isPresent() || dates.isPresent() || troops.isPresent())
                .as(CorrectExercise::new);
        Arbitrary<ExerciseOperation> retraction = number().map(RetractExercise::new);
        Arbitrary<ExerciseOperation> source = number().map(AddSource::new);
        Arbitrary<ExerciseOperation> verification = number().map(VerifyExercise::new);
        Arbitrary<ExerciseOperation> otherStep =
                Combinators.combine(number(), point()).as(CorrectStep::new);
        Arbitrary<ExerciseOperation> noStep = number().map(RetractStep::new);
        Arbitrary<ExerciseOperation> participation = Combinators.combine(
                        number(), participant(), point().optional(0.4), point().optional(0.4))
                .as(RecordParticipation::new);
        Arbitrary<ExerciseOperation> otherParticipation = Combinators.combine(
                        number(), role().optional(0.4), troops().optional(0.4), point().optional(0.4))
                .filter((fact, role, troops, left) -> role.isPresent() || troops.isPresent() || left.isPresent())
                .as(CorrectParticipation::new);
        Arbitrary<ExerciseOperation> noParticipation = number().map(RetractParticipation::new);
        Arbitrary<ExerciseOperation> preference =
                Combinators.combine(number(), number()).as(PreferClaim::new);
        Arbitrary<ExerciseOperation> withdrawal =
                Combinators.combine(number(), number()).as(WithdrawClaim::new);
        Arbitrary<ExerciseOperation> phase = Combinators.combine(
                        number(),
                        Arbitraries.of("North Range", "South Camp"),
                        period().optional(0.6),
                        days().optional(0.6))
                .as(RecordPhase::new);
        Arbitrary<ExerciseOperation> otherPhase =
                Combinators.combine(number(), days()).as(CorrectPhase::new);
        Arbitrary<ExerciseOperation> noPhase = number().map(RetractPhase::new);
        Arbitrary<ExerciseOperation> merge =
                Combinators.combine(number(), number()).as(Merge::new);
        Arbitrary<ExerciseOperation> bothWays = Combinators.combine(number(), number())
                .filter((one, other) -> one % 2 != other % 2)
                .as(MergeBothWays::new);
        Arbitrary<ExerciseOperation> unmerge = number().map(Unmerge::new);
        Arbitrary<ExerciseOperation> undo = number().map(UndoImport::new);
        return Arbitraries.frequencyOf(
                Tuple.of(4, exercise()),
                Tuple.of(8, steps),
                Tuple.of(3, correction),
                Tuple.of(2, retraction),
                Tuple.of(1, source),
                Tuple.of(1, verification),
                Tuple.of(5, claim()),
                Tuple.of(5, preference),
                Tuple.of(2, withdrawal),
                Tuple.of(3, phase),
                Tuple.of(1, otherPhase),
                Tuple.of(1, noPhase),
                Tuple.of(2, otherStep),
                Tuple.of(2, noStep),
                Tuple.of(7, participation),
                Tuple.of(2, otherParticipation),
                Tuple.of(1, noParticipation),
                Tuple.of(6, merge),
                Tuple.of(2, bothWays),
                Tuple.of(2, unmerge),
                Tuple.of(16, file()),
                Tuple.of(5, undo));
    }

    private static Arbitrary<ExerciseOperation> claim() {
        Arbitrary<ExerciseOperation> otherwise = Combinators.combine(
                        number(), status().optional(0.4), period().optional(0.5), troops().optional(0.4))
                .filter((fact, status, dates, troops) -> status.isPresent() || dates.isPresent() || troops.isPresent())
                .as((fact, status, dates, troops) -> new ClaimOtherwise(fact, status, dates, troops, true));
        Arbitrary<ExerciseOperation> never = number().map(
                        fact -> new ClaimOtherwise(fact, Optional.empty(), Optional.empty(), Optional.empty(), false));
        return Arbitraries.frequencyOf(Tuple.of(3, otherwise), Tuple.of(1, never));
    }

    private static Arbitrary<ExerciseOperation> exercise() {
        var kind = Arbitraries.frequency(Tuple.of(5, "exercise"), Tuple.of(1, "operation"));
        var series = Arbitraries.of("Alpha", "Beta").optional(0.4);
        var organizations = Arbitraries.frequency(
                Tuple.of(4, List.of(HistoryFacts.FIRST)),
                Tuple.of(2, List.of(HistoryFacts.SECOND)),
                Tuple.of(1, HistoryFacts.ORGANIZATIONS));
        var dates = Arbitraries.frequencyOf(Tuple.of(30, period()), Tuple.of(1, noDate()));
        return Combinators.combine(
                        kind,
                        status(),
                        series,
                        organizations,
                        dates,
                        participant().list().ofMaxSize(MOST_PARTICIPANTS),
                        troops().optional(0.3))
                .as((of, status, named, by, when, participants, strength) ->
                        new RecordExercise(new Draft(of, status, named, by, when, once(participants), strength)));
    }

    /** A source lists a participant in a role once. */
    private static List<Participant> once(List<Participant> participants) {
        var once = new ArrayList<Participant>();
        participants.stream()
                .filter(one -> once.stream().noneMatch(one::isSame))
                .forEach(once::add);
        return List.copyOf(once);
    }

    private static Arbitrary<List<StepDraft>> steps() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, step().list().ofSize(1)), Tuple.of(1, step().list().ofSize(2)));
    }

    private static Arbitrary<StepDraft> step() {
        var planned = Combinators.combine(point(), period())
                .as((effective, dates) -> new StepDraft(ModelLifecycle.SCHEDULE, effective, Optional.of(dates)));
        var day = Combinators.combine(Arbitraries.of("start", "completion"), point())
                .as((kind, effective) -> new StepDraft(kind, effective, Optional.empty()));
        var decision = Combinators.combine(
                        Arbitraries.of("announcement", "cancellation"),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, point()), Tuple.of(3, Arbitraries.of(INTERVALS)), Tuple.of(1, noDate())))
                .as((kind, effective) -> new StepDraft(kind, effective, Optional.empty()));
        return Arbitraries.frequencyOf(Tuple.of(3, planned), Tuple.of(4, day), Tuple.of(2, decision));
    }

    private static Arbitrary<Participant> participant() {
        var party = Arbitraries.frequency(
                Tuple.of(4, "CH"), Tuple.of(2, "MX"), Tuple.of(1, "FR"), Tuple.of(2, ExercisesState.MEMBERS));
        return Combinators.combine(party, role(), troops().optional(0.5)).as(Participant::new);
    }

    private static Arbitrary<ExerciseOperation> file() {
        var key = Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(3, 1), Tuple.of(1, 2));
        var start = Arbitraries.frequencyOf(
                Tuple.of(20, point()),
                Tuple.of(2, Arbitraries.of("2091", "1992/..", "1991/1993")),
                Tuple.of(1, noDate()));
        var end = Arbitraries.of("1993", "1993-01-01").optional(0.4);
        var parties = Arbitraries.of(
                List.of("CH"),
                List.of("CH", "MX"),
                List.<String>of(),
                List.of("FR", "MX"),
                List.of(ExercisesState.MEMBERS, "CH"));
        var row = Combinators.combine(
                        key.optional(0.96), status().optional(0.4), start, end, parties, troops().optional(0.3))
                .as(Row::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, MOST_ROWS), row.list().ofMaxSize(MOST_ROWS))
                .as((again, rows) -> new ImportRows(
                        again,
                        rows.stream().map(ExerciseHistoryGenerator::valid).toList()));
    }

    /** A row without an id has no date either: it could be about any exercise. */
    private static Row valid(Row row) {
        if (row.key().isEmpty()) {
            return new Row(row.key(), row.status(), "in spring", Optional.empty(), row.parties(), row.strength());
        }
        boolean hasOwnEnd = row.start().startsWith("2") || row.start().contains("/");
        return hasOwnEnd
                ? new Row(row.key(), row.status(), row.start(), Optional.empty(), row.parties(), row.strength())
                : row;
    }

    private static Arbitrary<Integer> number() {
        return Arbitraries.integers().between(0, MOST_FACTS);
    }

    private static Arbitrary<Integer> days() {
        return Arbitraries.integers().between(0, MOST_DAYS);
    }

    private static Arbitrary<String> status() {
        return Arbitraries.frequency(
                Tuple.of(5, "completed"),
                Tuple.of(4, "announced"),
                Tuple.of(4, "scheduled"),
                Tuple.of(2, "running"),
                Tuple.of(1, "cancelled"));
    }

    private static Arbitrary<String> role() {
        return Arbitraries.frequency(Tuple.of(4, "participant"), Tuple.of(2, "host"), Tuple.of(1, "observer"));
    }

    private static Arbitrary<Troops> troops() {
        var persons = Arbitraries.of(100L, 1000L, 70L);
        return Arbitraries.oneOf(
                persons.map(number -> new Troops(Optional.of(number), Optional.of(number + 100))),
                persons.map(number -> new Troops(Optional.of(number), Optional.empty())),
                persons.map(number -> new Troops(Optional.empty(), Optional.of(number))));
    }

    private static Arbitrary<String> period() {
        return Arbitraries.frequencyOf(Tuple.of(2, point()), Tuple.of(3, Arbitraries.of(PERIODS)));
    }

    private static Arbitrary<String> point() {
        return Arbitraries.of(POINTS);
    }

    private static Arbitrary<String> noDate() {
        return Arbitraries.of("1992-13", "1993-02-30", "in spring");
    }
}
