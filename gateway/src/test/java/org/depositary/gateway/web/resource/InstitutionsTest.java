package org.depositary.gateway.web.resource;

import static io.restassured.RestAssured.given;
import static org.depositary.gateway.web.resource.Register.SOURCES;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests institutional facts on both time axes, and disagreeing sources. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class InstitutionsTest {

    private static final String ORGANS = "organs";

    private final String organization = Register.slug("o");

    @Inject
    Register register;

    @BeforeEach
    void anOrganisation() {
        register.organization(organization, "");
    }

    @Test
    void an_organ_is_what_it_was_on_the_day() {
        var proposed =
                organ("energy-club", "proposed", "2006", ", \"parent\": \"heads-of-state\", \"functions\": \"Talks\"");
        var operational = organ("energy-club", "operational", "2013-12-06", ", \"seat\": {\"place\": \"Beijing\"}");
        read(ORGANS, "?on=2010-01-01", operational)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo("energy-club"))
                .body("items[0].url", equalTo("/api/organs/" + proposed.id()))
                .body("items[0].state", equalTo("proposed"))
                .body("items[0].parent", equalTo("heads-of-state"))
                .body("items[0].effective.latest", equalTo("2006-12-31"))
                .body("items[0].until.edtf", equalTo("2013-12-06"))
                .body("items[0].certainty", equalTo("certain"))
                .body("items[0].seat", nullValue())
                .body("items[0].sources[0].locator", equalTo("p. 12"));
        read(ORGANS, "")
                .body("items.state", contains("operational"))
                .body("items[0].parent", equalTo("heads-of-state"))
                .body("items[0].functions", equalTo("Talks"))
                .body("items[0].seat.place", equalTo("Beijing"))
                .body("items[0]", not(hasKey("until")));
        read(ORGANS, "?on=2006-05-01").body("items.certainty", contains("possible"));
        read(ORGANS, "?on=2005-12-31").body("items", empty());
        read(ORGANS, "?known-at=" + proposed.recordedAt()).body("items.state", contains("proposed"));
    }

    @Test
    void organs_are_a_tree_with_names_in_the_readers_language() {
        organ("heads-of-state", "operational", "2001", "");
        var rats = organ("rats", "operational", "2004", ", \"parent\": \"heads-of-state\"");
        var committee = organ("rats-committee", "operational", "2005", ", \"parent\": \"rats\"");
        read(ORGANS, "?lang=nl", rats, committee)
                .body("items.id", contains("heads-of-state", "rats", "rats-committee"))
                .body("items.parent", contains(null, "heads-of-state", "rats"))
                .body("items.name", hasItem("Orgaan rats"));
        read(ORGANS, "?parent=rats").body("items.id", contains("rats-committee"));
        read(ORGANS, "?state=proposed,planned").body("items", empty());
        register.after().get(path(ORGANS) + "?state=asleep").then().statusCode(400);
    }

    @Test
    void a_name_in_tongan_is_no_date() {
        var organ = register.institution(
                "organ",
                "organ:%s/x".formatted(organization),
                UUID.randomUUID().toString(),
                "organ-recorded",
                """
                "organization": "%s", "organ": "x", "names": {"to": "Fale"}, "state": "planned", "effective": "2004"
                """.formatted(organization),
                SOURCES);
        read(ORGANS, "", organ).body("items[0].names.to", equalTo("Fale"));
    }

    @Test
    void who_held_an_office_is_told_for_the_day_and_for_all_time() {
        var first = term("Zhang Deguang", "2004-01", "2007-01");
        var second = term("Bolat Nurgaliev", "2007-01", "2010");
        var third = term("Muratbek Imanaliev", "2010-01", "");
        read("terms", "", first, second, third)
                .body("items.holder.name", contains("Zhang Deguang", "Bolat Nurgaliev", "Muratbek Imanaliev"))
                .body("items[0].from.earliest", equalTo("2004-01-01"))
                .body("items[0].fact", equalTo("term"))
                .body("items[0].id", equalTo(first.id()))
                .body("items[0]", not(hasKey("certainty")));
        read("terms", "?on=2005-07-05")
                .body("items.holder.name", contains("Zhang Deguang"))
                .body("items.certainty", contains("certain"));
        read("terms", "?on=2010-06-01")
                .body("items.holder.name", contains("Bolat Nurgaliev", "Muratbek Imanaliev"))
                .body("items.certainty", contains("possible", "certain"));
        read("terms", "?office=director").body("items", empty());
        read("terms", "?office=secretary-general&known-at=" + second.recordedAt())
                .body("items", hasSize(2));
    }

    @Test
    void meetings_are_found_by_who_was_there() {
        var dushanbe = institution("meeting", """
                "title": "Dushanbe", "date": "2000-07-04/2000-07-05", "place": {"name": "Dushanbe", "country": "TJ"},
                "attendance": [{"party": "CN"}, {"party": "UZ", "as": "guest"}], "instruments": ["declaration"]""");
        var tashkent = institution("meeting", """
                "organ": "heads-of-state", "date": "2004-06-17", "attendance": [], "instruments": []""");
        read("meetings", "", dushanbe, tashkent)
                .body("items.date.edtf", contains("2000-07-04/2000-07-05", "2004-06-17"));
        read("meetings", "?party=Uzbekistan").body("items[0].attendance[1]", hasEntry("as", "guest"));
        read("meetings", "?party=KZ").body("items", empty());
        read("meetings", "?organ=heads-of-state").body("items.id", contains(tashkent.id()));
        read("meetings", "?on=2000-07-05").body("items.certainty", contains("certain"));
        read("meetings", "?on=2004-06-17").body("items.certainty", contains("certain"));
        read("meetings", "?on=2004-06-18").body("items", empty());
    }

    @Test
    void relations_end_or_last() {
        var observer = institution("relation", """
                "with": "un", "kind": "observer", "effective": "2004-12\"""");
        var ended = institution("relation", """
                "with": "csto", "kind": "memorandum", "effective": "2007-10-05", "until": "2012-10-05\"""");
        read("relations", "?on=2010-01-01", observer, ended).body("items.with", contains("un", "csto"));
        read("relations", "?on=2012-10-05").body("items.with", contains("un"));
        read("relations", "?with=csto").body("items.until.edtf", contains("2012-10-05"));
        read("relations", "?kind=observer").body("items.with", contains("un"));
    }

    @Test
    void shares_that_do_not_add_up_are_told_in_every_read() {
        var odd = contribution("24");
        read("contributions", "", odd)
                .body("items[0].warnings", contains("shares sum to 103"))
                .body("items[0].shares.KZ", equalTo(21))
                .body("items[0].period.start.edtf", equalTo("2007~"));
        register.after().get("/api/contributions/" + odd.id()).then().body("warnings", contains("shares sum to 103"));
        var even = contribution("22.5");
        register.after(even).get("/api/contributions/" + even.id()).then().body("$", not(hasKey("warnings")));
        read("contributions", "?party=KZ").body("items", hasSize(2));
        read("contributions", "?party=US").body("items", empty());
    }

    @Test
    void a_rule_without_a_date_may_apply_on_any_day() {
        var rule = institution("rule", """
                "subject": "decisions", "rule": "consensus", "exceptions": ["suspension", "expulsion"], "article": "16\"""");
        read("rules", "?on=1900-01-01", rule)
                .body("items.exceptions[0]", contains("suspension", "expulsion"))
                .body("items.certainty", contains("possible"));
        read("rules", "?subject=language").body("items", empty());
    }

    @Test
    void figures_are_of_parties_and_organisations_and_may_be_unknown() {
        var staff = institution("figure", """
                "measure": "staff", "organ": "secretariat", "value": 30, "unit": "persons", "date": "2006\"""");
        var measure = Register.slug("gdp");
        var unknown = register.institution("figure", """
                "party": "UZ", "measure": "%s", "value": null, "unit": "billion USD", "date": "2006\"""".formatted(measure));
        read("figures", "?on=2006-07-01", staff)
                .body("items.value", contains(30))
                .body("items.organ", contains("secretariat"));
        register.after(unknown)
                .get("/api/parties/UZB/figures?measure=" + measure)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0]", hasKey("value"))
                .body("items[0].value", nullValue());
        register.after()
                .get("/api/parties/%s/figures".formatted(organization))
                .then()
                .body("items.measure", contains("staff"));
        register.after().get("/api/parties/nobody-knows/figures").then().statusCode(404);
    }

    @Test
    void a_correction_counts_from_when_it_was_recorded() {
        var term = term("Zhang Deguang", "2004-01", "2007-01");
        var corrected = event(term, "term-corrected", statement("Zhang Deguang", "2004-01-15", "2007-01"), """
                "corrected": ["from"], "reason": "Misread", "sources": [{"title": "Another book"}]""");
        read("terms", "?on=2004-01-10", corrected).body("items", empty());
        read("terms", "?on=2004-01-15").body("items.sources[0].title", contains("Another book"));
        read("terms", "?on=2004-01-10&known-at=" + term.recordedAt()).body("items", hasSize(1));
        register.after()
                .get("/api/terms/" + term.id())
                .then()
                .header("Depositary-Version", corrected.version())
                .body("from.edtf", equalTo("2004-01-15"))
                .body("recordings", hasSize(2));
    }

    @Test
    void lists_follow_the_preferred_claim_and_show_both_sides() {
        var term = term("Zhang Deguang", "2004-01", "2007-01");
        var claimed = event(term, "term-claimed", statement("Zhang Deguang", "2004-01", "2007-01"), """
                "claim": {"number": 2, "holds": true, "value": {"from": "2003"}}, "sources": [{"title": "Another book"}]""");
        read("terms", "?on=2003-06-01", claimed).body("items", empty());
        read("terms", "")
                .body("items.disputed", contains(true))
                .body("items[0].claims.value.from.edtf", contains("2004-01", "2003"))
                .body("items[0].claims.sources[1].title", contains("Another book"));
        var preferred = event(term, "term-claim-preferred", statement("Zhang Deguang", "2003", "2007-01"), """
                "claim": {"number": 2, "holds": true}, "reason": "Nearer", "sources": [{"title": "Another book"}]""");
        read("terms", "?on=2003-06-01", preferred)
                .body("items.certainty", contains("possible"))
                .body("items[0].sources.title", contains("Another book"));
        read("terms", "?on=2003-06-01&known-at=" + claimed.recordedAt()).body("items", empty());
        register.after()
                .get("/api/terms/%s/claims/2".formatted(term.id()))
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_retracted_leaves_the_lists_and_keeps_its_address() {
        var term = term("Nobody", "2004", "2007");
        var retracted = event(term, "term-retracted", statement("Nobody", "2004", "2007"), "\"reason\": \"Never so\"");
        read("terms", "", retracted).body("items", empty());
        read("terms", "?known-at=" + term.recordedAt()).body("items", hasSize(1));
        register.after().get("/api/terms/" + term.id()).then().body("retracted.reason", equalTo("Never so"));
    }

    @Test
    void when_what_came_between_is_retracted_the_organ_stays_what_it_was() {
        var established = organ("club", "established", "2004", "");
        var operational = organ("club", "operational", "2005", "");
        var retracted = register.institution(
                "organ",
                stream("club"),
                operational.id(),
                "organ-retracted",
                statement("club", "operational", "2005", ""),
                "\"reason\": \"Never so\"");
        read(ORGANS, "", established, retracted).body("items.state", contains("established"));
        read(ORGANS, "?known-at=" + operational.recordedAt()).body("items.state", contains("operational"));
    }

    @Test
    void pages_fit_together_while_writes_go_on() {
        term("A", "2001", "2002");
        term("B", "2002", "2003");
        var last = term("C", "2003", "2004");
        var page = read("terms", "?limit=2", last)
                .body("items.holder.name", contains("A", "B"))
                .extract();
        register.after(term("D", "2005", "2006")).get(path("terms")).then().body("items", hasSize(4));
        String next = page.path("next");
        given().queryParam("limit", 2)
                .queryParam("after", next)
                .get(path("terms"))
                .then()
                .body("items.holder.name", contains("C"))
                .body("$", not(hasKey("next")));
        var whole = given().get(path("terms"));
        given().header("If-None-Match", whole.header("ETag"))
                .get(path("terms"))
                .then()
                .statusCode(304);
    }

    @Test
    void changes_are_found_by_whom_they_are_about() {
        var holder = term("Somebody", "2004", "2005");
        var relation = institution("relation", "\"with\": \"csto\", \"kind\": \"memorandum\", \"effective\": \"2007\"");
        read("terms", "", holder, relation);
        given().get("/api/changes?organization=" + organization + "&party=KZ")
                .then()
                .body("items.data.id", contains(holder.id()));
        given().get("/api/changes?organization=" + organization + "&party=csto")
                .then()
                .body("items.data.id", containsInAnyOrder(relation.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organs", "terms", "meetings", "relations", "contributions", "rules", "figures"})
    void what_is_not_there_is_not_found_and_what_is_not_known_is_refused(String kind) {
        given().get("/api/organizations/nobody-knows/" + kind).then().statusCode(404);
        given().get(path(kind) + "?colour=red").then().statusCode(400);
        given().get("/api/%s/none".formatted(kind)).then().statusCode(404);
        given().get("/api/%s/none?colour=red".formatted(kind)).then().statusCode(400);
        given().get("/api/%s/none/claims/1".formatted(kind)).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"on=yesterday", "limit=0", "known-at=soon", "after=nothing"})
    void bad_questions_are_refused(String query) {
        given().get(path("terms") + "?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    private Published organ(String id, String state, String effective, String more) {
        var fact = UUID.randomUUID().toString();
        return register.institution(
                "organ", stream(id), fact, "organ-recorded", statement(id, state, effective, more), SOURCES);
    }

    private String stream(String organ) {
        return "organ:%s/%s".formatted(organization, organ);
    }

    private String statement(String organ, String state, String effective, String more) {
        return """
                "organization": "%1$s", "organ": "%2$s", "names": {"en": "Organ %2$s", "nl": "Orgaan %2$s"}, "state": "%3$s",
                "effective": "%4$s"%5$s""".formatted(organization, organ, state, effective, more);
    }

    private Published term(String name, String from, String to) {
        return register.institution("term", statement(name, from, to));
    }

    private String statement(String name, String from, String to) {
        return """
                "organization": "%s", "office": "secretary-general", "holder": {"name": "%s", "country": "KZ"},
                "from": "%s"%s""".formatted(organization, name, from, to.isEmpty() ? "" : ", \"to\": \"" + to + "\"");
    }

    private Published contribution(String share) {
        return institution("contribution", """
                "period": "2007~", "unit": "percent",
                "shares": {"RU": %1$s, "CN": %1$s, "KZ": 21, "UZ": 15, "KG": 10, "TJ": 9}""".formatted(share));
    }

    private Published institution(String kind, String statement) {
        return register.institution(kind, "\"organization\": \"%s\", %s".formatted(organization, statement));
    }

    private Published event(Published term, String name, String statement, String beside) {
        return register.institution("term", "term:" + term.id(), term.id(), name, statement, beside);
    }

    private String path(String kind) {
        return "/api/organizations/%s/%s".formatted(organization, kind);
    }

    private ValidatableResponse read(String kind, String query, Published... published) {
        return register.after(List.of(published).toArray(Published[]::new))
                .get(path(kind) + query)
                .then()
                .statusCode(200);
    }
}
