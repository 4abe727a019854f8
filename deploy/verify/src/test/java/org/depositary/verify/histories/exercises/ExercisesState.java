package org.depositary.verify.histories.exercises;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.depositary.verify.histories.ModelDate;

/** The exercises of one history and the facts about them. The index of a fact among those of its kind is its number. */
record ExercisesState(
        List<Exercise> exercises,
        List<Step> steps,
        List<Participation> participations,
        List<Phase> phases,
        List<Merge> merges,
        ExerciseSet set) {

    static final ExercisesState EMPTY =
            new ExercisesState(List.of(), List.of(), List.of(), List.of(), List.of(), ExerciseSet.NONE);

    /** The title of the source of every row of a file. */
    static final String FILE = "A data set";

    /** Stands for the members of the organisation of the history. */
    static final String MEMBERS = "members";

    /** The number of troops as a source reports it: a range with at least one side. */
    record Troops(Optional<Long> min, Optional<Long> max) {

        long least() {
            return min.or(() -> max).orElseThrow();
        }

        long most() {
            return max.or(() -> min).orElseThrow();
        }

        Troops plus(Troops other) {
            return new Troops(Optional.of(least() + other.least()), Optional.of(most() + other.most()));
        }

        /** The sum as the interface returns it: with both sides. */
        static Optional<Troops> sum(List<Troops> troops) {
            return troops.stream()
                    .map(each -> new Troops(Optional.of(each.least()), Optional.of(each.most())))
                    .reduce(Troops::plus);
        }
    }

    /** @param party a state, or {@link #MEMBERS} */
    record Participant(String party, String role, Optional<Troops> strength) {

        boolean isSame(Participant other) {
            return party.equals(other.party) && role.equals(other.role);
        }
    }

    /**
     * The statement of an exercise, without the facts about it.
     *
     * @param organizations letters of the organisations that held it
     */
    record Statement(
            String kind,
            String status,
            Optional<String> series,
            List<String> organizations,
            ModelPeriod dates,
            List<Participant> participants,
            Optional<Troops> strength) {}

    /**
     * A claim: the fields in which a source differs from the recorded statement.
     *
     * @param holds false: the source says that the exercise never took place
     */
    record Claim(
            Optional<String> status,
            Optional<ModelPeriod> dates,
            Optional<Troops> strength,
            boolean holds,
            List<String> sources,
            boolean withdrawn) {

        static Claim recorded(String source) {
            return new Claim(Optional.empty(), Optional.empty(), Optional.empty(), true, List.of(source), false);
        }

        Statement over(Statement recorded) {
            return new Statement(
                    recorded.kind(),
                    status.orElse(recorded.status()),
                    recorded.series(),
                    recorded.organizations(),
                    dates.orElse(recorded.dates()),
                    recorded.participants(),
                    strength.or(recorded::strength));
        }

        Claim alsoFrom(String source) {
            var all = new ArrayList<>(sources);
            all.add(source);
            return new Claim(status, dates, strength, holds, List.copyOf(all), withdrawn);
        }

        Claim taken() {
            return new Claim(status, dates, strength, holds, sources, true);
        }
    }

    /**
     * @param recorded the recorded statement, with its corrections
     * @param claims the first is the recorded statement
     * @param preferred the number of the preferred claim, from 1
     */
    record Exercise(int number, Statement recorded, List<Claim> claims, int preferred, boolean retracted) {

        static Exercise recorded(int number, Statement statement, String source) {
            return new Exercise(number, statement, List.of(Claim.recorded(source)), 1, false);
        }

        Claim preferredClaim() {
            return claims.get(preferred - 1);
        }

        /** The recorded statement with the fields of the preferred claim. */
        Statement statement() {
            return preferredClaim().over(recorded);
        }

        List<String> sources() {
            return preferredClaim().sources();
        }

        /** Neither retracted nor denied by the preferred claim. */
        boolean stands() {
            return !retracted && preferredClaim().holds();
        }

        boolean isDisputed() {
            return !disagreeing().isEmpty();
        }

        /** The claims that are not withdrawn. Empty if fewer than two are left. */
        List<Claim> disagreeing() {
            var standing = claims.stream().filter(claim -> !claim.withdrawn()).toList();
            return standing.size() > 1 ? standing : List.of();
        }

        Exercise saying(Statement other) {
            return new Exercise(number, other, claims, preferred, retracted);
        }

        Exercise sourced(String source) {
            return with(preferred, preferredClaim().alsoFrom(source));
        }

        Exercise claimed(Claim claim) {
            return with(claims.size() + 1, claim);
        }

        Exercise preferring(int claim) {
            return new Exercise(number, recorded, claims, claim, retracted);
        }

        Exercise withdrawing(int claim) {
            return with(claim, claims.get(claim - 1).taken());
        }

        private Exercise with(int claim, Claim other) {
            return new Exercise(number, recorded, put(claims, claim - 1, other), preferred, retracted);
        }

        Exercise taken() {
            return new Exercise(number, recorded, claims, preferred, true);
        }
    }

    /** A place and time of the exercise. */
    record Phase(
            int number,
            int exercise,
            String place,
            Optional<ModelPeriod> dates,
            Optional<Integer> days,
            boolean retracted) {

        Optional<Long> length() {
            return days.map(Integer::longValue)
                    .or(() -> dates.filter(ModelPeriod::isExact).flatMap(ModelPeriod::days));
        }
    }

    /** @param dates the planned period, only of a schedule */
    record Step(
            int number,
            int exercise,
            String kind,
            ModelDate effective,
            Optional<ModelPeriod> dates,
            boolean retracted) {}

    record Participation(
            int number,
            int exercise,
            Participant participant,
            Optional<ModelDate> joined,
            Optional<ModelDate> left,
            boolean retracted) {}

    record Merge(int number, int exercise, int into, boolean retracted) {}

    /**
     * The state of the data set of the history.
     *
     * @param said the present statements of the set, by the id in the set
     * @param imports the changes of each import that can be undone
     */
    record ExerciseSet(Map<Integer, Said> said, List<List<Done>> imports) {

        static final ExerciseSet NONE = new ExerciseSet(Map.of(), List.of());

        /** @param exercise the number of the exercise */
        record Said(int exercise, Statement statement) {}

        /**
         * The effect of an import on an exercise.
         *
         * @param before the statement of the set before
         * @param after the statement of the set since then
         */
        record Done(int key, int exercise, Optional<Statement> before, Optional<Statement> after) {}

        ExerciseSet says(int key, Said statement) {
            var all = new TreeMap<>(said);
            all.put(key, statement);
            return new ExerciseSet(all, imports);
        }

        ExerciseSet forgets(int key) {
            var all = new TreeMap<>(said);
            all.remove(key);
            return new ExerciseSet(all, imports);
        }

        ExerciseSet did(int number, List<Done> done) {
            return new ExerciseSet(said, put(imports, number, done));
        }
    }

    ExercisesState with(Exercise fact) {
        return new ExercisesState(put(exercises, fact.number(), fact), steps, participations, phases, merges, set);
    }

    ExercisesState with(Step fact) {
        return new ExercisesState(exercises, put(steps, fact.number(), fact), participations, phases, merges, set);
    }

    ExercisesState with(Participation fact) {
        return new ExercisesState(exercises, steps, put(participations, fact.number(), fact), phases, merges, set);
    }

    ExercisesState with(Phase fact) {
        return new ExercisesState(exercises, steps, participations, put(phases, fact.number(), fact), merges, set);
    }

    ExercisesState with(Merge fact) {
        return new ExercisesState(exercises, steps, participations, phases, put(merges, fact.number(), fact), set);
    }

    ExercisesState with(ExerciseSet after) {
        return new ExercisesState(exercises, steps, participations, phases, merges, after);
    }

    private static <T> List<T> put(List<T> list, int place, T value) {
        var all = new ArrayList<>(list);
        if (place == all.size()) {
            all.add(value);
        } else {
            all.set(place, value);
        }
        return List.copyOf(all);
    }

    /** The steps that stand, in the order of recording. */
    List<Step> stepsOf(int exercise) {
        return steps.stream()
                .filter(step -> step.exercise() == exercise && !step.retracted())
                .toList();
    }

    /** The participations that stand, in the order of recording. */
    List<Participation> participationsOf(int exercise) {
        return participations.stream()
                .filter(one -> one.exercise() == exercise && !one.retracted())
                .toList();
    }

    /** The phases that stand, in the order of recording. */
    List<Phase> phasesOf(int exercise) {
        return phases.stream()
                .filter(phase -> phase.exercise() == exercise && !phase.retracted())
                .toList();
    }

    Optional<Merge> mergeOf(int exercise) {
        return merges.stream()
                .filter(merge -> merge.exercise() == exercise && !merge.retracted())
                .findFirst();
    }

    /** The record that represents this one: the last one that stands on the way of its merges, or itself. */
    int root(int exercise) {
        int root = exercise;
        for (var merge = mergeOf(exercise);
                merge.isPresent();
                merge = mergeOf(merge.get().into())) {
            root = exercises.get(merge.get().into()).stands() ? merge.get().into() : root;
        }
        return root;
    }

    /** Returns whether all facts, sources, claims and corrections come from the import. Otherwise it cannot be undone. */
    boolean isAsImported(int exercise, Statement said) {
        var fact = exercises.get(exercise);
        return fact.stands()
                && fact.claims().size() == 1
                && fact.statement().equals(said)
                && fact.sources().equals(List.of(FILE))
                && steps.stream().noneMatch(step -> step.exercise() == exercise)
                && participations.stream().noneMatch(one -> one.exercise() == exercise)
                && phases.stream().noneMatch(phase -> phase.exercise() == exercise)
                && merges.stream().noneMatch(merge -> merge.exercise() == exercise);
    }
}
