package org.depositary.gateway.feeds.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.changes.LoggedChange;

/** Writes what a change did to its fact. */
public record ChangeText(LoggedChange change) {

    private static final Map<String, String> TITLES = Map.of(
            "corrected", "Corrected: ",
            "retracted", "Retracted: ",
            "source-added", "Another source: ",
            "verified", "Checked again: ",
            "claimed", "Disputed: ",
            "claim-preferred", "Decided between claims: ",
            "claim-withdrawn", "Claim withdrawn: ");

    private static final Map<String, String> NOTES = Map.of(
            "recorded", "Recorded",
            "corrected", "Corrected",
            "retracted", "Retracted",
            "source-added", "Another source agrees",
            "verified", "Checked against its sources, and still right",
            "claimed", "Another source disagrees",
            "claim-preferred", "A curator chose a claim",
            "claim-withdrawn", "A claim was withdrawn");

    private static final Map<String, String> DOCUMENT_EVENTS = Map.of(
            "document-received", "Received",
            "document-extracted", "Text extracted",
            "document-metadata-corrected", "Metadata corrected",
            "document-taken-down", "Taken down",
            "document-takedown-lifted", "Takedown lifted");

    private static final Set<String> SHOWN_AFTER = Set.of("corrected", "claimed", "claim-preferred");

    private static final int LONGEST_VALUE = 300;

    /** What the change did, for example {@code corrected}; empty if it is about no fact. */
    public String action() {
        return change.factChange().map(said -> said.path("action").asText()).orElse("");
    }

    /** Whether the change changed something. A verification does not. */
    public boolean isSignificant() {
        return !action().equals("verified");
    }

    /** The title of an entry whose newest change this is. */
    public String title(String sentence) {
        var isTakedown = change.eventName().equals("document-taken-down");
        return (isTakedown ? "Taken down: " : TITLES.getOrDefault(action(), "")) + sentence;
    }

    /** The reason that a curator gave. */
    public Optional<String> reason() {
        return JsonFieldReader.text(change.data(), "reason");
    }

    void addTo(HtmlText html) {
        var event = DOCUMENT_EVENTS.getOrDefault(change.eventName(), StatementText.words(change.eventName()));
        html.open("p").text("%s at %s.".formatted(NOTES.getOrDefault(action(), event), change.recordedAt()));
        reason().ifPresent(reason -> html.text(" Reason: " + reason));
        html.close("p");
        if (SHOWN_AFTER.contains(action())) {
            addDifferences(html);
        }
    }

    private void addDifferences(HtmlText html) {
        var before = change.factChange().orElseThrow().path("before");
        var after = change.factChange().orElseThrow().path("after");
        if (!before.isObject() || !after.isObject()) {
            html.element("p", after.isObject() ? "It is recorded again." : "A source says that it never happened.");
            return;
        }
        var fields = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(fields::add);
        after.fieldNames().forEachRemaining(fields::add);
        html.open("ul");
        fields.forEach(field -> html.element(
                "li",
                (action().equals("claimed") ? "%s: recorded is %s, claimed is %s" : "%s: it was %s, and is %s now")
                        .formatted(StatementText.words(field), value(field, before), value(field, after))));
        html.close("ul");
    }

    private static String value(String field, JsonNode statement) {
        var value = statement.path(field);
        var text = text(value);
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    private static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "not stated";
        }
        if (value.isArray()) {
            return JsonFieldReader.elements(value).map(ChangeText::text).collect(Collectors.joining(", "));
        }
        return value.isObject() ? value.toString() : value.asText();
    }
}
