package org.depositary.gateway.web.resource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests that reads say no more about open memberships than their sources cover, on both time axes. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class CoverageTest {

    private final String organization = Register.slug("o");
    private final String set = Register.slug("set");

    @Inject
    Register register;

    private Published covered(String covers) {
        var data = "{\"id\": \"%s\", \"covers\": \"%s\"}".formatted(set, covers);
        return register.publish("membership", "import-set:" + set, "import-set-covered", set, data);
    }

    private Published accession(String party, String sources) {
        return change(UUID.randomUUID().toString(), party, "membership-changed", "accession", "1990", sources);
    }

    private Published change(String id, String party, String event, String change, String effective, String sources) {
        var data = """
                {"id": "%s", "organization": "%s", "party": "%s", "change": "%s", "effective": "%s", "founding": false,
                 "sources": [%s]}
                """.formatted(id, organization, party, change, effective, sources);
        return register.publish("membership", "membership:%s/%s".formatted(organization, party), event, id, data);
    }

    private String ofSet() {
        return "{\"title\": \"A yearbook\", \"set\": \"%s\"}".formatted(set);
    }

    private ValidatableResponse members(String query) {
        return RestAssured.given()
                .get("/api/organizations/%s/members?%s".formatted(organization, query))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse timeline(String query) {
        return RestAssured.given()
                .get("/api/organizations/%s/timeline?%s".formatted(organization, query))
                .then()
                .statusCode(200);
    }

    private void registerAndWait(Published... events) {
        register.organization(organization, "");
        register.after(events).get("/api/organizations/" + organization).then().statusCode(200);
    }

    @Test
    void beyond_the_coverage_of_its_set_an_open_membership_is_possible() {
        registerAndWait(covered("1816/2014"), accession("KZ", ofSet()));
        members("on=2014-12-31").body("items.certainty", contains("certain"));
        members("on=2014-12-31").body("items", everyItem(not(hasKey("coveredUntil"))));
        members("on=2015-01-01")
                .body("items.certainty", contains("possible"))
                .body("items[0].until", equalTo(null))
                .body("items[0].coveredUntil.edtf", equalTo("2014"))
                .body("items[0].coveredUntil.earliest", equalTo("2014-01-01"))
                .body("items[0].coveredUntil.latest", equalTo("2014-12-31"));
        timeline("limit=50").body("items[0].coveredUntil.edtf", equalTo("2014"));
        timeline("on=2014-12-31").body("items.certainty", contains("certain"));
        timeline("on=2015-01-01")
                .body("items.certainty", contains("possible"))
                .body("items[0].coveredUntil.edtf", equalTo("2014"));
        for (var path : new String[] {"/api/parties/KZ/memberships?", "/api/memberships?party=KZ&"}) {
            RestAssured.given()
                    .get(path + "on=2026-01-01&organization=" + organization)
                    .then()
                    .statusCode(200)
                    .body("items.certainty", contains("possible"))
                    .body("items[0].coveredUntil.edtf", equalTo("2014"));
        }
        RestAssured.given()
                .get("/api/parties/KZ/timeline?organization=" + organization)
                .then()
                .statusCode(200)
                .body("items[0].coveredUntil.edtf", equalTo("2014"));
    }

    @Test
    void a_longer_coverage_needs_no_other_event_and_is_dated_by_known_at() {
        var first = covered("1816/2005");
        var accession = accession("KZ", ofSet());
        var second = covered("1816/2014");
        var retracted = register.publish(
                "membership",
                "import-set:" + set,
                "import-set-coverage-retracted",
                set,
                "{\"id\": \"%s\", \"covers\": \"1816/2014\", \"reason\": \"Undone\"}".formatted(set));
        registerAndWait(first, accession, second, retracted);
        members("on=2010-01-01&known-at=" + accession.recordedAt())
                .body("items.certainty", contains("possible"))
                .body("items[0].coveredUntil.edtf", equalTo("2005"));
        members("on=2010-01-01&known-at=" + second.recordedAt()).body("items.certainty", contains("certain"));
        members("on=2020-01-01&known-at=" + second.recordedAt()).body("items.certainty", contains("possible"));
        members("on=2020-01-01").body("items.certainty", contains("certain"));
    }

    @Test
    void a_coverage_ends_nothing_that_another_change_ended() {
        var accession = accession("KZ", ofSet());
        var withdrawal =
                change(UUID.randomUUID().toString(), "KZ", "membership-changed", "withdrawal", "2020-01-01", ofSet());
        registerAndWait(covered("1816/2014"), accession, withdrawal);
        members("on=2019-12-31").body("items.certainty", contains("certain"));
        timeline("limit=50").body("items", everyItem(not(hasKey("coveredUntil"))));
    }

    @Test
    void a_dissolution_does_not_extend_the_coverage() {
        var dissolved = register.organizationChange(organization, "2020-01-01", "\"dissolved\": true");
        registerAndWait(covered("1816/2014"), accession("KZ", ofSet()), dissolved);
        members("on=2014-12-31").body("items.certainty", contains("certain"));
        members("on=2018-01-01")
                .body("items.certainty", contains("possible"))
                .body("items[0].dissolved", equalTo(true));
    }

    @Test
    void the_source_that_speaks_longest_counts() {
        var kazakhstan = accession("KZ", ofSet());
        var added = change(
                kazakhstan.id(),
                "KZ",
                "membership-change-sourced",
                "accession",
                "1990",
                "{\"title\": \"A book\", \"published\": \"2020\", \"covers\": \"../2020\"}");
        var china = accession("CN", ofSet() + ", {\"title\": \"A treaty\"}");
        var russia = accession("RU", "{\"title\": \"A book\", \"covers\": \"1990/2001\"}");
        registerAndWait(covered("1816/2014"), kazakhstan, added, china, russia);
        members("on=2018-01-01")
                .body("items.party", contains("CN", "KZ", "RU"))
                .body("items.certainty", contains("certain", "certain", "possible"))
                .body("items[2].coveredUntil.edtf", equalTo("2001"));
        members("on=2026-01-01&party=KZ").body("items[0].coveredUntil.edtf", equalTo("2020"));
    }

    @Test
    void a_set_without_a_coverage_changes_nothing() {
        registerAndWait(accession("KZ", ofSet()));
        members("on=2026-01-01")
                .body("items.certainty", contains("certain"))
                .body("items", everyItem(not(hasKey("coveredUntil"))));
    }

    @Test
    void a_coverage_is_a_change_of_its_own_kind() {
        var covered = covered("1816/2014");
        registerAndWait(covered, accession("KZ", ofSet()));
        var changes = "/api/changes?limit=1000&type=import-set-covered&since="
                + covered.recordedAt().minusSeconds(1);
        RestAssured.given().get(changes).then().statusCode(200).body("items.subject", hasItem("import-set:" + set));
        RestAssured.given()
                .get(changes + "&organization=" + organization)
                .then()
                .statusCode(200)
                .body("items.subject", not(hasItem("import-set:" + set)));
    }
}
