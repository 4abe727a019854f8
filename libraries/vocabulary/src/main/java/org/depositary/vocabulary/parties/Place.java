package org.depositary.vocabulary.parties;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.names.NamesByLanguage;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A place, as precisely as the source gives it. Coordinates keep their number of decimal digits, because it shows the
 * precision.
 *
 * @param country a state
 * @param names the name in several languages
 * @param countries the states of a place in several states, such as a border area
 * @param online true: not a place on earth
 * @param lat latitude in degrees north, WGS 84
 * @param lon longitude in degrees east, WGS 84
 */
public record Place(
        Optional<String> name,
        Optional<Party> country,
        Optional<BigDecimal> lat,
        Optional<BigDecimal> lon,
        Optional<NamesByLanguage> names,
        Optional<List<Party>> countries,
        Optional<Boolean> online) {

    private static final int LONGEST_NAME = 300;
    private static final int MOST_COUNTRIES = 20;

    /** A place in one state, with one name. */
    public Place(Optional<String> name, Optional<Party> country, Optional<BigDecimal> lat, Optional<BigDecimal> lon) {
        this(name, country, lat, lon, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Validates the place and adds its violations.
     *
     * @param pointer the JSON pointer to the place
     */
    public void check(ViolationCollector violations, String pointer) {
        violations.require(
                name.isPresent()
                        || names.isPresent()
                        || country.isPresent()
                        || countries.filter(states -> !states.isEmpty()).isPresent()
                        || lat.isPresent()
                        || lon.isPresent()
                        || online.orElse(false),
                pointer,
                "A place needs a name, a country, coordinates or online.");
        violations.require(
                countries.filter(List::isEmpty).isEmpty(), pointer + "/countries", "At least one state is needed.");
        violations.require(
                country.isEmpty() || countries.isEmpty(), pointer + "/countries", "Use either country or countries.");
        violations.checkEach(
                pointer + "/countries",
                countries.orElse(List.of()),
                MOST_COUNTRIES,
                (at, party) -> violations.require(
                        party != null && PartyLookup.isState(party), at, "'%s' is not a state.".formatted(party)));
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
