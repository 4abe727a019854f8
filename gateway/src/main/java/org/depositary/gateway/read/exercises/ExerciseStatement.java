package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.EffectivePeriod;

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
        Optional<StatedBasis> legalBasis) {

    /**
     * @param declared the purpose that the hosts declared
     * @param assessed the purpose in the judgement of the source
     */
    record StatedPurpose(Optional<String> declared, Optional<String> assessed) {}

    /** @param days length in days, if the source gives it instead of dates */
    record StatedPhase(StatedPlace place, Optional<EffectivePeriod> dates, Optional<Integer> days) {}

    /** A place with latitude and longitude in degrees (WGS 84). */
    record StatedPlace(
            Optional<String> name, Optional<String> country, Optional<BigDecimal> lat, Optional<BigDecimal> lon) {}

    /** @param forces kinds of troops, in the words of the source */
    record StatedParticipant(
            Optional<String> party,
            @JsonProperty("members-of") Optional<String> membersOf,
            String role,
            Optional<StatedStrength> strength,
            Optional<List<String>> forces) {

        String code() {
            return party.or(() -> membersOf).orElse("");
        }
    }

    /** The number of persons, as a minimum and a maximum. */
    record StatedStrength(Optional<Long> min, Optional<Long> max, Optional<Boolean> approximate) {}

    record StatedBasis(
            Optional<String> instrument,
            Optional<String> article,
            Optional<String> invokedBy,
            Optional<EffectiveDate> invoked) {}
}
