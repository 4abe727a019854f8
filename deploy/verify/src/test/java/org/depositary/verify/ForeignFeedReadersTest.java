package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Feed readers that others wrote walk the archives of a feed to its first entry, and see what was retracted. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class ForeignFeedReadersTest {

    private static final int BATCH = 100;
    private static final String TAG = "tag:depositary.org,2026:fact/";

    private final OriginClient reader;
    private final OriginClient curator;
    private final ChangeFeedClient changes;
    private final AtomGrammar grammar = new AtomGrammar();
    private final String organization = "feeds-" + UUID.randomUUID().toString().substring(0, 8);

    ForeignFeedReadersTest(TestInstallation installation) throws Exception {
        this.reader = installation.client();
        this.curator = reader.with(installation.token("curator"));
        this.changes = new ChangeFeedClient(reader);
    }

    private String feed(String format) {
        return "/api/changes/feed.%s?organization=%s".formatted(format, organization);
    }

    @Test
    void rome_rss_parser_and_feedsmith_reach_the_first_entry_and_see_tombstones() throws Exception {
        curator.put("/api/organizations/" + organization, CommandBodies.organization("Feeds & <readers>"))
                .expect(201);
        int year = 1000;
        while (reader.get(feed("json")).expect(200).body().path("next_url").isMissingNode() || archives() < 2) {
            record(year, year + BATCH);
            year += BATCH;
        }
        var retracted = retractFirst();
        var ids = expectedIds();
        var atom = RomeFeed.walked(reader, feed("atom"));
        assertThat(new TreeSet<>(atom.ids())).containsAll(withoutRetracted(ids, retracted));
        assertThat(atom.deleted()).containsOnlyOnce(TAG + retracted);
        assertThat(atom.documents()).hasSizeGreaterThan(2);
        for (var document : atom.documents()) {
            assertThat(grammar.errorsOf(document)).isEmpty();
        }
        assertThat(new TreeSet<>(RomeFeed.walked(reader, feed("rss")).ids())).isEqualTo(new TreeSet<>(atom.ids()));
        assertForeign(
                new TreeSet<>(atom.ids()), TAG + retracted, atom.documents().size());
    }

    private void assertForeign(Set<String> ids, String retracted, int documents) throws Exception {
        var addresses = List.of("atom", "rss", "json").stream()
                .map(format -> reader.origin().resolve(feed(format)).toString())
                .toArray(String[]::new);
        var seen = GatewayAnswer.JSON.readTree(ForeignClients.run("feeds.js", addresses));
        assertThat(seen).hasSize(5);
        for (var walked : seen) {
            assertThat(texts(walked.path("ids"))).isEqualTo(ids);
            assertThat(walked.path("documents").asInt()).isEqualTo(documents);
        }
        assertThat(texts(seen.path("rss-parser atom").path("deleted"))).containsExactly(retracted);
    }

    /** The starting register has facts of all kinds. */
    @Test
    void every_document_of_the_feed_of_all_changes_is_valid_atom() throws Exception {
        var all = RomeFeed.walked(reader, "/api/changes/feed.atom?kind=exercise,document");
        assertThat(all.documents()).isNotEmpty();
        for (var document : all.documents()) {
            assertThat(grammar.errorsOf(document)).isEmpty();
        }
        assertThat(grammar.errorsOf(reader.get("/api/notices.atom").expect(200).text()))
                .isEmpty();
        assertThat(grammar.errorsOf(all.documents().getFirst().replaceFirst("<updated>", "<updated>x")))
                .isNotEmpty();
    }

    private int archives() throws Exception {
        return RomeFeed.walked(reader, feed("atom")).documents().size() - 1;
    }

    private void record(int from, int upTo) {
        var body = IntStream.range(from, upTo)
                .mapToObj(year ->
                        CommandBodies.change("KZ", year % 2 == 0 ? "accession" : "withdrawal", String.valueOf(year)))
                .toList();
        curator.post("/api/organizations/%s/membership-changes".formatted(organization), body)
                .expect(201);
        await().until(() ->
                reader.get(feed("json")).body().path("items").toString().contains("in " + (upTo - 1)));
    }

    /** Retracts the last change of the timeline. Returns its kind and id. */
    private String retractFirst() {
        var fact = changes.all().stream()
                .filter(this::isOurs)
                .map(change -> change.at("/data/factChange/fact").asText())
                .filter(path -> path.startsWith("/api/membership-changes/"))
                .toList()
                .getLast();
        curator.post(fact + "/retraction", java.util.Map.of("reason", "Twice")).expect(201);
        await().until(() ->
                reader.get(feed("json")).body().path("items").toString().contains("Retracted: "));
        return fact.replace("/api/membership-changes/", "membership-change/");
    }

    private boolean isOurs(JsonNode change) {
        return change.path("subject").asText().contains(organization);
    }

    private Set<String> expectedIds() {
        var ids = new TreeSet<String>();
        changes.all().stream()
                .filter(this::isOurs)
                .map(change -> change.at("/data/factChange/fact").asText())
                .map(path -> path.replaceFirst("^/api/([a-z-]+)s/", TAG + "$1/"))
                .forEach(ids::add);
        assertThat(ids).hasSizeGreaterThan(BATCH);
        return ids;
    }

    private static Set<String> withoutRetracted(Set<String> ids, String retracted) {
        var standing = new TreeSet<>(ids);
        standing.remove(TAG + retracted);
        return standing;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
