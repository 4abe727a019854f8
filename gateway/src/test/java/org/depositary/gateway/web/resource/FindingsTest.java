package org.depositary.gateway.web.resource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.gateway.web.resource.Register.SOURCES;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that findings appear, change and disappear as facts do, and that reads of the past show them as they were. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class FindingsTest {

    private static final String OTHERS = "\"sources\": [{\"title\": \"Another book\"}]";
    private static final String CITED = """
            "sources": [{"document": "%s", "anchor": "p-1"}]""".formatted("0".repeat(32));

    private final String organization = Register.slug("o");

    @Inject
    Register register;

    @BeforeEach
    void anOrganisation() {
        register.organization(organization, "");
    }

    @Test
    void sources_that_do_not_agree_contradict_each_other_until_somebody_says_which_to_believe() {
        var accession = register.membershipChange(organization, "UZ", "accession", "2001-06-15");
        var claimed = membership("membership-change-claimed", accession, "2001-06-15", """
                "claim": {"number": 2, "holds": true, "value": {"effective": "2001-06-16"}}, """ + OTHERS);
        read("contradiction", "", claimed)
                .body("items", hasSize(1))
                .body("items[0].detail", equalTo("sources disagree on effective: 2001-06-15 or 2001-06-16"))
                .body("items[0].facts", contains("/api/membership-changes/" + accession.id()))
                .body("items[0].organizations", contains(organization))
                .body("items[0].parties", contains("UZ"))
                .body("items[0].sources.title", contains("A book"));
        var denied = membership("membership-change-claimed", accession, "2001-06-15", """
                "claim": {"number": 3, "holds": false}, """ + OTHERS);
        read("contradiction", "", denied)
                .body("items.detail", contains(containsString("; one source says that it did not happen")));
        var preferred = membership("membership-change-claim-preferred", accession, "2001-06-16", """
                "claim": {"number": 2, "holds": true}, "reason": "Nearer", """ + OTHERS);
        read("contradiction", "", preferred).body("items", empty());
        read("contradiction", "?known-at=" + claimed.recordedAt()).body("items", hasSize(1));
        read("contradiction", "?known-at=" + accession.recordedAt()).body("items", empty());
        var again = membership("membership-change-claimed", accession, "2001-06-16", """
                "claim": {"number": 4, "holds": true, "value": {"effective": "2001"}}, """ + OTHERS);
        read("contradiction", "", again)
                .body("items.detail", contains(containsString("2001-06-15 or 2001-06-16 or 2001")));
    }

    @Test
    void what_is_withdrawn_contradicts_nothing() {
        var accession = register.membershipChange(organization, "UZ", "accession", "2001-06-15");
        membership("membership-change-claimed", accession, "2001-06-15", """
                "claim": {"number": 2, "holds": true, "value": {"effective": "2001-06-16"}}, """ + OTHERS);
        var withdrawn = membership("membership-change-claim-withdrawn", accession, "2001-06-15", """
                "claim": {"number": 2}, "reason": "A slip\"""");
        read("contradiction", "", withdrawn).body("items", empty());
    }

    @Test
    void shares_that_do_not_make_up_the_whole_are_told_until_they_are_corrected() {
        var shares =
                "\"organization\": \"%s\", \"period\": \"2007~\", \"unit\": \"percent\", \"shares\": {\"RU\": %s, \"CN\": 50}";
        var wrong = register.institution("contribution", shares.formatted(organization, "53"));
        read("sum", "", wrong)
                .body("items.detail", contains("shares sum to 103"))
                .body("items[0].facts", contains("/api/contributions/" + wrong.id()))
                .body("items[0].parties", containsInAnyOrder("CN", "RU"));
        var other = event("contribution", wrong, "corrected", shares.formatted(organization, "54"), """
                "corrected": ["shares"], "reason": "Misread", """ + SOURCES);
        read("sum", "", other).body("items.detail", contains("shares sum to 104"));
        var right = event("contribution", wrong, "corrected", shares.formatted(organization, "50"), """
                "corrected": ["shares"], "reason": "Misread again", """ + SOURCES);
        read("sum", "", right).body("items", empty());
        read("sum", "?known-at=" + wrong.recordedAt()).body("items.detail", contains("shares sum to 103"));
    }

    @Test
    void a_change_outside_the_time_of_its_party_is_listed() {
        var early = register.membershipChange(organization, "KZ", "accession", "1985");
        var late = register.membershipChange(organization, "cow:817", "accession", "1980");
        var right = register.membershipChange(organization, "SUHH", "accession", "1980");
        read("outside-time", "", early, late, right)
                .body(
                        "items.detail",
                        containsInAnyOrder(
                                "KZ began on 1991-12-16, after the effective date 1985",
                                "cow:817 ended on 1975-04-30, before the effective date 1980"));
    }

    @Test
    void a_code_outside_its_time_is_listed_and_the_fact_repeats_the_warning() {
        var accession = register.accessionAsWritten(organization, "DE", "cow:260", "2000");
        var warning = "cow:260 ended on 1990-10-03, before the effective date 2000";
        read("outside-time", "", accession).body("items.detail", contains(warning));
        register.after(accession)
                .get("/api/membership-changes/" + accession.id())
                .then()
                .statusCode(200)
                .body("party", equalTo("DE"))
                .body("partyAsWritten", equalTo("cow:260"))
                .body("warnings", contains(warning));
    }

    @Test
    void other_facts_outside_the_time_of_their_parties_are_listed_too() {
        var contribution = register.institution("contribution", """
                "organization": "%s", "period": "1985", "unit": "percent", "shares": {"KZ": 60, "UZ": 39}""".formatted(organization));
        var term = register.institution("term", """
                "organization": "%s", "office": "chair", "holder": {"country": "SUHH"}, "from": "1995\"""".formatted(organization));
        var meeting = register.institution("meeting", """
                "organization": "%s", "title": "Summit", "date": "1980/1981", "attendance": [{"party": "RS"}]""".formatted(organization));
        var relation = register.institution("relation", """
                "organization": "%s", "with": "cow:817", "kind": "observer", "effective": "1980\"""".formatted(organization));
        var exercise = register.exercise("""
                "name": "X", "kind": "exercise", "dates": "1985-08", "organizations": ["%s"],
                "participants": [{"party": "KZ", "role": "host"}],
                "legalBasis": {"invokedBy": "UZ", "invoked": "1984"}""".formatted(organization));
        var figure = register.institution("figure", """
                "party": "CSHH", "measure": "gdp", "value": 1, "unit": "x", "date": "2006\"""");
        read("outside-time", "", contribution, term, meeting, relation, exercise)
                .body(
                        "items.detail",
                        containsInAnyOrder(
                                "KZ began on 1991-12-16, after the effective date 1985",
                                "UZ began on 1991-08-31, after the effective date 1985",
                                "SUHH ended on 1991-12-26, before the effective date 1995",
                                "RS did not exist from 1918-12-01 to 2006-06-05, on the effective date 1980/1981",
                                "cow:817 ended on 1975-04-30, before the effective date 1980",
                                "KZ began on 1991-12-16, after the effective date 1985-08",
                                "UZ began on 1991-08-31, after the effective date 1984"));
        register.after(figure)
                .get("/api/parties/CSHH/findings?kind=outside-time")
                .then()
                .statusCode(200)
                .body("items.detail", contains("CSHH ended on 1993-01-01, before the effective date 2006"));
        register.after(contribution)
                .get("/api/contributions/" + contribution.id())
                .then()
                .body("warnings", hasSize(3));
    }

    @Test
    void steps_and_participations_outside_the_time_of_their_parties_are_listed_too() {
        var exercise = register.exercise("""
                "name": "X", "kind": "operation", "dates": "1980", "organizations": ["%s"], "participants": []""".formatted(organization));
        var step = ofExercise(exercise, "exercise-step", "\"step\": \"request\", \"effective\": \"1980\"");
        var participation = ofExercise(exercise, "participation", "\"role\": \"host\", \"joined\": \"1981\"");
        register.after(exercise, step, participation)
                .get("/api/parties/cow:337/findings?kind=outside-time")
                .then()
                .statusCode(200)
                .body(
                        "items.detail",
                        containsInAnyOrder(
                                "cow:337 ended on 1860-03-15, before the effective date 1980",
                                "cow:337 ended on 1860-03-15, before the effective date 1981"));
    }

    private Published ofExercise(Published exercise, String kind, String statement) {
        var id = UUID.randomUUID().toString();
        return register.publish(
                "exercise",
                "exercise:" + exercise.id(),
                kind + "-recorded",
                id,
                "{\"id\": \"%s\", \"exercise\": \"%s\", \"party\": \"cow:337\", %s, %s}"
                        .formatted(id, exercise.id(), statement, SOURCES));
    }

    @Test
    void a_fact_without_a_passage_is_told_until_a_source_points_to_one() {
        var term = term("Zhang Deguang", "2004", "2005", "");
        read("no-passage", "?limit=1000", term).body("items.facts.flatten()", hasItem("/api/terms/" + term.id()));
        var sourced = register.institution("term", "term:" + term.id(), term.id(), "term-sourced", "\"x\": 1", CITED);
        read("no-passage", "?limit=1000", sourced)
                .body("items.facts.flatten()", not(hasItem("/api/terms/" + term.id())));
    }

    @Test
    void two_who_certainly_held_one_office_on_the_same_day_overlap() {
        var first = term("Zhang Deguang", "2004-01-15", "2007-03", "");
        var touching = term("Bolat Nurgaliev", "2007-03", "2010-01-01", "");
        read("overlap", "", first, touching).body("items", empty());
        var overlapping = term("Somebody Else", "2006", "2007-01", "");
        read("overlap", "", overlapping)
                .body("items", hasSize(1))
                .body(
                        "items[0].detail",
                        equalTo("Somebody Else was secretary-general at the same time as Zhang Deguang"))
                .body("items[0].facts", contains("/api/terms/" + overlapping.id(), "/api/terms/" + first.id()));
        read("overlap", "?on=2006-07-01").body("items", hasSize(1));
        read("overlap", "?on=2009-07-01").body("items", empty());
        var elsewhere = term("Another One", "2006", "2007-01", ", \"organ\": \"rats\"");
        read("overlap", "", elsewhere).body("items", hasSize(1));
        var retracted = event("term", first, "retracted", "\"x\": 1", "\"reason\": \"Never so\"");
        read("overlap", "", retracted).body("items", empty());
        read("overlap", "?known-at=" + overlapping.recordedAt()).body("items", hasSize(1));
    }

    @Test
    void a_city_is_in_the_country_that_it_is_known_to_be_in() {
        var right = meeting("Bishkek", "KG");
        read("place", "", right).body("items", empty());
        var wrong = meeting("Bisjkek", "TJ");
        read("place", "", wrong)
                .body("items.detail", contains("Bisjkek is placed in Tajikistan, but it is known in Kyrgyzstan"))
                .body("items[0].facts", contains("/api/meetings/" + wrong.id()));
        read("place", "?lang=nl").body("items.detail", contains(containsString("Tadzjikistan")));
        var exercise = register.exercise("""
                "name": "X", "kind": "exercise", "dates": "2003-08", "organizations": ["%s"], "participants": [],
                "phases": [{"place": {"name": "Moscow", "country": "CN"}}, {"place": {"name": "Moscow", "country": "CN"}}]""".formatted(organization));
        var seat = register.organizationChange(
                organization, "2010", "\"seat\": {\"place\": \"Tashkent\", \"country\": \"SUHH\"}");
        read("place", "", exercise, seat)
                .body("items", hasSize(2))
                .body("items.facts[0]", contains("/api/exercises/" + exercise.id()));
    }

    @Test
    void of_other_places_it_is_odd_where_fewer_facts_have_them() {
        var place = Register.slug("Camp");
        var first = meeting(place, "KG");
        var second = meeting(place, "KG");
        read("place", "", first, second).body("items", empty());
        var third = meeting(place, "TJ");
        read("place", "", third)
                .body("items", hasSize(1))
                .body("items[0].detail", equalTo(place + " is placed in Tajikistan, but it is known in Kyrgyzstan"))
                .body(
                        "items[0].facts",
                        containsInAnyOrder(
                                "/api/meetings/" + third.id(),
                                "/api/meetings/" + first.id(),
                                "/api/meetings/" + second.id()));
        var retracted = event("meeting", first, "retracted", "\"x\": 1", "\"reason\": \"Never so\"");
        read("place", "", retracted).body("items", hasSize(2));
    }

    @Test
    void a_figure_per_head_equals_the_quotient_as_far_as_its_digits_tell() {
        figure("gdp", "10.78", "billion USD");
        figure("population", "27.372", "million persons");
        var right = figure("gdp per head", "394", "USD");
        read("quotient", "", right).body("items", empty());
        var wrong = figure("GDP per capita", "598", "USD");
        read("quotient", "", wrong)
                .body("items", hasSize(1))
                .body("items[0].detail", equalTo("gdp per capita is 598 USD, but gdp divided by population is 393.83"))
                .body("items[0].facts", hasSize(3))
                .body("items[0].facts[0]", equalTo("/api/figures/" + wrong.id()));
        var another = figure("gdp", "16.37", "billion USD");
        read("quotient", "", another).body("items", empty());
    }

    @Test
    void figures_that_cannot_be_compared_are_left_alone() {
        figure("gdp", "10.78", "billion EUR");
        figure("population", "27.372", "million persons");
        var other = figure("gdp per head", "598", "USD");
        read("quotient", "", other).body("items", empty());
    }

    @Test
    void what_nobody_has_registered_is_told_until_somebody_does() {
        var with = Register.slug("with");
        var relation = register.institution("relation", """
                "organization": "%s", "with": "%s", "kind": "memorandum", "effective": "2005-04\"""".formatted(organization, with));
        var meeting = register.institution("meeting", """
                "organization": "%s", "organ": "council", "date": "2004", "attendance": [{"party": "UZ"}],
                "instruments": ["Charter"]""".formatted(organization));
        read("unregistered", "", relation, meeting)
                .body(
                        "items.detail",
                        containsInAnyOrder(
                                "no organization '%s' is registered".formatted(with),
                                "%s has no organ 'council'".formatted(organization),
                                "no instrument 'Charter' is registered"));
        read("unregistered", "?party=" + with)
                .body("items.facts", contains(List.of("/api/relations/" + relation.id())));
        var registered = register.organization(with, "");
        var organ = register.institution(
                "organ",
                "organ:%s/council".formatted(organization),
                UUID.randomUUID().toString(),
                "organ-recorded",
                """
                "organization": "%s", "organ": "council", "names": {"en": "Council"}, "state": "planned", "effective": "2003"
                """.formatted(organization),
                SOURCES);
        read("unregistered", "", registered, organ)
                .body("items.detail", contains("no instrument 'Charter' is registered"));
        read("unregistered", "?known-at=" + meeting.recordedAt()).body("items", hasSize(3));
    }

    @Test
    void an_exercise_may_name_organisations_that_nobody_knows() {
        var unknown = Register.slug("unknown");
        var exercise = register.exercise("""
                "name": "X", "kind": "exercise", "dates": "2003-08", "organizations": ["%s", "%s"],
                "participants": [{"party": "%s", "role": "monitor"}, {"members-of": "%s", "role": "participant"}]""".formatted(organization, unknown, unknown, organization));
        read("unregistered", "", exercise)
                .body("items.detail", contains("no organization '%s' is registered".formatted(unknown)))
                .body("items[0].facts", contains("/api/exercises/" + exercise.id()));
    }

    @Test
    void findings_are_listed_for_all_for_an_organisation_and_for_a_party() {
        var wrong = meeting("Bishkek", "TJ");
        register.after(wrong)
                .get("/api/findings?kind=place,sum&organization=%s,x".formatted(organization))
                .then()
                .statusCode(200)
                .body("items.kind", contains("place"));
        var figure = register.institution("figure", """
                "party": "KZ", "measure": "%s", "value": 1, "unit": "x", "date": "2006\"""".formatted(organization));
        register.after(figure)
                .get("/api/parties/KAZ/findings?kind=no-passage&limit=1000")
                .then()
                .statusCode(200)
                .body("items.facts.flatten()", hasItem("/api/figures/" + figure.id()))
                .body("items.parties", everyItem(hasItem("KZ")));
        register.after().get("/api/organizations/nobody-knows/findings").then().statusCode(404);
        register.after().get("/api/parties/nobody-knows/findings").then().statusCode(404);
    }

    @Test
    void pages_go_through_all_kinds_and_fit_together_while_writes_go_on() {
        var last = new Published[] {
            meeting("Bishkek", "TJ"),
            meeting("Dushanbe", "KG"),
            term("A", "2001", "2004", ""),
            term("B", "2002", "2004", "")
        };
        var list = "/api/organizations/%s/findings".formatted(organization);
        var whole = register.after(last)
                .get(list)
                .then()
                .body(
                        "items.kind",
                        contains(
                                "place",
                                "place",
                                "overlap",
                                "no-passage",
                                "no-passage",
                                "no-passage",
                                "no-passage",
                                "no-passage"))
                .body("$", not(hasKey("next")))
                .extract();
        var first = given().get(list + "?limit=1");
        register.after(meeting("Moscow", "CN")).get(list).then().body("items", hasSize(10));
        var seen = new ArrayList<Object>(first.path("items"));
        for (String next = first.path("next"); next != null; ) {
            var page = given().queryParam("limit", 1).queryParam("after", next).get(list);
            seen.addAll(page.path("items"));
            next = page.path("next");
        }
        assertThat(seen).isEqualTo(whole.path("items"));
        var tag = given().get(list).header("ETag");
        given().header("If-None-Match", tag).get(list).then().statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({
        "kind=colour",
        "on=yesterday",
        "limit=0",
        "known-at=soon",
        "after=nothing",
        "colour=red",
        "party=Atlantis!"
    })
    void bad_questions_are_refused(String query) {
        given().get("/api/findings?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?organization=sco&party=UZ&kind=sum", "?known-at=2020-01-01T00:00:00Z", "?on=2006-07-01"})
    void good_questions_are_answered(String query) {
        given().get("/api/findings" + query).then().statusCode(200);
    }

    private Published membership(String name, Published accession, String effective, String said) {
        return register.membershipEvent(name, accession, organization, effective, said);
    }

    private Published meeting(String place, String country) {
        return register.institution("meeting", """
                "organization": "%s", "title": "X", "date": "2004", "place": {"name": "%s", "country": "%s"}""".formatted(organization, place, country));
    }

    private Published term(String name, String from, String to, String more) {
        return register.institution("term", """
                "organization": "%s", "office": "secretary-general", "holder": {"name": "%s"}, "from": "%s", "to": "%s"%s""".formatted(organization, name, from, to, more));
    }

    private Published figure(String measure, String value, String unit) {
        return register.institution("figure", """
                "organization": "%s", "measure": "%s", "value": %s, "unit": "%s", "date": "2006\"""".formatted(organization, measure, value, unit));
    }

    private Published event(String kind, Published fact, String name, String statement, String beside) {
        return register.institution(kind, kind + ":" + fact.id(), fact.id(), kind + "-" + name, statement, beside);
    }

    private ValidatableResponse read(String kind, String query, Published... published) {
        var list = "/api/organizations/%s/findings%skind=%s"
                .formatted(organization, query.isEmpty() ? "?" : query + "&", kind);
        return register.after(published).get(list).then().statusCode(200);
    }
}
