package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests single facts with all their events. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class FactsTest {

    private final String organization = Register.slug("o");

    @Inject
    Register register;

    @Inject
    GatewayTableQueries tables;

    @Test
    void a_fact_is_told_with_its_recordings() {
        var accession = register.membershipChange(organization, "UZ", "accession", "2001-06");
        register.membershipChange(organization, "UZ", "withdrawal", "2005");
        var corrected = register.correctedMembershipChange(accession.id(), organization, "UZ", "accession", "2001-07");
        var url = "/api/membership-changes/" + accession.id();
        register.after(corrected)
                .get(url)
                .then()
                .statusCode(200)
                .header("Depositary-Version", corrected.version())
                .body("url", equalTo(url))
                .body("fact", equalTo("membership-change"))
                .body("party", equalTo("UZ"))
                .body("effective.edtf", equalTo("2001-07"))
                .body("effective.latest", equalTo("2001-07-31"))
                .body("sources[0].locator", equalTo("p. 12"))
                .body("disputed", equalTo(false))
                .body("$", not(hasKey("retracted")))
                .body("recordings.version", contains(1, 3))
                .body("recordings[1].type", equalTo("org.depositary.membership.membership-change-corrected.v1"))
                .body("recordings[1].actor", equalTo("somebody"))
                .body("recordings[1].data.reason", equalTo("Misread"));
        register.after()
                .get(url + "?known-at=" + accession.recordedAt())
                .then()
                .header("Depositary-Version", accession.version())
                .body("effective.edtf", equalTo("2001-06"))
                .body("recordings", hasSize(1));
        register.after()
                .get(url + "?known-at=" + accession.recordedAt().minusNanos(1000))
                .then()
                .statusCode(404);
    }

    @Test
    void a_retracted_fact_keeps_its_address_and_says_so() {
        var accession = register.membershipChange(organization, "UZ", "accession", "2001-06");
        var retracted = register.retractedMembershipChange(accession.id(), organization, "UZ");
        register.after(retracted)
                .get("/api/membership-changes/" + accession.id())
                .then()
                .statusCode(200)
                .body("retracted.reason", equalTo("Twice"))
                .body("retracted.actor", equalTo("somebody"));
    }

    @Test
    void an_organisation_is_told_as_on_the_day_with_what_changed() {
        var registered = register.organization(
                organization, ", \"founded\": \"2001-06-15\", \"seat\": {\"place\": \"Beijing\", \"country\": \"CN\"}");
        var moved = register.organizationChange(organization, "2010", "\"seat\": {\"place\": \"Tashkent\"}");
        var renamed = register.organizationChange(organization, "2005-07-05", "\"names\": {\"en\": \"New\"}");
        var url = "/api/organizations/" + organization;
        register.after(registered, moved, renamed)
                .get(url + "?on=2004-01-01")
                .then()
                .header("Depositary-Version", renamed.version())
                .body("id", equalTo(organization))
                .body("name", equalTo("Organisation " + organization))
                .body("founded.edtf", equalTo("2001-06-15"))
                .body("seat.place", equalTo("Beijing"))
                .body("dissolved", nullValue())
                .body("changes.effective.edtf", contains("2005-07-05", "2010"))
                .body("changes.certainty", contains(nullValue(), nullValue()))
                .body("recordings", hasSize(1));
        register.after()
                .get(url + "?on=2010-06-01")
                .then()
                .body("name", equalTo("New"))
                .body("seat.place", equalTo("Beijing"))
                .body("changes.certainty", contains("certain", "possible"))
                .body("changes[1].seat.place", equalTo("Tashkent"));
        register.after().get(url + "?on=2011-01-01").then().body("seat.place", equalTo("Tashkent"));
        register.after()
                .get("/api/organization-changes/" + moved.id())
                .then()
                .body("effective.edtf", equalTo("2010"))
                .body("organization", equalTo(organization));
        register.after()
                .get("/api/organizations?q=" + organization.toUpperCase())
                .then()
                .body("items.id", contains(organization));
    }

    @Test
    void a_verification_is_shown_and_changes_nothing_else() {
        var accession = register.membershipChange(organization, "UZ", "accession", "2001-06");
        var verified = verified(accession, "2001-06", "A book");
        var url = "/api/membership-changes/" + accession.id();
        register.after(verified)
                .get(url)
                .then()
                .header("Depositary-Version", verified.version())
                .body("lastChanged", equalTo(accession.recordedAt().toString()))
                .body("lastVerified.at", equalTo(verified.recordedAt().toString()))
                .body("lastVerified.actor", equalTo("somebody"))
                .body("lastVerified.sources.title", contains("A book"))
                .body("sources.title", contains("A book"))
                .body("recordings", hasSize(2));
        assertThat(tables.select("SELECT seq_from FROM fact WHERE id = ?", accession.id()))
                .hasSize(1);
        var corrected = register.correctedMembershipChange(accession.id(), organization, "UZ", "accession", "2001-07");
        var again = verified(accession, "2001-07", "Another book");
        register.after(again)
                .get(url)
                .then()
                .body("lastChanged", equalTo(corrected.recordedAt().toString()))
                .body("lastVerified.at", equalTo(again.recordedAt().toString()))
                .body("lastVerified.sources.title", contains("Another book"))
                .body("sources.title", contains("A book"));
        register.after()
                .get(url + "?known-at=" + corrected.recordedAt())
                .then()
                .body("lastChanged", equalTo(corrected.recordedAt().toString()))
                .body("lastVerified.at", equalTo(verified.recordedAt().toString()));
        register.after()
                .get(url + "?known-at=" + accession.recordedAt())
                .then()
                .body("lastChanged", equalTo(accession.recordedAt().toString()))
                .body("$", not(hasKey("lastVerified")));
    }

    private Published verified(Published accession, String effective, String source) {
        return register.membershipEvent(
                "membership-change-verified",
                accession,
                organization,
                effective,
                "\"sources\": [{\"title\": \"%s\"}]".formatted(source));
    }

    @Test
    void an_organisation_has_last_changed_with_its_newest_dated_change() {
        var registered = register.organization(organization, "");
        var url = "/api/organizations/" + organization;
        register.after(registered)
                .get(url)
                .then()
                .body("lastChanged", equalTo(registered.recordedAt().toString()));
        var moved = register.organizationChange(organization, "2010", "\"seat\": {\"place\": \"Tashkent\"}");
        var verified = register.publish(
                "membership",
                "organization:" + organization,
                "organization-verified",
                organization,
                "{\"id\": \"%s\", \"names\": {\"en\": \"New\"}, \"sources\": [{\"title\": \"A book\"}]}"
                        .formatted(organization));
        register.after(verified)
                .get(url)
                .then()
                .body("lastChanged", equalTo(moved.recordedAt().toString()))
                .body("lastVerified.at", equalTo(verified.recordedAt().toString()));
    }

    @Test
    void what_was_never_recorded_is_not_found() {
        for (var path :
                new String[] {"membership-changes/x", "organization-changes/x", "organizations/x", "exercises/x"}) {
            register.after().get("/api/" + path).then().statusCode(404).contentType("application/problem+json");
        }
    }
}
