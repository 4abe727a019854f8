package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.EffectivePeriod;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedBasis;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedPhase;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedPurpose;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedStrength;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.Retraction;
import org.depositary.vocabulary.sources.Source;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An exercise, operation or observation mission.
 *
 * @param name as its sources have it
 * @param label the name, or one made of kind, parties and dates where there is none
 * @param dates a period: bounds of the whole, and its start and end as dates of their own
 * @param strength sum of the troops reported
 * @param certainty with {@code on}: whether it certainly or possibly took place on that day
 * @param claims what its sources say, while they do not agree
 * @param holds false, where the preferred claim says that it never happened; absent otherwise
 * @param retracted there once it is
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

        @Schema(type = SchemaType.OBJECT, implementation = JsonNode[].class)
        Optional<EffectivePeriod> dates,

        @Schema(type = SchemaType.OBJECT, implementation = JsonNode[].class)
        Optional<StatedPurpose> purpose,

        @Schema(type = SchemaType.ARRAY, implementation = Object.class)
        Optional<List<StatedPhase>> phases,

        List<Participant> participants,
        Optional<Troops> strength,

        @Schema(type = SchemaType.OBJECT, implementation = JsonNode[].class)
        Optional<StatedBasis> legalBasis,

        Optional<String> certainty,
        boolean disputed,
        Optional<List<ClaimItem>> claims,
        List<Source> sources,
        Optional<Boolean> holds,

        @Schema(type = SchemaType.OBJECT, implementation = JsonNode[].class)
        Optional<Retraction> retracted) {

    /**
     * Who took part, and as what: a party, or the members that an organisation had when it began.
     *
     * @param members who these were, as it is known
     */
    record Participant(
            Optional<String> party,
            @JsonProperty("members-of") Optional<String> membersOf,
            String name,
            String role,

            @Schema(type = SchemaType.OBJECT, implementation = JsonNode[].class)
            Optional<StatedStrength> strength,

            Optional<List<String>> forces,
            Optional<List<MemberThen>> members) {}

    /**
     * A member on the start day.
     *
     * @param certainty {@code certain} or {@code possible}
     */
    record MemberThen(String party, String name, String certainty) {}

    /** At least and at most so many persons, as far as they are reported. */
    record Troops(long min, long max) {}
}
