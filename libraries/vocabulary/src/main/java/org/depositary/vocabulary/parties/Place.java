package org.depositary.vocabulary.parties;

import java.math.BigDecimal;
import java.util.Optional;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A place, as precisely as the source gives it. Coordinates keep their number of decimal digits, because it shows the
 * precision.
 *
 * @param country a state
 * @param lat latitude in degrees north, WGS 84
 * @param lon longitude in degrees east, WGS 84
 */
public record Place(
        Optional<String> name, Optional<Party> country, Optional<BigDecimal> lat, Optional<BigDecimal> lon) {

    private static final int LONGEST_NAME = 300;

    /**
     * Validates the place and adds its violations.
     *
     * @param pointer the JSON pointer to the place
     */
    public void check(ViolationCollector violations, String pointer) {
        violations.require(
                name.isPresent() || country.isPresent(), pointer, "A place needs a name, a country or both.");
        violations.checkText(pointer + "/name", name, LONGEST_NAME);
        country.ifPresent(party -> violations.require(
                PartyLookup.isState(party), pointer + "/country", "'%s' is not a state.".formatted(party)));
        lat.ifPresent(
                north -> violations.require(within(north, 90), pointer + "/lat", "A latitude must be from -90 to 90."));
        lon.ifPresent(east ->
                violations.require(within(east, 180), pointer + "/lon", "A longitude must be from -180 to 180."));
        violations.require(
                lat.isPresent() == lon.isPresent(),
                pointer + (lat.isPresent() ? "/lon" : "/lat"),
                "lat and lon are allowed only together.");
    }

    private static boolean within(BigDecimal degrees, int most) {
        return degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
