package org.depositary.gateway.web.resource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/**
 * Tests facts on which sources disagree: reads show the preferred claim, mention the others, and can show earlier
 * states.
 */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ClaimsTest {

    private static final String OTHERS = "\"sources\": [{\"title\": \"Another book\"}]";

    private final String organization = Register.slug("o");
    private final String members = "/api/organizations/%s/members?on=2001-06-15".formatted(organization);

    @Inject
    Register register;

    @Test
    void a_claim_stands_beside_what_was_recorded() {
        var accession = accession();
        var claimed = claimed(accession);
        var url = "/api/membership-changes/" + accession.id();
        register.after(claimed)
                .get(url)
                .then()
                .statusCode(200)
                .body("effective.edtf", equalTo("2001-06-15"))
                .body("disputed", equalTo(true))
                .body("claims.number", contains(1, 2))
                .body("claims.preferred", contains(true, false))
                .body("claims.value.effective.edtf", contains("2001-06-15", "2001-06-16"))
                .body("claims[1].url", equalTo(url + "/claims/2"))
                .body("claims[1].sources[0].title", equalTo("Another book"))
                .body("recordings.type[1]", equalTo("org.depositary.membership.membership-change-claimed.v1"));
        register.after().get(members).then().body("items.disputed", contains(true));
        register.after()
                .get(url + "?known-at=" + accession.recordedAt())
                .then()
                .body("disputed", equalTo(false))
                .body("$", not(hasKey("claims")));
        register.after()
                .get(url + "/claims/2")
                .then()
                .statusCode(200)
                .body("value.effective.earliest", equalTo("2001-06-16"))
                .body("actor", equalTo("somebody"));
        register.after().get(url + "/claims/3").then().statusCode(404);
    }

    @Test
    void timelines_follow_the_preferred_claim_on_both_axes() {
        var accession = accession();
        claimed(accession);
        var preferred = preferred(accession);
        register.after(preferred).get(members).then().body("items", empty());
        register.after()
                .get(members.replace("06-15", "06-16"))
                .then()
                .body("items.since.edtf", contains("2001-06-16"))
                .body("items[0].sources.title", contains("Another book"))
                .body("items.disputed", contains(true));
        register.after()
                .get(members + "&known-at=" + accession.recordedAt())
                .then()
                .body("items.since.edtf", contains("2001-06-15"))
                .body("items.disputed", contains(false));
        register.after()
                .get("/api/organizations/%s/timeline".formatted(organization))
                .then()
                .body("items.disputed", contains(true))
                .body("items.since.edtf", contains("2001-06-16"));
    }

    @Test
    void a_correction_beside_a_preferred_claim_brings_sources_of_what_was_recorded() {
        var accession = accession();
        claimed(accession);
        preferred(accession);
        var corrected = register.membershipEvent(
                "membership-change-corrected",
                accession,
                organization,
                "2001-06-16",
                "\"note\": \"In Shanghai\", \"corrected\": [\"note\"], \"reason\": \"Left out\","
                        + " \"sources\": [{\"title\": \"A better book\"}]");
        register.after(corrected)
                .get("/api/membership-changes/" + accession.id())
                .then()
                .body("effective.edtf", equalTo("2001-06-16"))
                .body("note", equalTo("In Shanghai"))
                .body("sources.title", contains("Another book"))
                .body("claims[0].value.effective.edtf", equalTo("2001-06-15"))
                .body("claims[0].sources.title", contains("A better book"))
                .body("claims[1].sources.title", contains("Another book"));
    }

    @Test
    void once_only_one_claim_stands_nothing_is_disputed() {
        var accession = accession();
        claimed(accession);
        preferred(accession);
        var withdrawn = register.membershipEvent(
                "membership-change-claim-withdrawn",
                accession,
                organization,
                "2001-06-16",
                "\"claim\": {\"number\": 1}, \"reason\": \"A slip\"");
        var url = "/api/membership-changes/" + accession.id();
        register.after(withdrawn)
                .get(url)
                .then()
                .body("disputed", equalTo(false))
                .body("effective.edtf", equalTo("2001-06-16"))
                .body("$", not(hasKey("claims")));
        register.after().get(url + "/claims/1").then().body("withdrawn.reason", equalTo("A slip"));
    }

    @Test
    void what_is_held_never_to_have_happened_is_in_no_list_but_keeps_its_address() {
        var accession = accession();
        register.membershipEvent(
                "membership-change-claimed",
                accession,
                organization,
                "2001-06-15",
                "\"claim\": {\"number\": 2, \"holds\": false}, " + OTHERS);
        var preferred = register.membershipEvent(
                "membership-change-claim-preferred",
                accession,
                organization,
                "2001-06-15",
                "\"claim\": {\"number\": 2, \"holds\": false}, \"reason\": \"A legend\", " + OTHERS);
        register.after(preferred).get(members).then().body("items", empty());
        register.after()
                .get("/api/membership-changes/" + accession.id())
                .then()
                .statusCode(200)
                .body("holds", equalTo(false))
                .body("claims.holds", contains(true, false));
    }

    @Test
    void a_change_of_an_organisation_tells_its_sources_and_its_claims() {
        var registered = register.organization(organization, "");
        var moved = register.organizationChange(organization, "2004-01", "\"seat\": {\"place\": \"Beijing\"}");
        var claimed = register.publish(
                "membership", "organization:" + organization, "organization-change-claimed", moved.id(), """
                {"id": "%s", "organization": "%s", "effective": "2004-01", "seat": {"place": "Beijing"},
                 "claim": {"number": 2, "holds": true, "value": {"effective": "2003-06"}}, %s}
                """.formatted(
                                moved.id(), organization, OTHERS));
        var url = "/api/organization-changes/" + moved.id();
        register.after(registered, moved, claimed)
                .get("/api/organizations/" + organization)
                .then()
                .body("disputed", equalTo(false))
                .body("changes.id", contains(moved.id()))
                .body("changes.url", contains(url))
                .body("changes.effective.edtf", contains("2004-01"))
                .body("changes.seat.place", contains("Beijing"))
                .body("changes.disputed", contains(true))
                .body("changes[0].sources.title", contains("A book"))
                .body("changes[0].claims.url", contains(url + "/claims/1", url + "/claims/2"))
                .body("changes[0].claims[1].value.effective.edtf", equalTo("2003-06"))
                .body("changes[0].claims[1].sources.title", contains("Another book"));
        register.after()
                .get("/api/organizations/%s?known-at=%s".formatted(organization, moved.recordedAt()))
                .then()
                .body("changes.disputed", contains(false))
                .body("changes[0].sources.title", contains("A book"))
                .body("changes[0]", not(hasKey("claims")));
    }

    @Test
    void a_member_is_disputed_if_its_status_or_its_candidacy_is() {
        register.organization(organization, "");
        register.membershipChange(organization, "UZ", "observer-status", "2000");
        var application = register.membershipChange(organization, "UZ", "application", "2001");
        var claimed = register.publish(
                "membership",
                "membership:%s/UZ".formatted(organization),
                "membership-change-claimed",
                application.id(),
                """
                {"id": "%s", "organization": "%s", "party": "UZ", "change": "application", "effective": "2001",
                 "founding": false, "claim": {"number": 2, "holds": false}, %s}
                """.formatted(application.id(), organization, OTHERS));
        register.after(claimed)
                .get("/api/organizations/%s/members?on=2002-01-01".formatted(organization))
                .then()
                .body("items.status", contains("observer"))
                .body("items.candidacy", contains("applicant"))
                .body("items.disputed", contains(true));
        register.after()
                .get("/api/organizations/%s/members?on=2000-12-31".formatted(organization))
                .then()
                .body("items.disputed", contains(false));
    }

    private Published accession() {
        register.organization(organization, "");
        return register.membershipChange(organization, "UZ", "accession", "2001-06-15");
    }

    private Published claimed(Published accession) {
        var claim = "\"claim\": {\"number\": 2, \"holds\": true, \"value\": {\"effective\": \"2001-06-16\"}}, ";
        return register.membershipEvent(
                "membership-change-claimed", accession, organization, "2001-06-15", claim + OTHERS);
    }

    private Published preferred(Published accession) {
        return register.membershipEvent(
                "membership-change-claim-preferred",
                accession,
                organization,
                "2001-06-16",
                "\"claim\": {\"number\": 2, \"holds\": true}, \"reason\": \"Nearer\", " + OTHERS);
    }
}
