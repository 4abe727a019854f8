package org.depositary.verify.histories.exercises;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.verify.histories.ModelDate;
import org.depositary.verify.histories.exercises.ExercisesState.Exercise;
import org.depositary.verify.histories.exercises.ExercisesState.Participant;
import org.depositary.verify.histories.exercises.ExercisesState.Participation;
import org.depositary.verify.histories.exercises.ExercisesState.Phase;
import org.depositary.verify.histories.exercises.ExercisesState.Step;
import org.depositary.verify.histories.exercises.ExercisesState.Troops;

/**
 * An exercise as reads return it: the record with the facts about it, and what only the records say that were merged
 * into it.
 *
 * @param merged the standing records that were merged into it, the oldest first
 */
record JoinedExercise(ExercisesState state, Exercise root, List<Exercise> merged) {

    /**
     * A participant with its own days, if it has any.
     *
     * @param dates those of the record that names it
     */
    record Stated(Participant participant, Optional<ModelDate> joined, Optional<ModelDate> left, ModelPeriod dates) {

        ModelPeriod during() {
            return new ModelPeriod(joined.orElse(dates.start()), left.orElse(dates.end()));
        }

        private Stated withStrengthOf(List<Stated> others) {
            var figure = others.stream()
                    .map(Stated::participant)
                    .filter(participant::isSame)
                    .flatMap(other -> other.strength().stream())
                    .findFirst();
            var strength = participant.strength().or(() -> figure);
            return new Stated(new Participant(participant.party(), participant.role(), strength), joined, left, dates);
        }

        boolean isPossibleOn(Optional<LocalDate> on) {
            return on.filter(day -> !during().isPossibleBetween(day, day)).isEmpty();
        }

        boolean isCertainOn(Optional<LocalDate> on) {
            return on.filter(day -> !during().certaintyOn(day).equals("certain"))
                    .isEmpty();
        }

        /** The members of the organisation when it joined. Empty for a party. */
        Map<String, String> members() {
            return participant.party().equals(ExercisesState.MEMBERS) ? HistoryMembers.at(during().start()) : Map.of();
        }
    }

    /**
     * A party that took part, and how.
     *
     * @param membersOf whether it took part as a member of the organisation
     */
    record Party(String code, boolean membersOf, boolean certain, Stated stated) {

        Optional<Troops> strength() {
            return membersOf ? Optional.empty() : stated.participant().strength();
        }
    }

    static JoinedExercise of(ExercisesState state, int exercise, HistoryFacts facts) {
        var merged = state.exercises().stream()
                .filter(record ->
                        record.number() != exercise && record.stands() && state.root(record.number()) == exercise)
                .sorted((one, other) -> facts.exercise(one.number()).compareTo(facts.exercise(other.number())))
                .toList();
        return new JoinedExercise(state, state.exercises().get(exercise), merged);
    }

    /** The exercises that lists have: those that stand, each once. */
    static List<JoinedExercise> all(ExercisesState state, HistoryFacts facts) {
        return state.exercises().stream()
                .filter(record -> record.stands() && state.root(record.number()) == record.number())
                .map(record -> of(state, record.number(), facts))
                .toList();
    }

    private Stream<Exercise> records() {
        return Stream.concat(Stream.of(root), merged.stream());
    }

    ModelPeriod period() {
        return ModelLifecycle.of(state, root.number()).period();
    }

    Optional<String> statusOn(LocalDate day) {
        return ModelLifecycle.of(state, root.number()).statusOn(day);
    }

    Optional<String> series() {
        return records().flatMap(record -> record.statement().series().stream()).findFirst();
    }

    /** A search by series finds what any of the records says. */
    Set<String> allSeries() {
        return records().flatMap(record -> record.statement().series().stream()).collect(Collectors.toSet());
    }

    /** The letters of the organisations of all records. */
    List<String> organizations() {
        return records()
                .flatMap(record -> record.statement().organizations().stream())
                .distinct()
                .toList();
    }

    boolean isDisputed() {
        return records().anyMatch(Exercise::isDisputed);
    }

    List<Step> steps() {
        return records()
                .flatMap(record -> state.stepsOf(record.number()).stream())
                .toList();
    }

    List<Phase> phases() {
        return records()
                .flatMap(record -> state.phasesOf(record.number()).stream())
                .toList();
    }

    /** The length of the dates if they are exact. Otherwise the sum of the phases of this record, if each has a length. */
    Optional<Long> days() {
        if (period().isExact()) {
            return period().days();
        }
        var lengths = state.phasesOf(root.number()).stream().map(Phase::length).toList();
        return lengths.stream().allMatch(Optional::isPresent)
                ? lengths.stream().flatMap(Optional::stream).reduce(Long::sum)
                : Optional.empty();
    }

