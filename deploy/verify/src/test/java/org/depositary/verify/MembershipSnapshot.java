package org.depositary.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** All memberships on one day, from all pages of the list. The first page pins the cursor of all. */
record MembershipSnapshot(List<JsonNode> items, String cursor) {

    private static final String DAY = "2010-06-01";
    private static final String LIST = "/api/memberships?on=" + DAY;

    static MembershipSnapshot newest(OriginClient reader) {
        return read(reader, LIST + "&limit=1000");
    }

    static MembershipSnapshot knownAt(OriginClient reader, String cursor) {
        return read(reader, LIST + "&limit=1000&known-at=" + cursor);
    }

    /** The position that all reads have reached. */
    static long seq(OriginClient reader) {
        return seq(reader.get(LIST + "&limit=1").expect(200).cursor());
    }

    /** The position of a cursor in the log. */
    static long seq(String cursor) {
        return Long.parseLong(cursor.substring(cursor.lastIndexOf('.') + 1));
    }

    private static MembershipSnapshot read(OriginClient reader, String first) {
        var page = reader.get(first).expect(200);
        var cursor = page.cursor();
        var items = new ArrayList<>(page.items());
        while (page.body().hasNonNull("next")) {
            var next = URLEncoder.encode(page.body().path("next").asText(), UTF_8);
            page = reader.get(first + "&after=" + next).expect(200);
            items.addAll(page.items());
        }
        return new MembershipSnapshot(items, cursor);
    }

    long seq() {
        return seq(cursor);
    }

    /** The memberships that a client has in memory after it read this snapshot. */
    MemberState state() {
        return MemberState.ofSnapshot(DAY, items);
    }
}
