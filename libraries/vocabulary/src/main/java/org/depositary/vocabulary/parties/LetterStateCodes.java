package org.depositary.vocabulary.parties;

import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;

/** The letter codes of states: ISO 3166-1 alpha-2 and alpha-3 with Kosovo, ISO 3166-3, and withdrawn codes. */
final class LetterStateCodes {

    private static final String ISO_3166_3 = "iso-3166-3";

    /**
     * Regions that CLDR lists but ISO 3166-1 does not. They are not offered as parties: Diego Garcia, Ceuta and
     * Melilla, the Canaries.
     */
    private static final Set<String> NOT_ISO = Set.of("DG", "EA", "IC");

    private static final List<Party> PRESENT = Stream.of(ULocale.getISOCountries())
            .filter(code -> !NOT_ISO.contains(code))
            .map(Party::new)
            .toList();
    private static final Map<String, Party> BY_CODE = byCode();
    private static final Map<String, PartialDate> WITHDRAWN = withdrawn();
    private static final List<Party> ALL = BY_CODE.values().stream()
            .distinct()
            .sorted(Comparator.comparing(Party::code))
            .toList();

    private LetterStateCodes() {}

    static Optional<Party> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    static List<PartyCode> of(Party party) {
        return BY_CODE.entrySet().stream()
                .filter(entry -> entry.getValue().equals(party))
                .map(Map.Entry::getKey)
                .filter(code -> code.indexOf(':') < 0)
                .map(code -> new PartyCode(scheme(code), code, Optional.empty(), until(code, party)))
                .sorted(Comparator.comparing(PartyCode::scheme).thenComparing(PartyCode::code))
                .toList();
    }

    private static String scheme(String code) {
        return switch (code.length()) {
            case 2 -> "iso-3166-1-alpha-2";
            case 3 -> "iso-3166-1-alpha-3";
            default -> ISO_3166_3;
        };
    }

    /**
     * Returns the date on which the code was withdrawn. Empty for a current code, and for ISO 3166-3, which never
     * withdraws a code.
     */
    private static Optional<PartialDate> until(String code, Party party) {
        return scheme(code).equals(ISO_3166_3)
                ? Optional.empty()
                : Optional.ofNullable(WITHDRAWN.get(code))
                        .or(() -> PartyLookup.former(party).map(state -> PartialDate.of(state.until())));
    }

    /** Returns all current and former states that have a letter code, sorted by code. */
    static List<Party> all() {
        return ALL;
    }

    private static Map<String, Party> byCode() {
        var codes = new HashMap<String, Party>();
        CsvResourceReader.rows("withdrawn-codes.csv").forEach(row -> put(codes, row.get(1), new Party(row.get(0))));
        CsvResourceReader.rows("former-states.csv")
                .forEach(row -> put(codes, row.get(0) + " " + row.get(1), new Party(row.get(0))));
        PRESENT.forEach(party -> codes.put(new ULocale("", party.code()).getISO3Country(), party));
        PRESENT.forEach(party -> codes.put(party.code(), party));
        return Map.copyOf(codes);
    }

    private static Map<String, PartialDate> withdrawn() {
        var withdrawn = new HashMap<String, PartialDate>();
        CsvResourceReader.rows("withdrawn-codes.csv").stream()
                .filter(row -> !row.get(2).isEmpty())
                .forEach(row -> CsvResourceReader.words(row.get(1))
                        .forEach(code -> withdrawn.put(code, PartialDate.parse(row.get(2)))));
        return Map.copyOf(withdrawn);
    }

    private static void put(Map<String, Party> codes, String words, Party party) {
        CsvResourceReader.words(words).forEach(code -> codes.put(code, party));
    }
}
