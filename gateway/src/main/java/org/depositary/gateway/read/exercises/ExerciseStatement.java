package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.EffectivePeriod;
import org.depositary.gateway.read.exercises.ExerciseItem.Troops;
import org.depositary.gateway.read.facts.InstrumentLinks;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.sources.Source;

/** The recorded statement of an exercise. Parties are canonical codes. */
record ExerciseStatement(
        Optional<String> name,
        String kind,
        Optional<String> status,
        Optional<String> series,
        Optional<List<String>> organizations,
        Optional<EffectivePeriod> dates,
        Optional<StatedPurpose> purpose,
        Optional<List<StatedPhase>> phases,
        Optional<List<StatedParticipant>> participants,
        Optional<StatedBasis> legalBasis,
        Optional<List<StatedStep>> steps,
        Optional<StatedStrength> strength,
        Optional<List<StatedForce>> strengthByForce,
        Optional<List<StrengthReport>> strengths,
        Optional<List<SourcedPurpose>> purposes) {

    Optional<Period> period() {
        return dates.map(period -> Period.parse(period.edtf()));
    }

    /** The troops of all participants: the reported number, or the sum of the participants. */
    Optional<Troops> troops() {
        return strength.flatMap(StatedStrength::troops).or(() -> participants.orElse(List.of()).stream()
                .flatMap(one -> one.strength().flatMap(StatedStrength::troops).stream())
                .reduce((one, other) -> new Troops(one.min() + other.min(), one.max() + other.max())));
    }

    /** Whether a source gives the number of {@link #troops}, or a number that is part of the sum, as approximate. */
    boolean isApproximate() {
        return strength.filter(reported -> reported.troops().isPresent())
                .map(Stream::of)
                .orElseGet(() -> participants.orElse(List.of()).stream().flatMap(one -> one.strength().stream()))
                .anyMatch(reported -> reported.approximate().orElse(false));
    }

    /** Adds what only the statement of a merged record says. */
    ExerciseStatement complementedBy(ExerciseStatement merged) {
        return new ExerciseStatement(
                name.or(merged::name),
                kind,
                status,
                series.or(merged::series),
                union(organizations, merged.organizations, Object::equals),
                dates,
                purpose.or(merged::purpose),
                union(phases, merged.phases, Object::equals),
                participants(merged),
                legalBasis.or(merged::legalBasis),
                union(steps, merged.steps, Object::equals),
                strength.or(merged::strength),
                strengthByForce.or(merged::strengthByForce),
                strengths(merged),
                union(purposes, merged.purposes, Object::equals));
    }

    /** The instruments that the exercise names: ids, or names as long as nobody has registered them. */
    Stream<String> instruments() {
        return Stream.concat(
                legalBasis.flatMap(StatedBasis::instrument).stream(),
                steps.orElse(List.of()).stream().flatMap(step -> step.instrument().stream()));
    }

    private static <T> Optional<List<T>> union(
            Optional<List<T>> own, Optional<List<T>> merged, BiPredicate<T, T> isSame) {
        var all = new ArrayList<>(own.orElse(List.of()));
        merged.orElse(List.of()).stream()
                .filter(one -> own.orElse(List.of()).stream().noneMatch(other -> isSame.test(one, other)))
                .forEach(all::add);
        return own.isEmpty() && all.isEmpty() ? own : Optional.of(all);
    }

    /** Those of both statements. A participant of both has the reports of both. */
    private Optional<List<StatedParticipant>> participants(ExerciseStatement merged) {
        var others = merged.participants.orElse(List.of());
        var own = participants.map(
                all -> all.stream().map(one -> complemented(one, others)).toList());
        return union(own, merged.participants, StatedParticipant::isSame);
    }

    private static StatedParticipant complemented(StatedParticipant participant, List<StatedParticipant> others) {
        var joined = participant;
        for (var other : others) {
            if (joined.isSame(other)) {
                joined = joined.complementedBy(other);
            }
        }
        return joined;
    }

    /** The reports about the whole. Without its own strength, the exercise shows that of the merged record. */
    private Optional<List<StrengthReport>> strengths(ExerciseStatement merged) {
        boolean hasStrength = strength.isPresent() || strengthByForce.isPresent();
        return joined(strengths, hasStrength ? notPreferred(merged.strengths) : merged.strengths);
    }

    private static Optional<List<StrengthReport>> joined(
            Optional<List<StrengthReport>> own, Optional<List<StrengthReport>> others) {
        return union(own, others, Object::equals);
    }

    private static Optional<List<StrengthReport>> notPreferred(Optional<List<StrengthReport>> reports) {
        return reports.map(all -> all.stream().map(StrengthReport::notPreferred).toList());
    }

    /**
     * What sources report about a strength.
     *
     * @param url the fact or the claim that reports it
     * @param preferred whether this is the strength that the exercise or its participant shows
     * @param strength how many persons
     * @param strengthByForce the same by kind of troops
     * @param sources the sources that report it
     */
    record StrengthReport(
            String url,
            boolean preferred,
            Optional<StatedStrength> strength,
            Optional<List<StatedForce>> strengthByForce,
            List<Source> sources) {

        StrengthReport notPreferred() {
            return new StrengthReport(url, false, strength, strengthByForce, sources);
        }
    }

    /**
     * The purpose of the exercise.
     *
     * @param declared the purpose that the hosts declared
     * @param assessed the purpose in the judgement of the source
     */
    record StatedPurpose(Optional<String> declared, Optional<String> assessed) {}

    /**
     * A part of the exercise at one place.
     *
     * @param place where it took place
     * @param dates when it took place
     * @param days length in days, if the source gives it instead of dates
     * @param note a remark of the register
     * @param url URL of the phase, if it is a fact of its own
     * @param disputed whether sources disagree about it
     * @param sources its sources
     */
    record StatedPhase(
            StatedPlace place,
            Optional<EffectivePeriod> dates,
            Optional<Integer> days,
            Optional<String> note,
            Optional<String> url,
            Optional<Boolean> disputed,
            Optional<List<Source>> sources) {}

    /**
     * A purpose that is a fact of its own.
     *
     * @param view {@code declared} or {@code assessed}
     * @param text the purpose in words
     * @param party who declared the purpose
     * @param url URL of the fact
     * @param disputed whether sources disagree about it
     * @param sources its sources
     */
    record SourcedPurpose(
            String view,
            String text,
            Optional<String> party,
            String url,
            Optional<Boolean> disputed,
            List<Source> sources) {}

    /**
     * A place with latitude and longitude in degrees (WGS 84).
     *
     * @param name its name
     * @param country code of the state
     * @param lat latitude
     * @param lon longitude
     * @param names its names, by BCP 47 language code
     * @param countries the states of a border area
     * @param online true: not a place on earth
     */
    record StatedPlace(
            Optional<String> name,
            Optional<String> country,
            Optional<BigDecimal> lat,
            Optional<BigDecimal> lon,
            Optional<Map<String, String>> names,
            Optional<List<String>> countries,
            Optional<Boolean> online) {}

    /**
     * A participant as stated.
     *
     * @param forces kinds of troops, in the words of the source
     * @param joined the first day of the participant; absent if it took part from the start
     * @param left the last day of the participant; absent if it took part until the end
     * @param url the URL of the participation, if it is a fact of its own
     */
    record StatedParticipant(
            Optional<String> party,
            @JsonProperty("members-of") Optional<String> membersOf,
            String role,
            Optional<StatedStrength> strength,
            Optional<List<String>> forces,
            Optional<EffectiveDate> joined,
            Optional<EffectiveDate> left,
            Optional<List<StatedForce>> strengthByForce,
            Optional<List<StrengthReport>> strengths,
            Optional<String> equipment,
            Optional<String> note,
            Optional<String> url,
            Optional<Boolean> disputed,
            Optional<List<Source>> sources) {

        /** Adds the reports of the same participant in a merged record. Without a figure, it takes that of the other. */
        StatedParticipant complementedBy(StatedParticipant other) {
            boolean isSilent = strength.isEmpty();
            return new StatedParticipant(
                    party,
                    membersOf,
                    role,
                    strength.or(other::strength),
                    forces,
                    joined,
                    left,
                    isSilent ? strengthByForce.or(other::strengthByForce) : strengthByForce,
                    ExerciseStatement.joined(strengths, isSilent ? other.strengths : notPreferred(other.strengths)),
                    equipment,
                    note,
                    url,
                    disputed,
                    sources);
        }

        /** The period from joining to leaving, within the given period of the exercise. */
        Period period(Period exercise) {
            return new Period(
                    joined.map(date -> PartialDate.parse(date.edtf())).orElse(exercise.start()),
                    left.map(date -> PartialDate.parse(date.edtf())).orElse(exercise.end()));
        }

        boolean isSame(StatedParticipant other) {
            return party.equals(other.party) && membersOf.equals(other.membersOf) && role.equals(other.role);
        }

        String code() {
            return party.or(() -> membersOf).orElse("");
        }
    }

    /**
     * The number of persons, as a minimum and a maximum.
     *
     * @param min the minimum
     * @param max the maximum
     * @param approximate whether the source gives it as approximate
     */
    record StatedStrength(Optional<Long> min, Optional<Long> max, Optional<Boolean> approximate) {

        /** Both bounds. If only one is known, it is both. Empty if none is known. */
        Optional<Troops> troops() {
            return min.or(() -> max).map(least -> new Troops(least, max.orElse(least)));
        }
    }

    /**
     * The legal basis.
     *
     * @param instrument its id, or its name if it is not registered
     * @param instrumentUrl the URL of the instrument, if it is registered
     * @param article the article of the instrument
     * @param invokedBy the party that invoked it
     * @param invoked when it was invoked
     */
    record StatedBasis(
            Optional<String> instrument,
            Optional<String> instrumentUrl,
            Optional<String> article,
            Optional<String> invokedBy,
            Optional<EffectiveDate> invoked) {

        StatedBasis linkedBy(InstrumentLinks links) {
            return new StatedBasis(instrument, instrument.flatMap(links::url), article, invokedBy, invoked);
        }
    }

    /**
     * The number of persons of one force.
     *
     * @param force the kind of troops, in the words of the source
     * @param strength how many of them
     */
    record StatedForce(String force, StatedStrength strength) {}

    /**
     * A dated step in the life of the exercise, which is a fact of its own.
     *
     * @param step the kind of step, such as {@code decision}, {@code start} or {@code completion}
     * @param effective when it took effect
     * @param dates the planned period of a schedule
     * @param party the party that took the step
     * @param instrument id or name of the instrument by which it was taken
     * @param instrumentUrl the URL of the instrument, if it is registered
     * @param article the article of the instrument
     * @param note a remark of the register
     * @param url URL of the fact
     * @param disputed whether sources disagree about it
     * @param sources its sources
     */
    record StatedStep(
            String step,
            EffectiveDate effective,
            Optional<EffectivePeriod> dates,
            Optional<String> party,
            Optional<String> instrument,
            Optional<String> instrumentUrl,
            Optional<String> article,
            Optional<String> note,
            String url,
            Optional<Boolean> disputed,
            List<Source> sources) {

        StatedStep linkedBy(InstrumentLinks links) {
            return new StatedStep(
                    step,
                    effective,
                    dates,
                    party,
                    instrument,
                    instrument.flatMap(links::url),
                    article,
                    note,
                    url,
                    disputed,
                    sources);
        }
    }
}
