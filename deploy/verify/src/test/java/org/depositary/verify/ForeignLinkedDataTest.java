package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A JSON-LD processor that others wrote reads every kind of thing in the starting register, and the catalogue. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class ForeignLinkedDataTest {

    private static final int MOST_OF_A_KIND = 20;

    /** The kinds of facts that the starting register does not have. */
    private static final Set<String> ABSENT = Set.of(
            "/api/exercise-merges",
            "/api/exercise-phases",
            "/api/exercise-purposes",
            "/api/exercise-steps",
            "/api/participations");

    private final TestInstallation installation;
    private final OriginClient client;
    private final OriginClient contributor;

    ForeignLinkedDataTest(TestInstallation installation) throws Exception {
        this.installation = installation;
        this.client = installation.client();
        this.contributor = client.with(installation.token("contributor"));
    }

    @Test
    void jsonld_needs_no_network_loses_nothing_and_makes_triples_about_each_thing() throws IOException {
        var paths = paths();
        var words = new ArrayList<>(List.of(origin()));
        words.addAll(paths);
        var read = GatewayAnswer.JSON.readTree(ForeignClients.run("linked-data.js", words.toArray(String[]::new)));
        assertThat(read).hasSameSizeAs(paths);
        read.properties().forEach(one -> assertRead(one.getKey(), one.getValue()));
    }

    private void assertRead(String path, JsonNode read) {
        assertThat(texts(read.path("subjects"))).contains("http://localhost:%d%s".formatted(installation.port(), path));
        assertThat(texts(read.path("predicates")))
                .as(path)
                .isNotEmpty()
                .allMatch(predicate -> predicate.matches("(https?://|tag:depositary.org,2026:terms/).+"));
        assertThat(read.path("triples").asInt()).as(path).isGreaterThan(5);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Paths of every route that the OpenAPI document describes with JSON-LD. */
    private List<String> paths() {
        var byKind = new TreeMap<String, List<String>>();
        add(byKind, upload());
        add(byKind, "/api/exports");
        add(byKind, span());
        add(byKind, "/api/parties/KZ");
        add(byKind, "/api/parties/SUHH");
        for (var change : new ChangeFeedClient(client).all()) {
            var fact = change.at("/data/factChange/fact").asText();
            if (!fact.isEmpty()) {
                add(byKind, fact);
            }
        }
        var linked = kinds();
        assertThat(byKind.keySet())
                .containsAll(
                        linked.stream().filter(kind -> !ABSENT.contains(kind)).toList());
        byKind.keySet().retainAll(linked);
        return byKind.values().stream()
                .flatMap(paths -> paths.stream().filter(this::isAnswered).limit(MOST_OF_A_KIND))
                .toList();
    }

    /** A merged exercise redirects to the one that it was merged into. */
    private boolean isAnswered(String path) {
        return client.get(path).status() == 200;
    }

    private static void add(TreeMap<String, List<String>> byKind, String path) {
        var paths = byKind.computeIfAbsent(kind(path), kind -> new ArrayList<>());
        if (!paths.contains(path)) {
            paths.add(path);
        }
    }

    private TreeSet<String> kinds() {
        var kinds = new TreeSet<String>();
        client.get("/openapi?format=json").body().path("paths").properties().stream()
                .filter(path -> path.getValue().at("/get/responses/200/content").has("application/ld+json"))
                .map(path -> kind(path.getKey()))
                .forEach(kinds::add);
        assertThat(kinds).hasSizeGreaterThan(12);
        return kinds;
    }

    /** {@code /api/organs} for {@code /api/organs/{id}}. */
    private static String kind(String path) {
        return path.replaceFirst("^(/api/[a-z-]+).*", "$1");
    }

    private String upload() {
        var bytes = BodyPublishers.ofString("Declaration\n\nThe member states met. " + UUID.randomUUID());
        var document = contributor
                .send("POST", "/api/documents", bytes, "Content-Type", "text/plain")
                .expect(202)
                .body()
                .path("location")
                .asText();
        await().until(() -> client.get(document).body().path("status").asText().equals("ok"));
        return document;
    }

    private String span() {
        var spans = client.get("/api/organizations/sco/timeline?limit=1").expect(200);
        return spans.body().at("/items/0/span").asText();
    }

    private String origin() {
        return client.origin().toString().replaceFirst("/$", "");
    }
}
