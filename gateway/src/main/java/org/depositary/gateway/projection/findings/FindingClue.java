package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/**
 * A clue: a property of one fact that is a possible error, or becomes one when a read compares it to the clues of
 * other facts.
 *
 * @param finding kind of finding
 * @param about subject of the clue, for example an office; clues with the same subject are compared
 * @param said values to compare and to show, as JSON
 * @param keys keys by which other clues find this one, if the subject is not enough
 */
record FindingClue(String finding, String about, ObjectNode said, Set<String> keys) {

    private static final String SPACES = "\\s+";

    static FindingClue of(String finding, ObjectNode said) {
        return new FindingClue(finding, "", said, Set.of());
    }

    /** Normalises case and white space of the subject, so that equal subjects have equal text. */
    static FindingClue of(String finding, String subject, ObjectNode said) {
        return new FindingClue(
                finding, subject.strip().replaceAll(SPACES, " ").toLowerCase(Locale.ROOT), said, Set.of());
    }

    static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }
}
