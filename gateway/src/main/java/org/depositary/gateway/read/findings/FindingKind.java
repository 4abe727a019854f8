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

    /** An exercise or operation ended before it started. */
    END_BEFORE_START,

    /** A phase began before its exercise or ended after it. */
    PHASE_OUTSIDE_DATES,

    /** The parts of a strength exceed the whole: the participants the exercise, or the forces their participant. */
    PARTS_ABOVE_WHOLE,

    /** An exercise took place in a state that is not in its list of participants. */
    UNLISTED_HOST,

    /** Two exercises with similar names, dates and parties may be one. */
    POSSIBLE_DUPLICATE,

    /** Two persons held one office at the same time. */
    OVERLAP,

    /** A document states different dates or places, and no curator has decided. */
    METADATA_CONFLICT,

    /** A fact refers to an organisation, organ or instrument that is not registered. */
    UNREGISTERED,

    /** A cited passage or quote is not in the current text of its document, or in several places. */
    ORPHANED_CITATION,

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
