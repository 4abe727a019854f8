package org.depositary.gateway.read.parties;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyCode;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * The numbers of a state that were valid in a year. Empty for an organisation, and for a year in which the number meant
 * another state or no state.
 *
 * @param cow number of Correlates of War
 * @param gw number of Gleditsch and Ward
 */
public record StateNumbers(Optional<String> cow, Optional<String> gw) {

    private static final StateNumbers NONE = new StateNumbers(Optional.empty(), Optional.empty());
    private static final Pattern NUMBER = Pattern.compile("(cow|gw):[0-9]+");
    private static final Map<Party, List<PartyCode>> CODES = new ConcurrentHashMap<>();

    public static StateNumbers of(String party, int year) {
        if (!PartyLookup.isState(party)) {
            return NONE;
        }
        var codes = CODES.computeIfAbsent(new Party(party), StateNumbers::numbers);
        return new StateNumbers(number(codes, "cow", year), number(codes, "gw", year));
    }

    private static List<PartyCode> numbers(Party state) {
        return PartyLookup.codes(state).stream()
                .filter(code -> NUMBER.matcher(code.code()).matches())
                .toList();
    }

    /** If the number changed in the year, that at the end of the year. */
    private static Optional<String> number(List<PartyCode> codes, String scheme, int year) {
        return codes.stream()
                .filter(code -> code.scheme().equals(scheme) && isValid(code, year))
                .map(code -> code.code().substring(scheme.length() + 1))
                .reduce((earlier, later) -> later);
    }

    private static boolean isValid(PartyCode code, int year) {
        return day(code.from(), LocalDate.MIN).isBefore(LocalDate.of(year + 1, 1, 1))
                && day(code.until(), LocalDate.MAX).isAfter(LocalDate.of(year, 1, 1));
    }

    private static LocalDate day(Optional<PartialDate> date, LocalDate open) {
        return date.flatMap(PartialDate::earliest).orElse(open);
    }
}
