package org.depositary.membership.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.command.MembershipCalls.SOURCES;
import static org.depositary.membership.command.MembershipCalls.anOrganization;
import static org.depositary.membership.command.MembershipCalls.as;
import static org.depositary.membership.command.MembershipCalls.curator;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Institutions, from the outside: every kind is recorded, fixed and disputed in the same way. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class InstitutionResourceTest {

    private static final String REASON = "{\"reason\":\"the more careful source\"}";

    @Inject
    StoredMembershipEvents stored;

    /** What each kind takes, a field to correct and another one for a claim. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            organs        | "id":"rats","names":{"en":"RATS"},"parent":null,"kind":"body","state":"operational","effective":"2004","seat":{"place":"Tashkent","country":"UZB"},"functions":"Fighting terrorism" | "effective":"2004-01" | "state":"established"
            terms         | "office":"secretary-general","holder":{"name":"Bolat Nurgaliev","country":"Kazakhstan"},"from":"2007-01","to":"2010-01" | "to":"2009-12-31" | "from":"2006"
            meetings      | "organ":"heads-of-state","title":"Dushanbe","date":"2000-07-04/2000-07-05","place":{"name":"Dushanbe","country":"TJ"},"attendance":[{"party":"UZ","as":"guest"},{"party":"China"}],"instruments":["declaration"] | "date":"2000-07-05" | "attendance":[{"party":"CN"}]
            relations     | "with":"csto","kind":"memorandum","effective":"2007-10","until":null,"instrument":"a memorandum" | "effective":"2007-10-05" | "kind":"cooperation"
            contributions | "period":"2007~","unit":"percent","shares":{"Russia":24,"CHN":76} | "shares":{"RU":25,"CN":75} | "period":"2008"
            rules         | "subject":"decisions","rule":"consensus","exceptions":["suspension","expulsion"],"instrument":"charter","article":"16" | "article":"17" | "exceptions":[]
            figures       | "measure":"staff","organ":"secretariat","value":30,"unit":"persons","date":"2006" | "value":31.5 | "value":null
            """)
    void every_kind_is_recorded_fixed_and_disputed(String kind, String statement, String correction, String claim)
            throws Exception {
        var organization = anOrganization();
        var recorded = record(organization, kind, "{%s,%s}".formatted(statement, SOURCES));
        recorded.then().statusCode(201).header("Location", startsWith("/api/%s/".formatted(kind)));
        var fact = recorded.header("Location");
        assertThat(fact).endsWith(recorded.path("id").toString());
        post(fact + "/corrections", "{%s,\"reason\":\"misread\"}".formatted(correction))
                .then()
                .statusCode(201);
        post(fact + "/sources", "{\"title\":\"Another\"}").then().statusCode(201);
        post(fact + "/verification", "{}").then().statusCode(201);
        post(fact + "/claims", "{\"value\":{%s},%s}".formatted(claim, SOURCES))
                .then()
                .statusCode(201)
                .header("Location", equalTo(fact + "/claims/2"));
        post(fact + "/claims/2/preference", REASON).then().statusCode(201);
        post(fact + "/claims/1/withdrawal", REASON).then().statusCode(201);
        var retracted = post(fact + "/retraction", REASON);
        retracted.then().statusCode(201);
        var version = retracted.header("Depositary-Version");
        assertThat(version).endsWith("@8");
        var last = stored.last(version.substring(0, version.indexOf('@')));
        assertThat(last.path("organization").asText()).isEqualTo(organization);
        post(fact + "/retraction", REASON).then().statusCode(409).body("type", equalTo("/problems/already-retracted"));
    }

    @Test
    void an_organ_has_one_stream_for_all_that_it_was() throws Exception {
        var organization = anOrganization();
        var proposed = record(organization, "organs", organ("energy-club", "proposed", "2006"));
        var operational = record(organization, "organs", organ("energy-club", "operational", "2013"));
        var stream = "organ:%s/energy-club".formatted(organization);
        proposed.then().header("Depositary-Version", stream + "@1");
        operational.then().statusCode(201).header("Depositary-Version", stream + "@2");
        assertThat(operational.header("Location")).isNotEqualTo(proposed.header("Location"));
        assertThat(stored.last(stream).path("organ").asText()).isEqualTo("energy-club");
    }

    @Test
    void shares_that_do_not_add_up_are_taken_with_a_warning() {
        var body = """
                {"period":"2007~","unit":"percent","shares":{"RU":24,"CN":24,"KZ":21,"UZ":15,"KG":10,"TJ":9},%s}""".formatted(SOURCES);
        var odd = record(anOrganization(), "contributions", body);
        odd.then().statusCode(201).body("warnings", contains("shares sum to 103"));
        post(odd.header("Location") + "/corrections", "{\"shares\":{\"RU\":99},\"reason\":\"misread\"}")
                .then()
                .body("warnings", contains("shares sum to 99"));
        record(anOrganization(), "contributions", body.replace("24", "22.5"))
                .then()
                .statusCode(201)
                .body("$", not(hasKey("warnings")));
        record(anOrganization(), "contributions", "[%s]".formatted(body))
                .then()
                .body("[0].warnings", contains("shares sum to 103"));
    }

    @Test
    void parties_outside_their_time_are_taken_with_a_warning() {
        var organization = anOrganization();
        warned(
                record(organization, "contributions", """
                        {"period":"1985","unit":"percent","shares":{"KZ":60,"UZ":39,"FR":2},%s}""".formatted(SOURCES)),
                "shares sum to 101",
                "KZ began on 1991-12-16, after the effective date 1985",
                "UZ began on 1991-08-31, after the effective date 1985");
        warned(
                record(organization, "terms", """
                        {"office":"chair","holder":{"country":"SUHH"},"from":"1995","to":"1996",%s}""".formatted(SOURCES)),
                "SUHH ended on 1991-12-26, before the effective date 1995");
        warned(
                record(organization, "meetings", """
                        {"title":"Summit","date":"1980/1981","attendance":[{"party":"RS"}],%s}""".formatted(SOURCES)),
                "RS did not exist from 1918-12-01 to 2006-06-05, on the effective date 1980/1981");
        warned(
                record(organization, "relations", """
                        {"with":"cow:817","kind":"observer","effective":"1980",%s}""".formatted(SOURCES)),
                "cow:817 ended on 1975-04-30, before the effective date 1980");
        warned(
                curator().body("""
                        {"measure":"gdp","value":1,"unit":"USD","date":"2006",%s}""".formatted(SOURCES)).post("/api/parties/CSHH/figures"),
                "CSHH ended on 1993-01-01, before the effective date 2006");
    }

    private static void warned(Response recorded, String... warnings) {
        recorded.then().statusCode(201).body("warnings", containsInAnyOrder(warnings));
    }

    @Test
    void the_country_of_an_organs_seat_is_a_state() {
        var organization = anOrganization();
        var seated = organ("rats", "operational", "2004").replaceFirst("\\{", "{\"seat\":{\"country\":\"csto\"},");
        pointed("#/seat/country", record(organization, "organs", seated));
        var fact = record(organization, "organs", organ("rats", "operational", "2004"))
                .header("Location");
        var seat = "\"seat\":{\"country\":\"csto\"}";
        pointed("#/seat/country", post(fact + "/corrections", "{%s,\"reason\":\"misread\"}".formatted(seat)));
        pointed("#/value/seat/country", post(fact + "/claims", "{\"value\":{%s},%s}".formatted(seat, SOURCES)));
    }

    @Test
    void a_figure_is_about_an_organisation_or_about_a_party_not_both() {
        var figure = "{\"measure\":\"gdp\",\"value\":1,\"unit\":\"USD\",\"date\":\"2006\",%s,%s}";
        var ofOrganization = figure.formatted("\"party\":\"KZ\"", SOURCES);
        pointed("#/party", record(anOrganization(), "figures", ofOrganization));
        pointed("#/0/party", record(anOrganization(), "figures", "[%s]".formatted(ofOrganization)));
        var ofParty = figure.formatted("\"organization\":\"%s\"".formatted(anOrganization()), SOURCES);
        pointed("#/organization", curator().body(ofParty).post("/api/parties/KZ/figures"));
    }

    private static void pointed(String pointer, Response refused) {
        refused.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void numbers_and_parties_are_stored_in_their_one_form() throws Exception {
        var shares = record(
                anOrganization(),
                "contributions",
                "{\"period\":\"1970\",\"unit\":\"percent\",\"shares\":{\"cow:365\":1e2},%s}".formatted(SOURCES));
        var data = stored.last(stream(shares));
        assertThat(data.path("shares").path("SUHH").toString()).isEqualTo("100");
        var unknown = curator()
                .body("{\"measure\":\"gdp\",\"value\":null,\"unit\":\"billion USD\",\"date\":\"2006\",%s}"
                        .formatted(SOURCES))
                .post("/api/parties/UZB/figures");
        unknown.then().statusCode(201);
        var figure = stored.last(stream(unknown));
        assertThat(figure.path("party").asText()).isEqualTo("UZ");
        assertThat(figure.get("value").isNull()).isTrue();
    }

    @Test
    void a_figure_about_a_party_that_is_an_organisation_is_the_organisations() throws Exception {
        var organization = anOrganization();
        var figure =
                "{\"measure\":\"staff\",\"value\":20,\"unit\":\"persons\",\"date\":\"2006\",%s}".formatted(SOURCES);
        var recorded = curator().body(figure).post("/api/parties/" + organization + "/figures");
        recorded.then().statusCode(201);
        assertThat(stored.last(stream(recorded)).path("organization").asText()).isEqualTo(organization);
        curator().body(figure).post("/api/parties/nobody-knows/figures").then().statusCode(404);
        curator().body(figure).post("/api/parties/Atlantis!/figures").then().statusCode(404);
    }

    @Test
    void several_are_recorded_together_or_not_at_all() {
        var organization = anOrganization();
        var good = organ("secretariat", "operational", "2004");
        record(organization, "organs", "[%s,%s]".formatted(good, organ("rats", "operational", "2004")))
                .then()
                .statusCode(201)
                .body("location", hasSize(2));
        record(organization, "organs", "[%s,%s]".formatted(good, organ("rats", "asleep", "2004")))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/1/state"));
    }

    @Test
    void the_same_request_is_answered_once() {
        var organization = anOrganization();
        var body = organ("secretariat", "operational", "2004");
        var path = "/api/organizations/%s/organs".formatted(organization);
        var first = curator().header("Idempotency-Key", organization).body(body).post(path);
        curator()
                .header("Idempotency-Key", organization)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"));
    }

    @Test
    void what_is_not_registered_has_no_institutions() {
        record("nobody-knows", "organs", organ("rats", "operational", "2004"))
                .then()
                .statusCode(404);
        record("Not a slug", "organs", organ("rats", "operational", "2004"))
                .then()
                .statusCode(422);
    }

    @Test
    void what_a_fact_is_about_cannot_be_corrected() {
        var fact = record(anOrganization(), "organs", organ("rats", "operational", "2004"))
                .header("Location");
        for (var field : new String[] {"organization", "organ"}) {
            post(fact + "/corrections", "{\"%s\":\"other\",\"reason\":\"another\"}".formatted(field))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("#/" + field));
        }
        post(fact.replace("organs", "terms") + "/retraction", REASON).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            organs | {"names":{"en":"X"},"state":"planned","effective":"2004",SOURCES}                       | #/id
            organs | {"id":"A B","names":{"en":"X"},"state":"planned","effective":"2004",SOURCES}            | #/id
            organs | {"id":5,"names":{"en":"X"},"state":"planned","effective":"2004",SOURCES}                | #/id
            organs | {"id":"x","state":"planned","effective":"2004",SOURCES}                                 | #/names
            organs | {"id":"x","names":{"en":"X"},"state":"asleep","effective":"2004",SOURCES}               | #/state
            organs | {"id":"x","names":{"en":"X"},"state":"planned",SOURCES}                                 | #/effective
            organs | {"id":"x","names":{"en":"X"},"state":"planned","effective":"2004-13",SOURCES}           | #/effective
            organs | {"id":"x","names":{"en":"X"},"state":"planned","effective":"2004","parent":"x",SOURCES} | #/parent
            organs | {"id":"x","names":{"en":"X"},"state":"planned","effective":"2004","seat":{"country":"Atlantis"},SOURCES} | #/seat/country
            organs | {"id":"x","names":{"en":"X"},"state":"planned","effective":"2004","colour":"red",SOURCES} | #/colour
            organs | {"id":"x","names":{"en":"X"},"state":"planned","effective":"2004"}                      | #/sources
            terms  | {"office":"head","from":"2004",SOURCES}                                                 | #/holder
            terms  | {"office":"head","holder":{"name":"A"},SOURCES}                                         | #/from
            terms  | {"office":"head","holder":{"name":"A","country":"Atlantis"},"from":"2004",SOURCES}      | #/holder/country
            terms  | {"office":"head","holder":{"name":"A"},"from":"2004","to":"2003",SOURCES}               | #/to
            terms  | {"holder":{"name":"A"},"from":"2004",SOURCES}                                           | #/office
            meetings | {"title":"A",SOURCES}                                                                 | #/date
            meetings | {"date":"2004",SOURCES}                                                               | #/title
            meetings | {"title":"A","date":"2004","attendance":[{"as":"guest"}],SOURCES}                     | #/attendance/0/party
            meetings | {"title":"A","date":"2004","attendance":[{"party":"CN"},{"party":"Atlantis"}],SOURCES} | #/attendance/1/party
            meetings | {"title":"A","date":"2004","place":{"name":"X","lat":99,"lon":0},SOURCES}             | #/place/lat
            meetings | {"title":"A","date":"2004","instruments":[null],SOURCES}                              | #/instruments/0
            relations | {"kind":"memorandum","effective":"2004",SOURCES}                                     | #/with
            relations | {"with":"csto","effective":"2004",SOURCES}                                           | #/kind
            contributions | {"period":"2007","unit":"percent",SOURCES}                                       | #/shares
            contributions | {"period":"2007","unit":"percent","shares":{"Atlantis":1},SOURCES}               | #/shares/Atlantis
            contributions | {"period":"2007","unit":"percent","shares":{"RU":1,"Russia":2},SOURCES}          | #/shares/Russia
            contributions | {"period":"2007","unit":"percent","shares":{"RU":null},SOURCES}                  | #/shares/RU
            contributions | {"period":"2007","unit":"percent","shares":{"RU":"much"},SOURCES}                | #/shares/RU
            contributions | {"period":"2007","unit":"USD","amount":1e400,SOURCES}                            | #/amount
            contributions | {"period":"2007","unit":"USD","amount":1e30,SOURCES}                             | #/amount
            rules  | {"subject":"decisions",SOURCES}                                                         | #/rule
            rules  | {"subject":"decisions","rule":"x","exceptions":"none",SOURCES}                          | #/exceptions
            figures | {"measure":"staff","unit":"persons","date":"2006",SOURCES}                             | #/value
            figures | {"measure":"staff","value":"30","unit":"persons","date":"2006",SOURCES}                | #/value
            figures | {"measure":"staff","value":30,"date":"2006",SOURCES}                                   | #/unit
            """)
    void badInputIsToldWithAPointer(String kind, String body, String pointer) {
        record(organization(), kind, body.replace("SOURCES", SOURCES))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    private static String once = "";

    private static synchronized String organization() {
        once = once.isEmpty() ? anOrganization() : once;
        return once;
    }

    @ParameterizedTest
    @CsvSource({"organs", "terms", "meetings", "relations", "contributions", "rules", "figures"})
    void only_curators_may(String kind) {
        as("contributor")
                .body("{}")
                .post("/api/organizations/sco/" + kind)
                .then()
                .statusCode(403);
        for (var what : new String[] {"corrections", "retraction", "sources", "claims", "claims/2/preference"}) {
            as("contributor")
                    .body("{}")
                    .post("/api/%s/x/%s".formatted(kind, what))
                    .then()
                    .statusCode(403);
        }
        as("contributor").body("{}").post("/api/parties/KZ/figures").then().statusCode(403);
    }

    private static String organ(String id, String state, String effective) {
        return "{\"id\":\"%s\",\"names\":{\"en\":\"An organ\"},\"state\":\"%s\",\"effective\":\"%s\",%s}"
                .formatted(id, state, effective, SOURCES);
    }

    private static String stream(Response recorded) {
        var version = recorded.header("Depositary-Version");
        return version.substring(0, version.indexOf('@'));
    }

    private static Response record(String organization, String kind, String body) {
        return curator().body(body).post("/api/organizations/{organization}/{kind}", organization, kind);
    }

    private static Response post(String path, String body) {
        return curator().body(body).post(path);
    }
}
