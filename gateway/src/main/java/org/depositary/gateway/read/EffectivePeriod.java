package org.depositary.gateway.read;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.depositary.vocabulary.dates.Period;

/**
 * A period as clients get it: the bounds of the whole period, and the dates of its start and end.
 *
 * @param edtf the period as a source states it (ISO 8601-2, levels 0 and 1)
 * @param earliest the first day that can belong to it; null if that side is open
 * @param latest the last day that can belong to it; null if that side is open
 * @param uncertain whether the source doubts a date or gives it as approximate
 * @param start when it began
 * @param end when it ended
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EffectivePeriod(
        String edtf,
        Optional<LocalDate> earliest,
        Optional<LocalDate> latest,
        boolean uncertain,
        EffectiveDate start,
        EffectiveDate end) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static EffectivePeriod parse(String edtf) {
        var period = Period.parse(edtf);
        var whole = period.asPoint();
        return new EffectivePeriod(
                whole.edtf(),
                whole.earliest(),
                whole.latest(),
                whole.uncertain(),
                EffectiveDate.of(period.start()),
                EffectiveDate.of(period.end()));
    }
}
