package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Something about one fact that is a finding, or becomes one in the light of other facts.
 *
 * @param finding the kind of finding
 * @param about what it has in common with the clues that it is compared with, or what tells it from others of its fact
 * @param said what is compared, and told
 */
record Clue(String finding, String about, ObjectNode said) {

    private static final String SPACES = "\\s+";

    static Clue of(String finding, ObjectNode said) {
        return new Clue(finding, "", said);
    }

    /** Subjects are the same regardless of case and of what is between words. */
    static Clue of(String finding, String subject, ObjectNode said) {
        return new Clue(finding, subject.strip().replaceAll(SPACES, " ").toLowerCase(Locale.ROOT), said);
    }

    static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }
}
