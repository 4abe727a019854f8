package org.depositary.gateway.read.findings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of findings, in the order of the list. Those that people can correct come first. */
public enum FindingKind {
    /** Sources disagree on a fact, and no claim is preferred. */
    CONTRADICTION,

    /** Percent shares do not sum to 100. */
    SUM,

    /** A figure per head differs from the total divided by the population. */
    QUOTIENT,

    /** A fact places a town in another country than the city list of CLDR or most other facts do. */
    PLACE,

    /** A fact names a party before that party began or after it ended. */
    OUTSIDE_TIME,

    /** Two persons held one office at the same time. */
    OVERLAP,

    /** A fact refers to an organisation, organ or instrument that is not registered. */
    UNREGISTERED,

    /** No source of the fact is a passage of a document. */
    NO_PASSAGE;

    public static final List<String> NAMES =
            Arrays.stream(values()).map(FindingKind::json).toList();

    String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FindingKind of(String json) {
        return values()[NAMES.indexOf(json)];
    }

    /** The kinds with these names; all kinds if there are none. */
    public static List<FindingKind> named(List<String> names) {
        return Arrays.stream(values())
                .filter(kind -> names.isEmpty() || names.contains(kind.json()))
                .toList();
    }
}
