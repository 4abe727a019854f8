package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A snapshot, followed by the documents of a feed back to a known archive page, equals a later snapshot under writes. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class FeedSnapshotTest {

    private static final String FEED = "/api/changes/feed.json?kind=membership";

    /**
     * The entries of a walk, the newest first.
     *
     * @param cursor up to which the subscription document has all changes
     * @param newestArchive the first archive page; a later walk ends there
     */
    private record Walk(List<JsonNode> items, String cursor, Optional<String> newestArchive) {}

    private final TestInstallation installation;
    private final OriginClient reader;

    FeedSnapshotTest(TestInstallation installation) {
        this.installation = installation;
        this.reader = installation.client();
    }

    @Test
    void a_snapshot_followed_by_the_archives_equals_a_later_snapshot() throws Exception {
        try (var rounds = new RoundsUnderWrites("the archives of a feed", installation)) {
            var walk = walk(Optional.empty());
            var state = MembershipSnapshot.knownAt(reader, walk.cursor()).state();
            for (int round = 0; round < RoundsUnderWrites.ROUNDS; round++) {
                rounds.awaitFurtherChanges();
                walk = walk(walk.newestArchive());
                walk.items().reversed().forEach(item -> state.apply(change(item)));
                assertThat(state.rows())
                        .as("round %d", round)
                        .isEqualTo(MembershipSnapshot.knownAt(reader, walk.cursor())
                                .state()
                                .rows())
                        .isNotEmpty();
            }
            rounds.endWrites();
        }
    }

    /** Reads the subscription document and the archive pages before it, without the known one. */
    private Walk walk(Optional<String> known) {
        var page = reader.get(FEED).expect(200);
        var cursor = page.cursor();
        var archive = previous(page);
        var items = new ArrayList<>(page.items());
        for (var next = archive; next.isPresent() && !next.equals(known); next = previous(page)) {
            page = reader.get(next.get()).expect(200);
            items.addAll(page.items());
        }
        return new Walk(items, cursor, archive);
    }

    private static Optional<String> previous(GatewayAnswer page) {
        return Optional.ofNullable(page.body().path("next_url").textValue());
    }

    /** The newest change of an entry, in the form of a change of the log. */
    private static JsonNode change(JsonNode item) {
        var newest = item.path("_depositary");
        var membership =
                newest.path("subject").asText().replace("membership:", "").split("/");
        var data = JsonNodeFactory.instance.objectNode();
        data.put("organization", membership[0]).put("party", membership[membership.length - 1]);
        data.set("factChange", newest.path("factChange"));
        return JsonNodeFactory.instance.objectNode().set("data", data);
    }
}
