package org.depositary.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.LiveClientsProfile;
import org.depositary.gateway.TestEventPublisher;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@code GET /api/changes}, which returns the change log in pages. */
@QuarkusTest
@TestProfile(LiveClientsProfile.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ChangesPageTest {

    private static final String PATH = "/api/changes";

    private final String organization = "o-" + UUID.randomUUID().toString().substring(0, 8);
    private final String stream = "membership:" + organization + "/KZ";

    @Inject
    TestEventPublisher bus;

    @Inject
    GatewayTableQueries log;

    private void publish(int from, int upTo) {
        bus.publish(IntStream.rangeClosed(from, upTo)
                .mapToObj(version -> Event.accession(organization, "KZ", version))
                .toArray(Event[]::new));
        awaitServed(upTo);
    }

    private void awaitServed(int versions) {
        await().until(() -> log.versions(stream).size() == versions);
        await().until(() -> log.select("SELECT min(p.seq) = max(h.seq) FROM position p, change_head h")
                .getFirst()
                .equals("t"));
    }

    private Response page(String... parameters) {
        var request = given().queryParam("organization", organization);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(PATH);
    }

    private static List<Integer> versions(Response page) {
        return page.jsonPath().getList("items.sequence", Integer.class);
    }

    @Test
    void pages_follow_each_other_and_the_last_one_has_a_cursor_to_continue_from() {
        publish(1, 7);
        var seen = new ArrayList<Integer>();
        var page = page("limit", "3");
        while (page.jsonPath().get("next") != null) {
            assertThat(page.jsonPath().getString("cursor")).isNull();
            assertThat(page.header("Link")).contains("rel=\"next\"").contains("organization=" + organization);
            seen.addAll(versions(page));
            page = page("limit", "3", "after", page.jsonPath().getString("next"));
        }
        seen.addAll(versions(page));
        assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6, 7);
        var cursor = page.jsonPath().getString("cursor");
        publish(8, 9);
        assertThat(versions(page("since", cursor))).containsExactly(8, 9);
    }

    @Test
    void the_last_page_ends_where_the_log_ended_at_the_first_page() {
        publish(1, 4);
        var first = page("limit", "2");
        publish(5, 6);
        var last = page("limit", "2", "after", first.jsonPath().getString("next"));
        assertThat(versions(last)).containsExactly(3, 4);
        assertThat(versions(page("since", last.jsonPath().getString("cursor")))).containsExactly(5, 6);
    }

    @Test
    void changes_are_selected_by_who_recorded_them() {
        publish(1, 2);
        assertThat(versions(page("actor", "somebody"))).containsExactly(1, 2);
        assertThat(versions(page("actor", "somebody-else"))).isEmpty();
        assertThat(versions(page("actor", "somebody-else,somebody"))).containsExactly(1, 2);
    }

    @Test
    void items_are_cloud_events_with_their_cursor() {
        publish(1, 1);
        page().then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .header(
                        "Depositary-Cursor",
                        startsWith(log.select("SELECT epoch FROM change_head").getFirst()))
                .body("items", hasSize(1))
                .body("items[0].specversion", equalTo("1.0"))
                .body("items[0].source", equalTo("/membership-service"))
                .body("items[0].subject", equalTo(stream))
                .body("items[0].type", equalTo("org.depositary.membership.membership-changed.v1"))
                .body("items[0].sequence", equalTo(1))
                .body("items[0].actor", equalTo("somebody"))
                .body("items[0].data.effective", equalTo("2001-06-15"))
                .body("items[0].cursor", containsString("."))
                .body("next", nullValue());
    }

    @Test
    void a_page_without_a_match_has_the_cursor_up_to_which_it_looked() {
        publish(1, 3);
        var end = log.select("SELECT epoch || '.' || seq FROM change_head").getFirst();
        var page = page("party", "UZ");
        page.then().header("Depositary-Cursor", end).body("items", hasSize(0)).body("next", nullValue());
        assertThat(page.jsonPath().getString("cursor")).isEqualTo(end);
        publish(4, 4);
        assertThat(versions(page("party", "KZ", "since", end))).containsExactly(4);
    }

    @Test
    void the_cursor_of_a_page_that_others_follow_is_that_of_its_last_item() {
        publish(1, 3);
        var page = page("limit", "2");
        page.then().header("Depositary-Cursor", page.jsonPath().getString("items[1].cursor"));
    }

    @Test
    void the_cursor_of_an_item_can_be_continued_from() {
        publish(1, 3);
        var second = page().jsonPath().getString("items[1].cursor");
        assertThat(versions(page("since", second))).containsExactly(3);
    }

    @Test
    void an_instant_excludes_changes_recorded_before_it_on_every_page() {
        var start = OffsetDateTime.parse("2021-01-01T00:00:00Z");
        bus.publish(IntStream.rangeClosed(1, 5)
                .mapToObj(
                        version -> Event.accession(organization, "KZ", version).recordedAt(start.plusDays(version)))
                .toArray(Event[]::new));
        awaitServed(5);
        var first = page("since", "2021-01-04T00:00:00Z", "limit", "2");
        assertThat(versions(first)).containsExactly(3, 4);
        assertThat(versions(page("limit", "2", "after", first.jsonPath().getString("next"))))
                .containsExactly(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzzzzzzz.1", "nonsense", "FUTURE"})
    void an_unknown_cursor_is_answered_with_410(String cursor) {
        var asked = cursor.replace(
                "FUTURE",
                log.select("SELECT epoch || '.' || (seq + 1000000) FROM change_head")
                        .getFirst());
        page("since", asked)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unknown-cursor"));
    }

    @Test
    void everything_follows_a_cursor_of_an_empty_log_whatever_its_epoch() {
        publish(1, 3);
        assertThat(versions(page("since", "zzzzzzzz.0"))).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since=2020-13-45T00:00:00Z",
                "since=2020-01-01",
                "limit=0",
                "limit=1001",
                "limit=x",
                "kind=nonsense",
                "party=Nowhere%20Land",
                "after=nonsense"
            })
    void a_bad_query_is_refused(String query) {
        given().get(PATH + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bad-query"));
    }

    @Test
    void an_unchanged_page_is_answered_with_304() {
        publish(1, 1);
        var cursor = page().jsonPath().getString("items[0].cursor");
        var tag = page("limit", "1", "since", cursor).header("ETag");
        given().queryParam("organization", organization)
                .queryParam("limit", "1")
                .queryParam("since", cursor)
                .header("If-None-Match", tag)
                .get(PATH)
                .then()
                .statusCode(304);
    }

    @Test
    void a_read_after_a_write_contains_it() {
        bus.publish(Event.accession(organization, "KZ", 1));
        given().queryParam("organization", organization)
                .header("Depositary-After", stream + "@1")
                .header("Prefer", "wait=300")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void waiting_for_a_write_ends_after_the_time_in_prefer() {
        given().header("Depositary-After", stream + "@7")
                .header("Prefer", "wait=0")
                .get(PATH)
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/not-yet-projected"));
    }
}
