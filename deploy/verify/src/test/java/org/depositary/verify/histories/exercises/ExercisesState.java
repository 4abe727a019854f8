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
        List<Merge> merges,
        ExerciseSet set) {

    static final ExercisesState EMPTY =
            new ExercisesState(List.of(), List.of(), List.of(), List.of(), ExerciseSet.NONE);

    /** The title of the source of every row of a file. */
    static final String FILE = "A data set";

    /** Stands for the members of the organisation of the history. */
    static final String MEMBERS = "members";

    static final List<String> STATES = List.of("CH", "MX", "FR");

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

    /** The statement of an exercise, without the facts about it. */
    record Statement(
            String kind,
            String status,
            Optional<String> series,
            ModelPeriod dates,
            List<Participant> participants,
            Optional<Troops> strength) {}

    record Exercise(int number, Statement statement, List<String> sources, boolean retracted) {

        Exercise saying(Statement other) {
            return new Exercise(number, other, sources, retracted);
        }

        Exercise sourced(String source) {
            var all = new ArrayList<>(sources);
            all.add(source);
            return new Exercise(number, statement, List.copyOf(all), retracted);
        }

        Exercise taken() {
            return new Exercise(number, statement, sources, true);
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
        return new ExercisesState(put(exercises, fact.number(), fact), steps, participations, merges, set);
    }

    ExercisesState with(Step fact) {
        return new ExercisesState(exercises, put(steps, fact.number(), fact), participations, merges, set);
    }

    ExercisesState with(Participation fact) {
        return new ExercisesState(exercises, steps, put(participations, fact.number(), fact), merges, set);
    }

    ExercisesState with(Merge fact) {
        return new ExercisesState(exercises, steps, participations, put(merges, fact.number(), fact), set);
    }

    ExercisesState with(ExerciseSet after) {
        return new ExercisesState(exercises, steps, participations, merges, after);
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

    Optional<Merge> mergeOf(int exercise) {
        return merges.stream()
                .filter(merge -> merge.exercise() == exercise && !merge.retracted())
                .findFirst();
    }

    /** The record that represents this one: itself, or the last of the records that it was merged into. */
    int root(int exercise) {
        return mergeOf(exercise).map(merge -> root(merge.into())).orElse(exercise);
    }

    /** Returns whether nobody has added a fact, a source or a correction after the import. */
    boolean isAsImported(int exercise, Statement said) {
        var fact = exercises.get(exercise);
        return !fact.retracted()
                && fact.statement().equals(said)
                && fact.sources().equals(List.of(FILE))
                && steps.stream().noneMatch(step -> step.exercise() == exercise)
                && participations.stream().noneMatch(one -> one.exercise() == exercise)
                && merges.stream().noneMatch(merge -> merge.exercise() == exercise);
    }
}
