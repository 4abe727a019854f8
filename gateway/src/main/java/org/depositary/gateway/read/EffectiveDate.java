package org.depositary.gateway.read;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * A date as clients get it.
 *
 * @param edtf as it was recorded (ISO 8601-2)
 * @param earliest first day it can mean; null where it is open
 * @param latest last day it can mean; null where it is open
 * @param uncertain whether the source doubts it, or has it approximately
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
