package org.depositary.membership.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.ImportRequests.CHANGES;
import static org.depositary.membership.imports.ImportRequests.list;
import static org.depositary.membership.imports.ImportRequests.newSet;
import static org.depositary.membership.imports.ImportRequests.registerOrganization;
import static org.depositary.membership.imports.ImportRequests.sendAndWait;
import static org.depositary.membership.imports.ImportRequests.status;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The imports of memberships, the newest first. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class ImportListTest {

    private static final String LIST = "/api/imports/memberships";

    private final String set = newSet();

    /** Sends as many files of the set. Returns their URLs, the newest first. */
    private List<String> sendFiles(int count) {
        var id = registerOrganization();
        var sent = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var file = CHANGES + "%s,KZ,accession,%d,,,A\nx\n".formatted(id, 1990 + i);
            sent.add(sendAndWait(Map.of("set", set), file));
        }
        Collections.reverse(sent);
        return sent;
    }

    @Test
    void an_item_is_the_import_as_at_its_own_address() {
        var location = sendFiles(1).getFirst();
        var items = given().queryParam("set", set).get(LIST).jsonPath().getList("items");
        assertThat(items).containsExactly(status(location).getMap("$"));
        var item = status(location);
        assertThat(item.getInt("accepted")).isEqualTo(1);
        assertThat(item.getInt("rejected")).isEqualTo(1);
        assertThat(item.getMap("progress")).isEqualTo(Map.of("done", 1, "of", 1));
        assertThat(item.getString("actor")).isNotBlank();
        assertThat(Instant.parse(item.getString("endedAt"))).isAfter(Instant.parse(item.getString("sentAt")));
    }

    @Test
    void pages_go_from_the_newest_to_the_oldest() {
        var sent = sendFiles(3);
        assertThat(list(Map.of("set", set))).isEqualTo(sent);
        var first = given().queryParam("set", set).queryParam("limit", 2).get(LIST);
        var next = first.jsonPath().getString("next");
        assertThat(sent.get(1)).endsWith(next);
        var link = "<%s?limit=2&after=%s&set=%s>; rel=\"next\"".formatted(LIST, next, set);
        first.then().statusCode(200).header("Link", link);
        given().get(link.substring(1, link.indexOf('>')))
                .then()
                .statusCode(200)
                .header("Link", nullValue())
                .body("items", hasSize(1))
                .body("next", nullValue());
        assertThat(list(Map.of("set", set, "after", next))).containsExactly(sent.getLast());
    }

    @Test
    void imports_of_all_sets_are_one_list() {
        var sent = sendFiles(1);
        assertThat(list(Map.of("limit", "1000"))).containsAll(sent).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void a_filter_selects_by_status() {
        var sent = sendFiles(2);
        assertThat(list(Map.of("set", set, "status", "completed"))).isEqualTo(sent);
        for (var other : List.of("running", "held", "failed", "undone")) {
            assertThat(list(Map.of("set", set, "status", other))).as(other).isEmpty();
        }
        assertThat(list(Map.of("set", newSet()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "status, counting",
        "status, HELD",
        "set, a b",
        "set, '\u0000'",
        "limit, 0",
        "limit, 1001",
        "limit, x",
        "after, x"
    })
    void an_invalid_parameter_is_refused_with_a_pointer_to_it(String parameter, String value) {
        given().queryParam(parameter, value)
                .get(LIST)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bad-query"))
                .body("detail", containsString(parameter))
                .body("errors[0].pointer", equalTo("#/" + parameter));
    }

    @Test
    void a_page_after_an_unknown_import_has_the_older_ones() {
        sendFiles(1);
        assertThat(list(Map.of("set", set, "after", new UUID(0, 0).toString()))).isEmpty();
    }
}