    /** If records were merged into it: the sources of all records and of all their claims. */
    Set<String> sources() {
        var ofClaims = merged.isEmpty()
                ? Stream.<String>empty()
                : records().flatMap(record -> record.disagreeing().stream()).flatMap(claim -> claim.sources().stream());
        return Stream.concat(records().flatMap(record -> record.sources().stream()), ofClaims)
                .collect(Collectors.toSet());
    }

    /**
     * The first record that has a participant in a role says how it took part. Without a figure, the participant takes that
     * of the first other record that has one.
     */
    List<Stated> participants() {
        var all = new ArrayList<Stated>();
        for (var record : records().toList()) {
            var others = participants(record);
            var more = others.stream()
                    .filter(one ->
                            all.stream().noneMatch(other -> other.participant().isSame(one.participant())))
                    .toList();
            all.replaceAll(one -> one.withStrengthOf(others));
            all.addAll(more);
        }
        return all;
    }

    /** A participation replaces the same participant in the record. If it has no strength, it keeps that of the record. */
    private List<Stated> participants(Exercise record) {
        var dates = ModelLifecycle.of(state, record.number()).period();
        var recorded = record.statement().participants();
        var own = state.participationsOf(record.number());
        var stated = recorded.stream()
                .filter(one -> own.stream().map(Participation::participant).noneMatch(one::isSame))
                .map(one -> new Stated(one, Optional.empty(), Optional.empty(), dates));
        var facts = own.stream()
                .map(one -> new Stated(withStrength(one.participant(), recorded), one.joined(), one.left(), dates));
        return Stream.concat(stated, facts).toList();
    }

    private static Participant withStrength(Participant one, List<Participant> recorded) {
        var same = recorded.stream().filter(one::isSame).findFirst();
        return new Participant(one.party(), one.role(), one.strength().or(() -> same.flatMap(Participant::strength)));
    }

    Optional<Troops> reportedStrength() {
        return records()
                .flatMap(record -> record.statement().strength().stream())
                .findFirst();
    }

    /** The reported strength, or the sum of the participants. */
    Optional<Troops> strength() {
        return reportedStrength()
                .map(troops -> Troops.sum(List.of(troops)).orElseThrow())
                .or(() -> sum(participants()));
    }

    /** The highest number that it gives, or one of the merged records, for all its participants. */
    Optional<Long> highestReport() {
        var others = merged.stream()
                .flatMap(record -> record.statement().strength().or(() -> sum(participants(record))).stream());
        return Stream.concat(strength().stream(), others).map(Troops::most).max(Comparator.naturalOrder());
    }

    private static Optional<Troops> sum(List<Stated> participants) {
        return Troops.sum(participants.stream()
                .flatMap(one -> one.participant().strength().stream())
                .toList());
    }

    /** The parties of these roles, with the members of the organisation. No role means any. */
    List<Party> parties(List<String> roles) {
        return participants().stream()
                .filter(one ->
                        roles.isEmpty() || roles.contains(one.participant().role()))
                .flatMap(JoinedExercise::parties)
                .toList();
    }

    private static Stream<Party> parties(Stated stated) {
        var party = stated.participant().party();
        return party.equals(ExercisesState.MEMBERS)
                ? stated.members().entrySet().stream()
                        .map(member -> new Party(
                                member.getKey(), true, member.getValue().equals("certain"), stated))
                : Stream.of(new Party(party, false, true, stated));
    }

    /** With a day: whether the party took part on that day, at least possibly. */
    boolean hasParty(Optional<String> code, List<String> roles, Optional<LocalDate> on) {
        return parties(roles).stream()
                .filter(party -> party.stated().isPossibleOn(on))
                .anyMatch(party ->
                        code.filter(other -> !other.equals(party.code())).isEmpty());
    }

    /** The participants of a day, at least possibly; without a day, all. */
    List<Stated> participantsOn(Optional<LocalDate> on) {
        return participants().stream().filter(stated -> stated.isPossibleOn(on)).toList();
    }

    /** Whether it certainly took place on the day; without a day, true. */
    boolean isCertainOn(Optional<LocalDate> on) {
        return on.filter(day -> !period().certaintyOn(day).equals("certain")).isEmpty();
    }

    /** The parties of these roles by their code. With a day: those that took part on it, at least possibly. */
    TreeMap<String, List<Party>> byParty(List<String> roles, Optional<LocalDate> on) {
        return parties(roles).stream()
                .filter(party -> party.stated().isPossibleOn(on))
                .collect(Collectors.groupingBy(Party::code, TreeMap::new, Collectors.toList()));
    }
}
