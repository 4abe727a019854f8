package org.depositary.gateway.feeds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.depositary.eventsourcing.relay.TopicDefinition;
import org.depositary.gateway.TestEventPublisher;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.changes.MatchingChange;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests that the documents of a feed have all its entries, and that archive pages never change. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class FeedArchivesTest {

    private static final int PAGE = 40;
    private static final int PARTITIONS = TopicDefinition.PARTITIONS;

    private final String organization = "feed-" + UUID.randomUUID().toString().substring(0, 8);
    private final String feed = "/api/changes/feed.json?organization=" + organization;

    @Inject
    TestEventPublisher bus;

    @Inject
    ObjectMapper mapper;

    /** An id that ends a page, or one that does not. */
    private static UUID id(boolean ends) {
        return Stream.generate(UUID::randomUUID)
                .filter(id -> PageEnds.isEnd(new MatchingChange(new Cursor("test", 1), id, OffsetDateTime.MIN)) == ends)
                .findFirst()
                .orElseThrow();
    }

    /** Records one fact for each number. All are in one partition of Kafka, so the log has them in this order. */
    private void record(int from, int upTo, Set<Integer> ends) {
        bus.publish(IntStream.range(from, upTo)
                .mapToObj(n -> Event.of(
                                "rule:" + fact(n), 1, "rule-recorded", """
                        {"id": "%s", "organization": "%s", "subject": "decisions", "rule": "consensus",
                         "effective": "%d", "sources": [{"title": "A book"}]}
                        """.formatted(fact(n), organization, 1000 + n))
                        .withId(id(ends.contains(n))))
                .toArray(Event[]::new));
        given().header("Prefer", "wait=300")
                .header("Depositary-After", "rule:%s@1".formatted(fact(upTo - 1)))
                .get("/api/changes?limit=1")
                .then()
                .statusCode(200);
    }

    private UUID fact(int n) {
        return IntStream.iterate(0, turn -> turn + 1)
                .mapToObj(turn -> UUID.nameUUIDFromBytes((organization + n + " " + turn).getBytes()))
                .filter(id -> partition("rule:" + id) == 0)
                .findFirst()
                .orElseThrow();
    }

    /** The partition that Kafka's producer chooses for a stream. */
    private static int partition(String stream) {
        return Utils.toPositive(Utils.murmur2(stream.getBytes())) % PARTITIONS;
    }

    private static Set<Integer> everyPage(int upTo) {
        var ends = new TreeSet<Integer>();
        for (int n = PAGE - 1; n < upTo; n += PAGE) {
            ends.add(n);
        }
        return ends;
    }

    /** Reads the subscription document and all archive pages, by their addresses. */
    private Map<String, JsonNode> walked(String address) throws Exception {
        var pages = new LinkedHashMap<String, JsonNode>();
        for (var next = address;
                !next.isEmpty();
                next = pages.get(next).path("next_url").asText()) {
            var page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            pages.put(next, mapper.readTree(page.asString()));
        }
        return pages;
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private List<String> facts(int upTo) {
        return IntStream.range(0, upTo)
                .mapToObj(n -> EntryIds.of("rule", fact(n).toString()))
                .toList()
                .reversed();
    }

    @Test
    void archive_pages_reach_the_first_entry_and_never_change() throws Exception {
        record(0, 4 * PAGE + 35, everyPage(4 * PAGE));
        var before = walked(feed);
        assertThat(before.values()).extracting(page -> ids(page).size()).containsExactly(35, PAGE, PAGE, PAGE, PAGE);
        assertThat(before.values())
                .flatExtracting(FeedArchivesTest::ids)
                .containsExactlyElementsOf(facts(4 * PAGE + 35));
        record(4 * PAGE + 35, 6 * PAGE, everyPage(6 * PAGE));
        var after = walked(feed);
        assertThat(after).hasSize(7);
        before.remove(feed);
        assertThat(after).containsAllEntriesOf(before);
    }

    @Test
    void just_after_a_page_end_the_subscription_document_repeats_entries() throws Exception {
        record(0, 2 * PAGE, everyPage(2 * PAGE));
        var pages = walked(feed);
        assertThat(pages.values()).extracting(page -> ids(page).size()).containsExactly(30, PAGE, PAGE);
    }

    @Test
    void changes_without_a_page_end_are_split_into_pages() throws Exception {
        record(0, PageEnds.MOST + PAGE, Set.of());
        var pages = walked(feed);
        assertThat(pages.values()).extracting(page -> ids(page).size()).containsExactly(PageEnds.MOST, PAGE);
        assertThat(pages.values())
                .flatExtracting(FeedArchivesTest::ids)
                .containsExactlyElementsOf(facts(PageEnds.MOST + PAGE));
    }

    @Test
    void a_sparse_filter_reaches_its_first_entry() throws Exception {
        record(0, 3, Set.of(1));
        var pages = walked(feed + "&kind=membership&type=rule-recorded");
        assertThat(pages.values().iterator().next().path("items")).hasSize(3);
        assertThat(pages).hasSize(2);
        assertThat(walked(feed + "&kind=exercise").values().iterator().next().path("items"))
                .isEmpty();
    }

    @Test
    void archive_pages_have_the_links_and_headers_of_their_standards() {
        record(0, 2 * PAGE, everyPage(2 * PAGE));
        for (var format : List.of("atom", "rss")) {
            var subscription = given().get(feed.replace("json", format))
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(subscription.asString())
                    .contains("rel=\"self\"", "rel=\"current\"")
                    .doesNotContain("fh:archive/");
            var archive =
                    subscription.asString().replaceAll("(?s).*rel=\"prev-archive\"[^>]*href=\"([^\"]*)\".*", "$1");
            var page = given().urlEncodingEnabled(false)
                    .get(archive.replace("&amp;", "&"))
                    .then()
                    .statusCode(200)
                    .contentType("application/%s+xml".formatted(format))
                    .header("Cache-Control", "public, max-age=31536000, immutable")
                    .header("ETag", startsWith("\""))
                    .extract();
            assertThat(page.asString()).contains("<fh:archive/>", "rel=\"current\"", "rel=\"prev-archive\"");
            given().urlEncodingEnabled(false)
                    .header("If-None-Match", page.header("ETag"))
                    .get(archive.replace("&amp;", "&"))
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void a_page_of_another_epoch_is_gone_and_says_where_to_start() {
        given().get(feed + "&archive=zzzzzzzz.1")
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/unknown-cursor"))
                .body("detail", org.hamcrest.Matchers.containsString(feed));
    }
}
