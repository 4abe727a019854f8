package org.depositary.gateway.web.resource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests the rules that all lists and reads follow. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ListsTest {

    private static final List<String> PARTIES = List.of("AM", "BY", "CN", "KG", "KZ", "RU", "TJ");

    private final String organization = Register.slug("o");

    @Inject
    Register register;

    private Published[] members() {
        var published = new ArrayList<Published>();
        published.add(register.organization(organization, ""));
        PARTIES.forEach(party -> published.add(register.membershipChange(organization, party, "accession", "2001")));
        return published.toArray(Published[]::new);
    }

    private String url(String query) {
        return "/api/organizations/%s/members?%s".formatted(organization, query);
    }

    @Test
    void pages_fit_together_while_writes_go_on() {
        var first = register.after(members()).get(url("limit=3&status=member"));
        var seen = new ArrayList<List<String>>();
        seen.add(first.path("items.party"));
        var next = first;
        while (next.path("next") != null) {
            var withdrawn = register.membershipChange(
                    organization, next.<List<String>>path("items.party").getLast(), "withdrawal", "2002");
            var joined = register.membershipChange(organization, "UZ", "accession", "2001");
            next = register.after(withdrawn, joined).urlEncodingEnabled(false).get(link(next));
            seen.add(next.path("items.party"));
            joined = register.retractedMembershipChange(joined.id(), organization, "UZ");
            register.after(joined).get(url("limit=50"));
        }
        assertThat(seen).containsExactly(List.of("AM", "BY", "CN"), List.of("KG", "KZ", "RU"), List.of("TJ"));
    }

    private static String link(Response page) {
        var link = page.header("Link");
        assertThat(link).endsWith("; rel=\"next\"").contains("after=" + page.path("next"));
        return link.substring(1, link.indexOf('>'));
    }

    @Test
    void a_page_token_is_good_for_its_own_list_only() {
        String token = register.after(members()).get(url("limit=1")).path("next");
        register.after().get(url("limit=2&after=" + token)).then().body("items", hasSize(2));
        register.after().get(url("status=member&after=" + token)).then().statusCode(400);
        register.after().get(url("after=" + token.substring(1))).then().statusCode(400);
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        var first = register.after(members()).get(url("on=2005-01-01"));
        var tag = first.header("ETag");
        register.after()
                .header("If-None-Match", "\"x\", " + tag)
                .get(url("on=2005-01-01"))
                .then()
                .statusCode(304);
        register.after()
                .header("If-None-Match", tag)
                .head(url("on=2005-01-01"))
                .then()
                .statusCode(304);
        register.after().head(url("on=2005-01-01")).then().statusCode(200).header("ETag", equalTo(tag));
        var more = register.membershipChange(organization, "UZ", "accession", "2001");
        register.after(more)
                .header("If-None-Match", tag)
                .get(url("on=2005-01-01"))
                .then()
                .statusCode(200);
    }

    @Test
    void a_write_that_is_not_there_yet_is_told_as_such() {
        given().header("Depositary-After", "membership:%s/KZ@7".formatted(organization))
                .header("Prefer", "wait=1")
                .get("/api/organizations")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/not-yet-projected"));
        register.after()
                .header("Depositary-After", "nonsense")
                .get("/api/organizations")
                .then()
                .statusCode(400)
                .body("detail", containsString("Depositary-After"));
    }

    @Test
    void a_stream_that_no_projector_can_read_is_told_to_be_parked_at_once() {
        var stream = "membership:%s/KZ".formatted(organization);
        var unknown = register.publish("membership", stream, "membership-dreamt", "x", "{\"id\": \"x\"}");
        register.after(unknown)
                .get("/api/organizations")
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/parked"));
    }

    @Test
    void other_origins_may_read() {
        register.after(members())
                .header("Origin", "https://portal.example")
                .get(url("limit=50"))
                .then()
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Expose-Headers", "*");
        register.after()
                .header("Origin", "https://portal.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/exercises")
                .then()
                .header("Access-Control-Allow-Methods", not(containsString("POST")));
    }
}
