package org.depositary.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * A client's own list of who is a member of what on one day. It begins as a snapshot and follows the changes, by the rules
 * in {@code docs/events.md} and nothing else: a change of a membership has all its spans, and they replace what was known.
 */
final class MemberState {

    private record Membership(String organization, String party) {
        static Membership of(JsonNode json) {
            return new Membership(
                    json.path("organization").asText(), json.path("party").asText());
        }
    }

    private final String day;
    private final Map<Membership, List<Map<String, String>>> members = new HashMap<>();

    private MemberState(String day) {
        this.day = day;
    }

    /**
     * Parties with a candidacy and no status are left out, as {@link #apply} does.
     *
     * @param items the items of all pages of {@code /api/memberships?on=} the day
     */
    static MemberState ofSnapshot(String day, List<JsonNode> items) {
        var state = new MemberState(day);
        items.stream()
                .filter(item -> !item.path("status").asText().equals("none"))
                .forEach(item -> state.members.put(Membership.of(item), List.of(row(item, "change"))));
        return state;
    }

    /** @param change a CloudEvent, as a stream or a page has it */
    void apply(JsonNode change) {
        var data = change.path("data");
        var spans = data.path("factChange").path("spans");
        if (spans.isMissingNode()) {
            return;
        }
        var now = StreamSupport.stream(spans.spliterator(), false)
                .filter(span -> span.has("status") && holds(span))
                .map(span -> row(span, "opened"))
                .toList();
        if (now.isEmpty()) {
            members.remove(Membership.of(data));
        } else {
            members.put(Membership.of(data), now);
        }
    }

    /** Whether the span holds on the day, certainly or possibly. ISO dates sort as text. */
    private boolean holds(JsonNode span) {
        var start = span.path("since").path("earliest").asText();
        var end = span.path("until").path("latest");
        return start.compareTo(day) <= 0 && (!end.isTextual() || day.compareTo(end.asText()) < 0);
    }

    private static Map<String, String> row(JsonNode json, String change) {
        return Map.of(
                "status", json.path("status").asText(),
                "since", json.path("since").path("edtf").asText(),
                "until", json.path("until").path("edtf").asText(),
                "disputed", json.path("disputed").asText(),
                "change", json.path(change).asText());
    }

    /** All rows, to compare two states. */
    Map<String, List<Map<String, String>>> rows() {
        var rows = new TreeMap<String, List<Map<String, String>>>();
        members.forEach((membership, row) -> rows.put(membership.toString(), row));
        return rows;
    }
}
