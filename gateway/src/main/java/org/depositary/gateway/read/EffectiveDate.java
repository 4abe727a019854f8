package org.depositary.gateway.read;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * A date as clients get it.
 *
 * @param edtf the date as it was recorded (ISO 8601-2)
 * @param earliest the first day that the date can mean; null if it is open
 * @param latest the last day that the date can mean; null if it is open
 * @param uncertain whether the source doubts the date or gives it only approximately
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EffectiveDate(String edtf, Optional<LocalDate> earliest, Optional<LocalDate> latest, boolean uncertain) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static EffectiveDate parse(String edtf) {
        return of(PartialDate.parse(edtf));
    }

    public static EffectiveDate of(PartialDate date) {
        return new EffectiveDate(date.edtf(), date.earliest(), date.latest(), date.uncertain());
    }
}
