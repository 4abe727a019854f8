package org.depositary.gateway.web.resource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests timelines from beginning to end, also across organisations that continue each other. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class TimelinesTest {

    private final String treaty = Register.slug("treaty");
    private final String organization = Register.slug("organisation");

    @Inject
    Register register;

    private Published[] twoEntriesAndTwoExits() {
        return new Published[] {
            register.organization(treaty, ""),
            register.organization(organization, ", \"predecessor\": \"%s\"".formatted(treaty)),
            register.membershipChange(treaty, "UZ", "accession", "1992"),
            register.membershipChange(treaty, "UZ", "withdrawal", "1999"),
            register.membershipChange(organization, "UZ", "accession", "2006"),
            register.membershipChange(organization, "UZ", "withdrawal", "2012"),
            register.membershipChange(organization, "KZ", "application", "2001-02")
        };
    }

    @Test
    void predecessors_are_told_with_it_when_asked_for() {
        var all = twoEntriesAndTwoExits();
        var timeline = "/api/organizations/%s/timeline".formatted(organization);
        register.after(all)
                .get(timeline + "?with-predecessors=true&party=UZ")
                .then()
                .statusCode(200)
                .body("items.organization", contains(treaty, organization))
                .body("items.since.edtf", contains("1992", "2006"))
                .body("items.until.edtf", contains("1999", "2012"))
                .body("items.status", contains("member", "member"))
                .body("items[0].opened", equalTo("/api/membership-changes/" + all[2].id()))
                .body("items[0].closed", equalTo("/api/membership-changes/" + all[3].id()));
        register.after().get(timeline).then().body("items.organization", contains(organization, organization));
        register.after()
                .get(timeline + "?status=applicant")
                .then()
                .body("items.party", contains("KZ"))
                .body("items[0].candidacy", equalTo("applicant"));
    }

    @Test
    void a_successor_that_a_predecessor_names_is_followed_back_too() {
        var first = register.organization(treaty, "");
        var second = register.organization(organization, "");
        var succeeded = register.organizationChange(
                treaty, "2001-06-15", "\"dissolved\": true, \"successor\": \"%s\"".formatted(organization));
        var in = register.membershipChange(treaty, "CN", "accession", "1996-04-26");
        register.after(first, second, succeeded, in)
                .get("/api/organizations/%s/timeline?with-predecessors=true".formatted(organization))
                .then()
                .body("items.organization", contains(treaty))
                .body("items[0].until.edtf", equalTo("2001-06-15"))
                .body("items[0].dissolved", equalTo(true));
    }

    @Test
    void a_dissolution_before_the_change_that_closed_a_span_ends_it() {
        var registered = register.organization(organization, "");
        var in = register.membershipChange(organization, "CN", "accession", "1990");
        var out = register.membershipChange(organization, "CN", "lapse", "1996-01-01");
        var dissolved = register.organizationChange(organization, "1995-06-01", "\"dissolved\": true");
        var timeline = "/api/organizations/%s/timeline".formatted(organization);
        register.after(registered, in, out, dissolved)
                .get(timeline)
                .then()
                .body("items.until.edtf", contains("1995-06-01"))
                .body("items.dissolved", contains(true))
                .body("items.closed", contains("/api/membership-changes/" + out.id()));
        register.after().get(timeline + "?on=1995-05-31").then().body("items.party", contains("CN"));
        register.after().get(timeline + "?on=1995-09-01").then().body("items", empty());
        register.after()
                .get("/api/parties/CN/timeline?on=1995-09-01&organization=" + organization)
                .then()
                .body("items", empty());
        register.after()
                .get(timeline + "?on=1995-09-01&known-at=" + out.recordedAt())
                .then()
                .body("items.until.edtf", contains("1996-01-01"))
                .body("items[0]", not(hasKey("dissolved")));
    }

    @Test
    void a_party_has_a_timeline_and_memberships_of_its_own() {
        var all = twoEntriesAndTwoExits();
        register.after(all)
                .get("/api/parties/UZB/timeline?organization=%s,%s".formatted(treaty, organization))
                .then()
                .body("items.since.edtf", contains("1992", "2006"));
        register.after()
                .get("/api/parties/UZ/memberships?limit=1000&on=2008-01-01")
                .then()
                .body("items.organization", hasItems(organization))
                .body("items.organization", not(hasItems(treaty)));
        register.after()
                .get("/api/memberships?party=UZ&on=1995-01-01&organization=" + treaty)
                .then()
                .body("items.status", contains("member"));
        register.after()
                .get("/api/parties/%s/memberships".formatted(organization))
                .then()
                .body("items", empty());
        register.after().get("/api/parties/nobody-at-all/memberships").then().statusCode(404);
    }

    @Test
    void parties_are_states_and_organisations() {
        var registered = register.organization(organization, ", \"acronym\": \"ORG\"");
        register.after(registered)
                .get("/api/parties/%s?lang=nl".formatted(organization))
                .then()
                .body("name", equalTo("Organisatie " + organization))
                .body("kind", equalTo("organisation"));
        register.after().get("/api/parties/KZ?lang=nl").then().body("name", equalTo("Kazachstan"));
        register.after().get("/api/parties?limit=1000").then().body("items.code", hasItems("KZ", "SUHH", organization));
        register.after().get("/api/parties?q=kazakh").then().body("items.code", hasItems("KZ"));
        register.after().get("/api/parties/no-such-party").then().statusCode(404);
    }
}
