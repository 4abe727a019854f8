package org.depositary.vocabulary;

import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The letter codes of states: ISO 3166-1 alpha-2 and alpha-3 with Kosovo, ISO 3166-3, and what was withdrawn. */
final class StateCodes {

    /** Parts of other countries that CLDR lists beside those of ISO: Diego Garcia, Ceuta and Melilla, the Canaries. */
    private static final Set<String> NOT_ISO = Set.of("DG", "EA", "IC");

    private static final List<Party> PRESENT = Stream.of(ULocale.getISOCountries())
            .filter(code -> !NOT_ISO.contains(code))
            .map(Party::new)
            .toList();
    private static final Map<String, Party> BY_CODE = byCode();
    private static final List<Party> ALL = BY_CODE.values().stream()
            .distinct()
            .sorted(Comparator.comparing(Party::code))
            .toList();

    private StateCodes() {}

    static Optional<Party> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** All that have a code, present and former, by code. */
    static List<Party> all() {
        return ALL;
    }

    private static Map<String, Party> byCode() {
        var codes = new HashMap<String, Party>();
        Table.rows("withdrawn-codes.csv").forEach(row -> put(codes, row.get(1), new Party(row.get(0))));
        Table.rows("former-states.csv")
                .forEach(row -> put(codes, row.get(0) + " " + row.get(1), new Party(row.get(0))));
        PRESENT.forEach(party -> codes.put(new ULocale("", party.code()).getISO3Country(), party));
        PRESENT.forEach(party -> codes.put(party.code(), party));
        return Map.copyOf(codes);
    }

    private static void put(Map<String, Party> codes, String words, Party party) {
        Table.words(words).forEach(code -> codes.put(code, party));
    }
}
