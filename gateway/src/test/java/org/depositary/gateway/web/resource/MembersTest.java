package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests the members of an organisation on a day, as known at some instant. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class MembersTest {

    private final String organization = Register.slug("o");

    @Inject
    Register register;

    private Published registered() {
        return register.organization(organization, "");
    }

    private Published change(String party, String change, String effective) {
        return register.membershipChange(organization, party, change, effective);
    }

    private String members() {
        return "/api/organizations/%s/members".formatted(organization);
    }

    @Test
    void a_member_is_told_with_its_source() {
        var registered = registered();
        var accession = change("KZ", "accession", "2001-06-15");
        register.after(registered, accession)
                .queryParam("on", "2005-07-06")
                .get(members())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].party", equalTo("KZ"))
                .body("items[0].name", equalTo("Kazakhstan"))
                .body("items[0].status", equalTo("member"))
                .body("items[0]", hasKey("candidacy"))
                .body("items[0].candidacy", nullValue())
                .body("items[0].since.edtf", equalTo("2001-06-15"))
                .body("items[0].since.earliest", equalTo("2001-06-15"))
                .body("items[0].since.uncertain", equalTo(false))
                .body("items[0]", hasKey("until"))
                .body("items[0].until", nullValue())
                .body("items[0].certainty", equalTo("certain"))
                .body("items[0].disputed", equalTo(false))
                .body("items[0].change", equalTo("/api/membership-changes/" + accession.id()))
                .body("items[0].sources[0].title", equalTo("A book"))
                .body("$", not(hasKey("next")));
    }

    @Test
    void an_imprecise_date_makes_membership_possible_within_its_bounds() {
        var registered = registered();
        var in = change("KZ", "accession", "2003-08");
        var out = change("KZ", "withdrawal", "2005");
        register.after(registered, in, out).get(members()).then().statusCode(200);
        on("2003-07-31").body("items", empty());
        on("2003-08-15").body("items.certainty", contains("possible"));
        on("2003-08-31").body("items.certainty", contains("certain"));
        on("2004-12-31").body("items.certainty", contains("certain"));
        on("2005-01-01").body("items.certainty", contains("possible"));
        on("2005-12-31").body("items", empty());
    }

    @Test
    void a_candidacy_stands_beside_the_status() {
        var registered = registered();
        var observer = change("PK", "observer-status", "2005-07-05");
        var applicant = change("PK", "application", "2010-02");
        var interested = change("JP", "interest", "2008~");
        register.after(registered, observer, applicant, interested).get(members());
        on("2010-03-01")
                .body("items.party", contains("JP", "PK"))
                .body("items.status", contains("none", "observer"))
                .body("items.candidacy", contains("interested", "applicant"))
                .body("items[1].candidacyChange", equalTo("/api/membership-changes/" + applicant.id()));
        on("2010-03-01&status=observer").body("items.party", contains("PK"));
        on("2010-03-01&status=applicant").body("items.party", contains("PK"));
        on("2010-03-01&status=interested,member").body("items.party", contains("JP"));
        on("2010-03-01&status=none").body("items.party", contains("JP"));
        on("2010-03-01&party=Japan").body("items.party", contains("JP"));
        on("2008-06-01&party=JP").body("items.certainty", contains("possible"));
    }

    @Test
    void of_several_candidacies_that_dates_leave_possible_the_latest_is_told() {
        var registered = registered();
        for (var party : List.of("JP", "TR", "NP", "BY")) {
            var application = change(party, "application", "1992");
            var interest = change(party, "interest", "1992-01");
            register.after(registered, application, interest)
                    .get(members())
                    .then()
                    .statusCode(200);
        }
        on("1992-01-15")
                .body("items.candidacy", everyItem(equalTo("applicant")))
                .body("items", hasSize(4));
    }

    @Test
    void pages_make_the_whole_list_wherever_candidacies_stand() {
        var registered = registered();
        var last = Stream.of(
                        change("AF", "interest", "2004"),
                        change("BY", "observer-status", "2005"),
                        change("BY", "application", "2009"),
                        change("BY", "accession", "2010"),
                        change("KZ", "accession", "2001-06-15"),
                        change("NP", "application", "2010-01-05"),
                        change("PK", "observer-status", "2005-07-05"),
                        change("PK", "application", "2010-02"),
                        change("RU", "accession", "2001-06-15"),
                        change("TR", "interest", "2008"))
                .toList();
        register.after(registered).get(members());
        last.forEach(change -> register.after(change).get(members()).then().statusCode(200));
        on("2010-03-01").body("items.party", contains("AF", "BY", "BY", "KZ", "NP", "PK", "RU", "TR"));
        for (var filter : List.of("", "none", "member", "applicant", "observer,interested", "none,applicant")) {
            var query = members() + "?on=2010-03-01" + (filter.isEmpty() ? "" : "&status=" + filter);
            var whole = register.after().get(query).jsonPath().getList("items");
            assertThat(whole).as(filter).isNotEmpty();
            for (int size = 1; size <= 4; size++) {
                var paged = new ArrayList<Object>();
                var next = "";
                do {
                    var page = register.after()
                            .get(query + "&limit=" + size + next)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
                    paged.addAll(page.getList("items"));
                    next = page.get("next") == null ? "" : "&after=" + page.get("next");
                } while (!next.isEmpty());
                assertThat(paged).as("%s by %d", filter, size).isEqualTo(whole);
            }
        }
    }

    @Test
    void a_correction_changes_what_is_known_from_then_on_only() {
        var registered = registered();
        var accession = change("UZ", "accession", "2001-06-15");
        var before = register.after(registered, accession)
                .get(members() + "?on=2001-06-15")
                .then()
                .body("items.certainty", contains("certain"))
                .extract()
                .header("Depositary-Cursor");
        var corrected =
                register.correctedMembershipChange(accession.id(), organization, "UZ", "accession", "2001-06-16");
        register.after(corrected).get(members() + "?on=2001-06-15").then().body("items", empty());
        on("2001-06-16").body("items.since.edtf", contains("2001-06-16"));
        on("2001-06-15&known-at=" + before).body("items.since.edtf", contains("2001-06-15"));
        on("2001-06-15&known-at=" + accession.recordedAt()).body("items.since.edtf", contains("2001-06-15"));
        on("2001-06-15&known-at=" + corrected.recordedAt().minusNanos(1000))
                .body("items.since.edtf", contains("2001-06-15"));
        on("2001-06-15&known-at=" + corrected.recordedAt()).body("items", empty());
        on("2001-06-15&known-at=" + accession.recordedAt().minusNanos(1000)).body("items", empty());
    }

    @Test
    void what_was_known_between_two_changes_of_one_batch_is_known() {
        registered();
        var accession = change("UZ", "accession", "2001");
        var corrected = register.correctedMembershipChange(accession.id(), organization, "UZ", "accession", "2002");
        var retracted = register.retractedMembershipChange(accession.id(), organization, "UZ");
        register.after(retracted).get(members()).then().body("items", empty());
        on("2010-01-01&known-at=" + accession.recordedAt()).body("items.since.edtf", contains("2001"));
        on("2010-01-01&known-at=" + corrected.recordedAt()).body("items.since.edtf", contains("2002"));
        on("2010-01-01&known-at=" + retracted.recordedAt()).body("items", empty());
    }

    @Test
    void a_dissolution_ends_what_is_open() {
        var registered = registered();
        var accession = change("CN", "accession", "1996");
        var dissolved = register.organizationChange(organization, "2001-06-15", "\"dissolved\": true");
        register.after(registered, accession, dissolved)
                .get(members() + "?on=2001-06-14")
                .then()
                .body("items.dissolved", contains(true))
                .body("items[0].until.edtf", equalTo("2001-06-15"))
                .body("items.certainty", contains("certain"));
        on("2001-06-15").body("items", empty());
        on("2001-06-15&known-at=" + accession.recordedAt()).body("items.certainty", contains("certain"));
    }

    @Test
    void an_open_span_ends_with_a_former_state_and_is_only_possible_if_it_began_later() {
        var registered = registered();
        var open = change("SUHH", "accession", "1970");
        var late = change("cow:817", "accession", "1980");
        register.after(registered, open, late)
                .get(members() + "?on=1991-12-25")
                .then()
                .body("items.party", contains("SUHH", "cow:817"))
                .body("items[0].until.edtf", equalTo("1991-12-26"))
                .body("items.certainty", contains("certain", "possible"));
        on("1991-12-26").body("items.party", contains("cow:817"));
        on("2020-01-01").body("items.certainty", contains("possible"));
    }

    @Test
    void an_open_span_ends_with_the_dissolution_of_the_party() {
        var registered = registered();
        var party = Register.slug("p");
        var known = register.organization(party, "");
        var open = change(party, "accession", "1996");
        var dissolved = register.organizationChange(party, "2001-06-15", "\"dissolved\": true");
        register.after(registered, known, open, dissolved)
                .get(members() + "?on=2001-06-14")
                .then()
                .body("items.party", contains(party))
                .body("items[0].until.edtf", equalTo("2001-06-15"))
                .body("items.dissolved", contains(true));
        on("2001-06-15").body("items", empty());
        on("2001-06-15&known-at=" + open.recordedAt()).body("items.party", contains(party));
        register.after()
                .get("/api/organizations/%s/timeline".formatted(organization))
                .then()
                .body("items.until.edtf", contains("2001-06-15"));
    }

    @Test
    void a_dissolution_ends_what_a_later_change_would_have_closed() {
        var registered = registered();
        var accession = change("CN", "accession", "1990");
        var lapse = change("CN", "lapse", "1996-01-01");
        var dissolved = register.organizationChange(organization, "1995-06-01", "\"dissolved\": true");
        register.after(registered, accession, lapse, dissolved)
                .get(members() + "?on=1995-05-31")
                .then()
                .body("items.dissolved", contains(true))
                .body("items[0].until.edtf", equalTo("1995-06-01"))
                .body("items.certainty", contains("certain"));
        on("1995-06-01").body("items", empty());
        on("1995-09-01").body("items", empty());
        on("1995-09-01&known-at=" + lapse.recordedAt())
                .body("items[0].until.edtf", equalTo("1996-01-01"))
                .body("items.certainty", contains("certain"))
                .body("items[0]", not(hasKey("dissolved")));
    }

    @Test
    void what_was_closed_before_or_on_the_day_of_the_dissolution_was_closed_by_its_change() {
        var registered = registered();
        var before = change("CN", "accession", "1990");
        var left = change("CN", "withdrawal", "1994-03-01");
        var until = change("KZ", "accession", "1990");
        var lapsed = change("KZ", "lapse", "1995-06-01");
        var dissolved = register.organizationChange(organization, "1995-06-01", "\"dissolved\": true");
        register.after(registered, before, left, until, lapsed, dissolved)
                .get(members() + "?on=1994-02-01")
                .then()
                .body("items.until.edtf", contains("1994-03-01", "1995-06-01"))
                .body("items.dissolved", everyItem(nullValue()));
        on("1995-05-31").body("items.party", contains("KZ"));
        on("1995-06-01").body("items", empty());
    }

    @Test
    void where_dates_leave_open_which_came_first_it_ended_some_day_within() {
        var registered = registered();
        var accession = change("CN", "accession", "1990");
        var lapse = change("CN", "lapse", "1995~");
        var dissolved = register.organizationChange(organization, "1995-06-01", "\"dissolved\": true");
        register.after(registered, accession, lapse, dissolved)
                .get(members() + "?on=1994-12-31")
                .then()
                .body("items[0].until.edtf", equalTo("1995~/1995-06-01"))
                .body("items[0].until.earliest", equalTo("1995-01-01"))
                .body("items[0].until.latest", equalTo("1995-06-01"))
                .body("items.dissolved", contains(true))
                .body("items.certainty", contains("certain"));
        on("1995-01-01").body("items.certainty", contains("possible"));
        on("1995-05-31").body("items.certainty", contains("possible"));
        on("1995-06-01").body("items", empty());
        var joined = change("KZ", "accession", "1985");
        var left = change("KZ", "lapse", "199X");
        register.after(joined, left)
                .get(members() + "?on=1994-12-31&party=KZ")
                .then()
                .body("items.until.edtf", contains("1990-01-01/1995-06-01"));
    }

    @Test
    void a_founding_member_is_told_as_long_as_the_fact_says_so() {
        var registered = registered();
        var founding = register.foundingMembership(organization, "KZ", "2001-06-15");
        var joined = change("IN", "accession", "2017-06-09");
        var before = register.after(registered, founding, joined)
                .get(members())
                .then()
                .body("items.founding", contains(null, true))
                .body("items[0]", not(hasKey("founding")))
                .extract()
                .header("Depositary-Cursor");
        register.after()
                .get("/api/organizations/%s/timeline".formatted(organization))
                .then()
                .body("items.founding", contains(true, null))
                .body("items[1]", not(hasKey("founding")));
        var corrected =
                register.correctedMembershipChange(founding.id(), organization, "KZ", "accession", "2001-06-15");
        register.after(corrected)
                .get("/api/parties/KZ/timeline?organization=" + organization)
                .then()
                .body("items[0]", not(hasKey("founding")));
        on("2005-01-01").body("items[0]", not(hasKey("founding")));
        on("2005-01-01&known-at=" + before).body("items.founding", contains(true));
    }

    @Test
    void of_a_founding_member_only_what_the_founding_opened_is_told_so() {
        var registered = registered();
        var founding = register.foundingMembership(organization, "KZ", "2001");
        var suspended = change("KZ", "suspension", "2003");
        var back = change("KZ", "reinstatement", "2004");
        register.after(registered, founding, suspended, back)
                .get("/api/organizations/%s/timeline".formatted(organization))
                .then()
                .body("items.status", contains("member", "suspended", "member"))
                .body("items.founding", contains(true, null, null));
    }

    @Test
    void names_are_in_the_language_asked_for() {
        var registered = registered();
        var state = change("KZ", "accession", "2001");
        var other = register.organization(Register.slug("p"), "");
        var body = change(other.id(), "accession", "2001");
        register.after(registered, state, body, other)
                .get(members() + "?lang=nl")
                .then()
                .body("items.name", contains("Kazachstan", "Organisatie " + other.id()));
        register.after()
                .header("Accept-Language", "xx, nl;q=0.5")
                .get(members())
                .then()
                .body("items.organizationName", contains("Organisatie " + organization, "Organisatie " + organization));
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        var registered = registered();
        register.after(registered).get(members()).then().statusCode(200);
        refused("on=2005-07", "on: ");
        refused("on=2005-07-05&on=2006-07-05", "on: ");
        refused("status=boss", "status: 'boss' is unknown. Use one of: guest, observer");
        refused("party=Atlantis", "party: ");
        refused("known-at=yesterday", "known-at: ");
        refused("limit=0", "limit: ");
        refused("statuz=member", "statuz: unknown parameter");
        refused("status=\0", "status: contains the character U+0000");
        refused("after=abc", "after: ");
        refused("lang=!", "lang: ");
        register.after().get("/api/organizations/no\0such/members").then().statusCode(404);
        register.after()
                .get("/api/organizations/no-such/members")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void a_cursor_of_another_register_or_of_the_future_is_gone() {
        var registered = registered();
        var cursor = register.after(registered).get(members()).header("Depositary-Cursor");
        var epoch = cursor.substring(0, cursor.indexOf('.'));
        for (var unknown : List.of(epoch + ".999999999", "aaaaaaaa.1")) {
            on("2005-01-01&known-at=" + unknown).statusCode(410).body("type", equalTo("/problems/unknown-cursor"));
        }
    }

    @Test
    void nobody_is_a_member_as_known_at_the_start_of_any_log() {
        registered();
        on("2005-01-01&known-at=aaaaaaaa.0").statusCode(404);
    }

    private void refused(String query, String detail) {
        register.after()
                .get(members() + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bad-query"))
                .body("detail", startsWith(detail));
    }

    private ValidatableResponse on(String day) {
        return register.after().get(members() + "?on=" + day).then();
    }
}
