package org.depositary.membership.command;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.command.MembershipCalls.SOURCES;
import static org.depositary.membership.command.MembershipCalls.anOrganization;
import static org.depositary.membership.command.MembershipCalls.as;
import static org.depositary.membership.command.MembershipCalls.change;
import static org.depositary.membership.command.MembershipCalls.curator;
import static org.depositary.membership.command.MembershipCalls.record;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.IntStream;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class MembershipResourceTest {

    @Inject
    StoredMembershipEvents stored;

    @Test
    void a_recorded_change_has_an_address_and_a_version() {
        var organization = anOrganization();
        record(organization, change("UZB", "accession", "2001-06-15"))
                .then()
                .statusCode(201)
                .header("Location", startsWith("/api/membership-changes/"))
                .header("Depositary-Version", "membership:%s/UZ@1".formatted(organization))
                .body("location", startsWith("/api/membership-changes/"));
    }

    @Test
    void an_array_is_decided_together_all_or_none() {
        var organization = anOrganization();
        var exit = change("UZ", "withdrawal", "1999");
        var entry = change("Uzbekistan", "accession", "1992-05-15");
        record(organization, "[" + exit + "," + entry + "]")
                .then()
                .statusCode(201)
                .body("version", hasSize(2))
                .body("[1].version", equalTo("membership:%s/UZ@2".formatted(organization)));
        record(organization, "[" + change("KZ", "accession", "1992") + "," + entry + "]")
                .then()
                .statusCode(409);
        record(organization, change("KZ", "accession", "1992"))
                .then()
                .statusCode(201)
                .header("Depositary-Version", "membership:%s/KZ@1".formatted(organization));
    }

    @Test
    void a_date_time_is_recorded_as_written_and_compared_by_its_day() throws Exception {
        var organization = anOrganization();
        record(organization, change("KZ", "accession", "2005-07-25T10:10:10+05:00"))
                .then()
                .statusCode(201);
        assertThat(stored.last("membership:" + organization + "/KZ")
                        .path("effective")
                        .asText())
                .isEqualTo("2005-07-25T10:10:10+05:00");
        record(organization, change("KZ", "withdrawal", "2005-07-24")).then().statusCode(409);
        record(organization, change("KZ", "withdrawal", "2005-07-26")).then().statusCode(201);
    }

    @Test
    void a_party_outside_its_time_is_accepted_with_a_warning() {
        var organization = anOrganization();
        record(organization, change("Kazakhstan", "accession", "1985"))
                .then()
                .statusCode(201)
                .body("warnings", contains("KZ began on 1991-12-16, after the effective date 1985"));
        record(organization, change("South Vietnam", "accession", "1980"))
                .then()
                .statusCode(201)
                .body("warnings", contains("cow:817 ended on 1975-04-30, before the effective date 1980"));
        record(organization, change("KG", "accession", "1992"))
                .then()
                .statusCode(201)
                .body("$", not(hasKey("warnings")));
    }

    @Test
    void a_code_outside_its_time_is_accepted_with_a_warning_and_kept_as_written() throws Exception {
        var organization = anOrganization();
        var recorded = record(organization, change("cow:260", "accession", "2000"));
        recorded.then()
                .statusCode(201)
                .header("Depositary-Version", "membership:%s/DE@1".formatted(organization))
                .body("warnings", contains("cow:260 ended on 1990-10-03, before the effective date 2000"));
        var stream = "membership:" + organization + "/DE";
        assertThat(stored.last(stream).path("partyAsWritten").asText()).isEqualTo("cow:260");
        curator()
                .body("{\"effective\":\"1980\",\"reason\":\"misread\"}")
                .post(recorded.header("Location") + "/corrections")
                .then()
                .statusCode(201)
                .body("$", not(hasKey("warnings")));
        record(organization, change("gw:260", "withdrawal", "2000"))
                .then()
                .statusCode(201)
                .body("$", not(hasKey("warnings")));
        assertThat(stored.last(stream).has("partyAsWritten")).isFalse();
    }

    @Test
    void the_code_as_written_cannot_be_set_or_corrected() {
        var organization = anOrganization();
        var body = change("DE", "accession", "2000").replaceFirst("\\{", "{\"partyAsWritten\":\"cow:260\",");
        record(organization, body).then().statusCode(422).body("errors[0].pointer", equalTo("#/partyAsWritten"));
        var fact = record(organization, change("DE", "accession", "2000")).header("Location");
        curator()
                .body("{\"partyAsWritten\":\"cow:260\",\"reason\":\"misread\"}")
                .post(fact + "/corrections")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/partyAsWritten"));
    }

    @Test
    void a_collision_names_the_other_change() {
        var organization = anOrganization();
        var first = record(organization, change("KG", "accession", "1992")).header("Location");
        record(organization, change("KG", "accession", "1996"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/timeline-conflict"))
                .body("detail", containsString(first))
                .body("conflictsWith", contains(first));
    }

    @Test
    void an_earlier_change_is_refused_for_the_recorded_one_again_under_its_key() {
        var organization = anOrganization();
        var recorded = record(organization, change("KG", "accession", "2001")).header("Location");
        for (int i = 0; i < 2; i++) {
            curator()
                    .header("Idempotency-Key", "earlier-" + organization)
                    .body(change("KG", "accession", "1995"))
                    .post("/api/organizations/" + organization + "/membership-changes")
                    .then()
                    .statusCode(409)
                    .body("conflictsWith", contains(recorded));
        }
    }

    @Test
    void changes_of_one_array_that_do_not_fit_are_named_by_their_places_in_it() {
        var array = "[%s,%s,%s]"
                .formatted(
                        change("KZ", "accession", "1992"),
                        change("KG", "accession", "1992"),
                        change("KZ", "accession", "1996"));
        record(anOrganization(), array)
                .then()
                .statusCode(409)
                .body("detail", containsString("in #/2 cannot follow the accession of 1992 in #/0"))
                .body("$", not(hasKey("conflictsWith")));
    }

    @Test
    void a_change_is_corrected_sourced_verified_and_retracted() {
        var organization = anOrganization();
        var fact = record(organization, change("KZ", "accession", "2001-06-15")).header("Location");
        curator()
                .body("{\"effective\":\"2001-06-16\",\"reason\":\"a day later\"}")
                .post(fact + "/corrections")
                .then()
                .statusCode(201)
                .header("Depositary-Version", "membership:%s/KZ@2".formatted(organization));
        curator()
                .body("{\"title\":\"Another chronicle\"}")
                .post(fact + "/sources")
                .then()
                .statusCode(201);
        curator().body("{}").post(fact + "/verification").then().statusCode(201);
        curator()
                .body("{\"reason\":\"never happened\"}")
                .post(fact + "/retraction")
                .then()
                .statusCode(201)
                .header("Depositary-Version", "membership:%s/KZ@5".formatted(organization));
        curator()
                .body("{\"reason\":\"again\"}")
                .post(fact + "/retraction")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-retracted"));
        curator()
                .body("{}")
                .post(fact + "/verification")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-retracted"));
    }

    @Test
    void the_same_request_under_one_key_is_answered_once() {
        var organization = anOrganization();
        var key = UUID.randomUUID().toString();
        var body = change("TJ", "accession", "2001-06-15");
        var path = "/api/organizations/" + organization + "/membership-changes";
        var first = curator().header("Idempotency-Key", key).body(body).post(path);
        first.then().statusCode(201);
        curator()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("Depositary-Version", first.header("Depositary-Version"));
        curator()
                .header("Idempotency-Key", key)
                .body(change("TJ", "accession", "2002"))
                .post(path)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/key-reused"));
    }

    @Test
    void a_refusal_is_kept_under_its_key_too() {
        var organization = anOrganization();
        var key = UUID.randomUUID().toString();
        var path = "/api/organizations/" + organization + "/membership-changes";
        var exit = change("TJ", "withdrawal", "1999");
        curator().header("Idempotency-Key", key).body(exit).post(path).then().statusCode(409);
        record(organization, change("TJ", "accession", "1992")).then().statusCode(201);
        curator()
                .header("Idempotency-Key", key)
                .body(exit)
                .post(path)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void a_stale_version_is_refused() {
        var organization = anOrganization();
        var version =
                record(organization, change("MN", "observer-status", "2004-06")).header("Depositary-Version");
        var path = "/api/organizations/" + organization + "/membership-changes";
        curator()
                .header("If-Match", "\"" + version + "\"")
                .body(change("MN", "application", "2010"))
                .post(path)
                .then()
                .statusCode(201);
        curator()
                .header("If-Match", version)
                .body(change("MN", "accession", "2012"))
                .post(path)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"party":"UZ"                                                                    | 400 | malformed     |
                    {"party":"Atlantis","change":"accession","effective":"2001",SOURCES}             | 422 | unknown-party | #/party
                    {"party":"UZ","change":"joining","effective":"2001",SOURCES}                     | 422 | invalid       | #/change
                    {"party":"UZ","change":"accession","effective":"2001-02-30",SOURCES}             | 422 | invalid       | #/effective
                    {"party":"UZ","change":"accession","effective":"2001-06-15T10:00:00Z/..",SOURCES} | 422 | invalid       | #/effective
                    {"party":"UZ","change":"accession",SOURCES}                                      | 422 | invalid       | #/effective
                    {"party":"UZ","change":"accession","effective":"2001"}                           | 422 | invalid       | #/sources
                    {"party":"UZ","change":"accession","effective":"2001","sources":[]}              | 422 | invalid       | #/sources
                    {"party":"UZ","change":"accession","effective":"2001","sources":[{}]}            | 422 | invalid       | #/sources/0
                    {"party":"UZ","change":"accession","effective":"2001","colour":"red",SOURCES}    | 422 | invalid       | #/colour
                    {"party":"UZ","change":"accession","effective":2001,SOURCES}                     | 422 | invalid       | #/effective
                    []                                                                               | 422 | invalid       | #
                    [{"party":"UZ","change":"accession","effective":"2001-13",SOURCES}]              | 422 | invalid       | #/0/effective
                    """)
    void badInputIsToldWithAPointer(String body, int status, String problem, String pointer) {
        var answer = record(anOrganization(), body.replace("SOURCES", SOURCES)).then();
        answer.statusCode(status).contentType("application/problem+json").body("type", equalTo("/problems/" + problem));
        if (pointer != null) {
            answer.body("errors[0].pointer", equalTo(pointer));
        }
    }

    /** What does not fit into one record of Kafka must not be acknowledged: it would hold up all that comes behind it. */
    @Test
    void a_fact_that_would_not_fit_on_the_bus_is_refused() {
        var organization = anOrganization();
        var sources = IntStream.range(0, 100)
                .mapToObj(number -> "{\"title\":\"%d\",\"quote\":\"%s\"}".formatted(number, "Ж".repeat(4_990)))
                .collect(joining(",", "[", "]"));
        var body = "{\"party\":\"UZ\",\"change\":\"accession\",\"effective\":\"2001\",\"sources\":" + sources + "}";
        record(organization, body)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-large"))
                .body("detail", containsString("1,000,000 bytes"));
        record(organization, change("UZ", "accession", "2001"))
                .then()
                .statusCode(201)
                .header("Depositary-Version", "membership:%s/UZ@1".formatted(organization));
    }

    @Test
    void only_curators_record() {
        var organization = anOrganization();
        var path = "/api/organizations/" + organization + "/membership-changes";
        var body = change("KZ", "accession", "2001");
        as("contributor").body(body).post(path).then().statusCode(403).body("type", equalTo("/problems/forbidden"));
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"));
        as("admin").body(body).post(path).then().statusCode(201);
    }

    @Test
    void a_document_nobody_knows_yet_is_worth_another_try() {
        var body = """
                {"party":"KZ","change":"accession","effective":"2001",
                 "sources":[{"document":"00000000000000000000000000000000","anchor":"p-1","quote":"it joined"}]}""";
        record(anOrganization(), body)
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/passage-not-yet-known"));
    }

    @Test
    void an_organisation_has_to_be_registered_first() {
        record("nobody-registered-it", change("KZ", "accession", "2001"))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
    }

    @Test
    void an_unknown_fact_is_not_found() {
        curator()
                .body("{\"reason\":\"gone\"}")
                .post("/api/membership-changes/" + UUID.randomUUID() + "/retraction")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
    }
}
