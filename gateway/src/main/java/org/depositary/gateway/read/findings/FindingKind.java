package org.depositary.gateway.read.findings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be the matter with facts, in the order of a list: what people can do something about comes first. */
public enum FindingKind {
    /** Sources do not agree on a fact, and nobody has said which to believe. */
    CONTRADICTION(RelatedFactsSql.NOTHING),

    /** Shares of a whole do not make up the whole. */
    SUM(RelatedFactsSql.NOTHING),

    /** A figure per head is not that of the whole, divided by the population. */
    QUOTIENT(RelatedFactsSql.FIGURES),

    /** A place is not in the country that the fact has it in. */
    PLACE(RelatedFactsSql.PLACES),

    /** Somebody held an office while somebody else did. */
    OVERLAP(RelatedFactsSql.TERMS),

    /** A fact refers to what nobody has registered. */
    UNREGISTERED(RelatedFactsSql.NO_REGISTRATION),

    /** No source of the fact is a passage of a document. */
    NO_PASSAGE(RelatedFactsSql.NOTHING);

    public static final List<String> NAMES =
            Arrays.stream(values()).map(FindingKind::json).toList();

    private final String beside;

    FindingKind(String beside) {
        this.beside = beside;
    }

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

    /** The statement that tells whether a clue {@code c} is a finding, see {@link RelatedFactsSql}. */
    String beside() {
        return beside;
    }
}
