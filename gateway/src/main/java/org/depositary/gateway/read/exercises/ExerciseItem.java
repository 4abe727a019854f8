package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.EffectivePeriod;
import org.depositary.gateway.read.exercises.ExerciseStatement.SourcedPurpose;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedBasis;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedForce;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedPhase;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedPurpose;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedStep;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedStrength;
import org.depositary.gateway.read.exercises.ExerciseStatement.StrengthReport;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.Retraction;
import org.depositary.vocabulary.sources.Source;

/**
 * An exercise, operation or observation mission.
 *
 * @param id never changes
 * @param url URL of the exercise
 * @param name the name in its sources
 * @param label the name, or a text made of kind, parties and dates if it has no name
 * @param kind {@code exercise}, {@code rescue-exercise}, {@code operation} or {@code observation-mission}
 * @param status the status on the day of the read; absent if it had none on that day
 * @param series name of the series to which it belongs
 * @param organizations ids of the organisations that held it
 * @param dates the period: its bounds as a whole, and the dates of its start and end
 * @param purpose its purpose, as declared and as assessed by others
 * @param phases its places, each with its dates
 * @param purposes declared and assessed purposes with their own sources
 * @param participants if a day was requested: only those that certainly or possibly took part on that day
 * @param participantsOnOtherDays if a day was requested: the participants that had not joined, or had left; absent if
 *     there are none
 * @param strength the troops of all participants: the reported number, or the sum of the participants
 * @param reportedStrength the number of all troops, if a source gives it
 * @param strengthByForce reported troops by branch, such as land and air
 * @param strengths what each source reports about all troops
 * @param legalBasis the instrument and article by which it took place
 * @param steps the dated steps in its life; absent if none is recorded
 * @param certainty if a day was requested: whether the exercise certainly or possibly took place on that day
 * @param disputed whether sources disagree about the record, or about one that was merged into it
 * @param claims the claims of its sources, if they disagree
 * @param sources its sources. If records were merged into it: the sources of all records and of all their claims
 * @param merged the records that were merged into this one; absent if there are none
 * @param holds false if the preferred claim says that the exercise never happened; absent otherwise
 * @param retracted present if the exercise is retracted
 */
public record ExerciseItem(
        String id,
        String url,
        @JsonInclude(Include.ALWAYS) Optional<String> name,
        String label,
        String kind,
        Optional<String> status,
        Optional<String> series,
        List<String> organizations,

        Optional<EffectivePeriod> dates,

        Optional<StatedPurpose> purpose,

        Optional<List<StatedPhase>> phases,

        Optional<List<SourcedPurpose>> purposes,

        List<Participant> participants,
        Optional<List<Participant>> participantsOnOtherDays,
        Optional<Troops> strength,

        Optional<StatedStrength> reportedStrength,

        Optional<List<StatedForce>> strengthByForce,

        Optional<List<StrengthReport>> strengths,

        Optional<StatedBasis> legalBasis,

        Optional<List<StatedStep>> steps,

        Optional<String> certainty,
        boolean disputed,
        Optional<List<ClaimItem>> claims,
        List<Source> sources,
        Optional<List<MergedRecord>> merged,
        Optional<Boolean> holds,

        Optional<Retraction> retracted) {

    /**
     * A participant and its role: a party, or the members that an organisation had at the start of the exercise.
     *
     * @param party code of the party; absent for the members of an organisation
     * @param membersOf id of the organisation whose members took part
     * @param name name of the party or organisation in the preferred language
     * @param role {@code host}, {@code participant}, {@code observer}, {@code monitor} or {@code planner}
     * @param strength its troops
     * @param forces kinds of troops, in the words of the source
     * @param strengthByForce its troops by kind
     * @param strengths what each source reports about its strength
     * @param equipment its equipment, in the words of the source
     * @param joined its first day; absent if it took part from the start
     * @param left its last day; absent if it took part until the end
     * @param certainty if a day was requested: whether it certainly or possibly took part on that day
     * @param note a remark of the register
     * @param url the URL of the participation, if it is a fact of its own, with its own sources
     * @param disputed whether sources disagree about it
     * @param sources its sources
     * @param members the members of a participating organisation, as far as they are recorded
     */
    record Participant(
            Optional<String> party,
            @JsonProperty("members-of") Optional<String> membersOf,
            String name,
            String role,

            Optional<StatedStrength> strength,

            Optional<List<String>> forces,

            Optional<List<StatedForce>> strengthByForce,

            Optional<List<StrengthReport>> strengths,

            Optional<String> equipment,

            Optional<EffectiveDate> joined,

            Optional<EffectiveDate> left,

            Optional<String> certainty,
            Optional<String> note,
            Optional<String> url,
            Optional<Boolean> disputed,
            Optional<List<Source>> sources,
            Optional<List<MemberThen>> members) {}

    /**
     * A record that was merged into this one. Its URL redirects here.
     *
     * @param id id of the merged record
     * @param url URL of the merged record
     * @param name the name in its sources
     * @param disputed whether sources disagree about it
     * @param claims the claims of its sources, if they disagree
     * @param sources its sources
     * @param recordings URL of its events
     */
    record MergedRecord(
            String id,
            String url,
            Optional<String> name,
            boolean disputed,
            Optional<List<ClaimItem>> claims,
            List<Source> sources,
            String recordings) {}

    /**
     * A member of a participating organisation on the start day.
     *
     * @param party code of the party
     * @param name name of the party in the preferred language
     * @param certainty {@code certain} or {@code possible}
     */
    record MemberThen(String party, String name, String certainty) {}

    /**
     * The minimum and maximum number of persons, summed over the participants whose strength was reported.
     *
     * @param min the sum of the minimums
     * @param max the sum of the maximums
     * @param approximate true if a source gives the number, or one of those that are summed, as approximate; absent otherwise
     */
    record Troops(long min, long max, Optional<Boolean> approximate) {

        Troops(long min, long max) {
            this(min, max, Optional.empty());
        }

        Troops approximate(boolean isApproximate) {
            return new Troops(min, max, Optional.of(isApproximate).filter(approximately -> approximately));
        }
    }
}
