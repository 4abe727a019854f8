package org.depositary.gateway.feeds.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Writes a span of a timeline as one English sentence without its full stop: who, what, where, from when until when. */
public final class SpanSentence {

    private static final Map<String, String> ROLES = Map.of(
            "member", "a member of %s",
            "guest", "a guest of %s",
            "observer", "an observer of %s",
            "dialogue-partner", "a dialogue partner of %s",
            "associate", "an associate of %s",
            "suspended", "suspended from %s",
            "interested", "interested in %s",
            "applicant", "an applicant to %s");

    private SpanSentence() {}

    /** @param span an item of a timeline */
    public static String of(JsonNode span, NameLookup names) {
        var said = new StatementText(span, names);
        var kind = said.optional("status").orElseGet(() -> said.text("candidacy"));
        var role =
                ROLES.getOrDefault(kind, StatementText.words(kind) + " in %s").formatted(said.organization());
        var since = DateText.bound(edtf(span, "since"));
        return span.hasNonNull("until")
                ? "%s was %s from %s until %s".formatted(said.party(), role, since, DateText.bound(edtf(span, "until")))
                : "%s has been %s since %s".formatted(said.party(), role, since);
    }

    private static String edtf(JsonNode span, String field) {
        return span.path(field).path("edtf").asText();
    }
}
