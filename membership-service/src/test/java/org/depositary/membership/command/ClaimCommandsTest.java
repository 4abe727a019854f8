package org.depositary.membership.command;

import static org.depositary.membership.command.MembershipCalls.SOURCES;
import static org.depositary.membership.command.MembershipCalls.anOrganization;
import static org.depositary.membership.command.MembershipCalls.as;
import static org.depositary.membership.command.MembershipCalls.change;
import static org.depositary.membership.command.MembershipCalls.curator;
import static org.depositary.membership.command.MembershipCalls.record;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class ClaimCommandsTest {

    private static final String REASON = "{\"reason\":\"the more careful source\"}";

    @Test
    void a_claim_has_an_address_is_preferred_and_withdrawn() {
        var organization = anOrganization();
        var fact = record(organization, change("UZ", "accession", "2001-06-15")).header("Location");
        var claim = claim(fact, "{\"value\":{\"effective\":\"2001-06-16\"},%s}".formatted(SOURCES));
        claim.then()
                .statusCode(201)
                .header("Location", equalTo(fact + "/claims/2"))
                .header("Depositary-Version", "membership:%s/UZ@2".formatted(organization))
                .body("claim", equalTo(2));
        post(fact + "/claims/2/preference", REASON).then().statusCode(201);
        post(fact + "/claims/2/withdrawal", REASON).then().statusCode(409);
        post(fact + "/claims/1/preference", REASON).then().statusCode(201);
        post(fact + "/claims/2/withdrawal", REASON)
                .then()
                .statusCode(201)
                .header("Location", equalTo(fact))
                .header("Depositary-Version", "membership:%s/UZ@5".formatted(organization));
    }

    @Test
    void a_source_may_say_that_it_never_happened() {
        var organization = anOrganization();
        var fact = record(organization, change("AF", "accession", "2001")).header("Location");
        claim(fact, "{\"holds\":false,%s}".formatted(SOURCES)).then().statusCode(201);
        post(fact + "/claims/2/preference", REASON).then().statusCode(201);
        // It never happened, so it can happen now.
        record(organization, change("AF", "accession", "2012")).then().statusCode(201);
        post(fact + "/claims/1/preference", REASON)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/timeline-conflict"));
    }

    @Test
    void every_kind_of_fact_takes_claims() {
        var organization = anOrganization();
        claim("/api/organizations/" + organization, "{\"value\":{\"founded\":\"1991\"},%s}".formatted(SOURCES))
                .then()
                .statusCode(201)
                .header("Location", equalTo("/api/organizations/" + organization + "/claims/2"));
        var change = curator()
                .body("{\"effective\":\"2001\",\"dissolved\":true,%s}".formatted(SOURCES))
                .post("/api/organizations/" + organization + "/changes")
                .header("Location");
        claim(change, "{\"value\":{\"effective\":\"2002\"},%s}".formatted(SOURCES))
                .then()
                .statusCode(201)
                .header("Location", startsWith("/api/organization-changes/"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"value":{"effective":"2001-06-15"},SOURCES}        | #
                    {"value":{"effective":"2001-13"},SOURCES}           | #/value/effective
                    {"value":{"party":"KZ"},SOURCES}                    | #/value/party
                    {"value":{"colour":"red"},SOURCES}                  | #/value/colour
                    {"value":{},SOURCES}                                | #/value
                    {"value":{"effective":"1999"},"holds":false,SOURCES}| #/value
                    {"holds":"no",SOURCES}                              | #/holds
                    {"holds":true,SOURCES}                              | #/value
                    {"value":{"effective":"1999"}}                      | #/sources
                    {"value":{"effective":"1999"},"x":1,SOURCES}        | #/x
                    """)
    void a_bad_claim_is_pointed_at(String body, String pointer) {
        var fact = record(anOrganization(), change("UZ", "accession", "2001-06-15"))
                .header("Location");
        claim(fact, body.replace("SOURCES", SOURCES))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void a_claim_that_is_not_there_is_not_found() {
        var fact = record(anOrganization(), change("UZ", "accession", "2001-06-15"))
                .header("Location");
        post(fact + "/claims/7/preference", REASON).then().statusCode(404);
        post(fact + "/claims/seven/preference", REASON).then().statusCode(404);
        post(fact + "/claims/7/preference", "{}").then().statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({"claims", "claims/1/preference", "claims/1/withdrawal", "corrections", "retraction", "sources"})
    void only_curators_may(String what) {
        var fact = record(anOrganization(), change("UZ", "accession", "2001-06-15"))
                .header("Location");
        as("contributor").body("{}").post(fact + "/" + what).then().statusCode(403);
    }

    private static Response claim(String fact, String body) {
        return post(fact + "/claims", body);
    }

    private static Response post(String path, String body) {
        return curator().body(body).post(path);
    }
}
