package org.depositary.gateway.web.resource;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests that a span has a URL that answers for ever. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class SpansTest {

    private final String organization = Register.slug("spans");

    @Inject
    Register register;

    private Published change(String party, String kind, String effective) {
        return register.membershipChange(organization, party, kind, effective);
    }

    private ValidatableResponse span(Published opening) {
        return register.after().get("/api/memberships/" + opening.id()).then();
    }

    private ValidatableResponse spanKnownAt(Instant instant, Published opening) {
        return register.after()
                .get("/api/memberships/%s?known-at=%s".formatted(opening.id(), instant))
                .then();
    }

    @Test
    void members_memberships_and_timelines_link_to_spans_that_say_the_same() {
        register.organization(organization, "");
        var observer = change("MN", "observer-status", "2004-06");
        var application = change("MN", "application", "2010");
        var left = change("MN", "withdrawal", "2012");
        var url = "/api/memberships/" + observer.id();
        var day = "?on=2011-01-01&party=MN";
        for (var list : new String[] {
            "/api/organizations/%s/members%s".formatted(organization, day),
            "/api/memberships%s&organization=%s".formatted(day, organization)
        }) {
            register.after()
                    .get(list)
                    .then()
                    .body("items[0].span", equalTo(url))
                    .body("items[0].candidacySpan", equalTo("/api/memberships/" + application.id()));
        }
        var item = register.after()
                .get("/api/organizations/%s/timeline".formatted(organization))
                .jsonPath();
        span(observer)
                .statusCode(200)
                .header("Depositary-Version", "membership:%s/MN@3".formatted(organization))
                .body("id", equalTo(observer.id()))
                .body("url", equalTo(url))
                .body("span", equalTo(item.getString("items[0].span")))
                .body("status", equalTo("observer"))
                .body("candidacy", nullValue())
                .body("since", equalTo(item.getMap("items[0].since")))
                .body("until", equalTo(item.getMap("items[0].until")))
                .body("opened", equalTo("/api/membership-changes/" + observer.id()))
                .body("closed", equalTo("/api/membership-changes/" + left.id()))
                .body("sources", equalTo(item.getList("items[0].sources")))
                .body("lastChanged", equalTo(left.recordedAt().toString()))
                .body("$", not(hasKey("recordedUntil")));
        span(application).body("status", nullValue()).body("candidacy", equalTo("applicant"));
        spanKnownAt(observer.recordedAt(), observer).body("until", nullValue()).body("closed", nullValue());
    }

    @Test
    void a_candidacy_without_a_status_is_the_span_of_a_member() {
        register.organization(organization, "");
        var interest = change("TR", "interest", "2008");
        register.after()
                .get("/api/organizations/%s/members?on=2009-01-01".formatted(organization))
                .then()
                .body("items[0].span", equalTo("/api/memberships/" + interest.id()));
        register.after()
                .get("/api/organizations/%s/members.csv?on=2009-01-01&fields=party,span".formatted(organization))
                .then()
                .body(containsString("TR,/api/memberships/" + interest.id()));
    }

    @Test
    void a_corrected_change_keeps_the_address_of_its_span() {
        register.organization(organization, "");
        var opening = change("KZ", "accession", "2001-06");
        register.correctedMembershipChange(opening.id(), organization, "KZ", "application", "2001-06-15");
        span(opening)
                .body("candidacy", equalTo("applicant"))
                .body("status", nullValue())
                .body("since.edtf", equalTo("2001-06-15"));
        spanKnownAt(opening.recordedAt(), opening)
                .body("status", equalTo("member"))
                .body("since.edtf", equalTo("2001-06"));
    }

    @Test
    void a_change_that_no_longer_opens_a_span_keeps_its_address() {
        register.organization(organization, "");
        change("KZ", "accession", "2001");
        var opening = change("KZ", "suspension", "2005");
        var corrected = register.correctedMembershipChange(opening.id(), organization, "KZ", "withdrawal", "2005");
        span(opening)
                .statusCode(200)
                .body("status", equalTo("suspended"))
                .body("recordedUntil", equalTo(corrected.recordedAt().toString()))
                .body("lastChanged", equalTo(corrected.recordedAt().toString()))
                .body("$", not(hasKey("retracted")));
        spanKnownAt(opening.recordedAt(), opening).body("$", not(hasKey("recordedUntil")));
        register.after()
                .get("/api/memberships/%s?format=text".formatted(opening.id()))
                .then()
                .body(containsString("suspended from Organisation " + organization))
                .body(containsString("The register stopped stating this on "));
    }

    @Test
    void the_span_of_a_retracted_change_says_so() {
        register.organization(organization, "");
        var opening = change("KZ", "accession", "2001");
        var retracted = register.retractedMembershipChange(opening.id(), organization, "KZ");
        span(opening)
                .statusCode(200)
                .body("status", equalTo("member"))
                .body("retracted.reason", equalTo("Twice"))
                .body("recordedUntil", equalTo(retracted.recordedAt().toString()));
        spanKnownAt(opening.recordedAt(), opening)
                .body("$", not(hasKey("retracted")))
                .body("$", not(hasKey("recordedUntil")));
    }

    @Test
    void a_span_whose_beginning_is_denied_says_so() {
        register.organization(organization, "");
        var opening = change("UZ", "accession", "2001");
        register.membershipEvent(
                "membership-change-claimed",
                opening,
                organization,
                "2001",
                "\"claim\": {\"number\": 2, \"holds\": false}, " + Register.SOURCES);
        span(opening).body("disputed", equalTo(true)).body("$", not(hasKey("holds")));
        register.membershipEvent(
                "membership-change-claim-preferred",
                opening,
                organization,
                "2001",
                "\"claim\": {\"number\": 2, \"holds\": false}, \"reason\": \"A legend\", " + Register.SOURCES);
        span(opening).statusCode(200).body("holds", equalTo(false)).body("$", hasKey("recordedUntil"));
    }

    @Test
    void a_change_that_opened_no_span_and_an_unknown_one_are_not_found() {
        register.organization(organization, "");
        change("KZ", "accession", "2001");
        var left = change("KZ", "withdrawal", "2005");
        span(left)
                .statusCode(404)
                .body("detail", startsWith("/api/membership-changes/%s began no status".formatted(left.id())));
        register.after().get("/api/memberships/nothing").then().statusCode(404);
    }

    @Test
    void a_span_ends_with_its_organisation() {
        register.organization(organization, "");
        var opening = change("CN", "accession", "1996");
        register.organizationChange(organization, "2001-06-15", "\"dissolved\": true");
        span(opening).body("until.edtf", equalTo("2001-06-15")).body("dissolved", equalTo(true));
    }
}
