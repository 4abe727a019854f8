package org.depositary.gateway.web.resource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests exercises and all filters of their list. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ExercisesTest {

    private final String series = Register.slug("Series");
    private final String organization = Register.slug("o");

    @Inject
    Register register;

    private Published peaceMission() {
        return register.exercise("""
                "name": "Peace Mission 2007", "kind": "exercise", "status": "completed", "series": "%s",
                "organizations": ["%s"], "dates": "2007-08",
                "phases": [{"place": {"name": "Urumqi", "country": "CN", "lat": 43.8, "lon": 87.6}, "days": 2},
                           {"place": {"name": "Chebarkul", "country": "RU", "lat": 55, "lon": 60.4}, "dates": "2007-08-11/2007-08-17"}],
                "participants": [{"party": "CN", "role": "participant", "strength": {"min": 1600, "max": 1700, "approximate": true}},
                                 {"party": "RU", "role": "host", "strength": {"min": 2000, "approximate": false}}]
                """.formatted(series, organization));
    }

    private Published ofMembers(String dates) {
        return register.exercise("""
                "kind": "operation", "status": "announced", "series": "%s", "dates": "%s",
                "participants": [{"members-of": "%s", "role": "monitor"}]
                """.formatted(series, dates, organization));
    }

    private ValidatableResponse find(String query) {
        return register.after()
                .queryParam("series", series)
                .urlEncodingEnabled(false)
                .get("/api/exercises?" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void an_exercise_is_told_with_dates_participants_and_recordings() {
        var published = peaceMission();
        register.after(published)
                .get("/api/exercises/" + published.id())
                .then()
                .statusCode(200)
                .header("Depositary-Version", published.version())
                .body("url", equalTo("/api/exercises/" + published.id()))
                .body("name", equalTo("Peace Mission 2007"))
                .body("kind", equalTo("exercise"))
                .body("dates.edtf", equalTo("2007-08"))
                .body("dates.earliest", equalTo("2007-08-01"))
                .body("dates.end.latest", equalTo("2007-08-31"))
                .body("phases[1].dates.start.edtf", equalTo("2007-08-11"))
                .body("participants.name", contains("China", "Russia"))
                .body("strength.min", equalTo(3600))
                .body("strength.max", equalTo(3700))
                .body("strength.approximate", equalTo(true))
                .body("sources[0].title", equalTo("A book"))
                .body("recordings", hasSize(1));
    }

    @Test
    void exercises_are_found_by_all_that_is_known_of_them() {
        var published = peaceMission();
        register.after(published).get("/api/exercises").then().statusCode(200);
        for (var hit : new String[] {
            "party=CN&from=2005&to=2007",
            "party=China&role=participant",
            "role=host",
            "kind=exercise,operation",
            "status=completed",
            "organization=" + organization,
            "from=2007-08-31",
            "to=2007-08-01",
            "to=2007",
            "place=urum",
            "place=CN",
            "place=Russia",
            "bbox=87,43,88,44",
            "bbox=180,40,88,60",
            "min-strength=3700",
            "on=2007-08-15"
        }) {
            find(hit).body("items.id", contains(published.id()));
        }
        for (var miss : new String[] {
            "party=KZ", "party=CN&role=host", "role=observer", "kind=operation", "status=running", "organization=x",
            "from=2007-09", "to=2007-07", "place=Minsk", "bbox=0,0,10,10", "min-strength=3701", "on=2007-09-01"
        }) {
            find(miss).body("items", empty());
        }
        find("on=2007-08-15").body("items.certainty", contains("possible"));
    }

    @Test
    void a_minimum_strength_says_how_many_exercises_have_no_figure() {
        var published = peaceMission();
        ofMembers("2007");
        ofMembers("2008");
        find("min-strength=1000").body("items.id", contains(published.id())).body("withoutStrength", equalTo(2));
        find("min-strength=1000&from=2008").body("items", empty()).body("withoutStrength", equalTo(1));
        find("from=2008").body("$", not(hasKey("withoutStrength")));
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        for (var bad :
                new String[] {"kind=war", "bbox=1,2,3", "from=soon", "min-strength=many", "min-strength=-1", "role=boss"
                }) {
            register.after()
                    .get("/api/exercises?" + bad)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/bad-query"));
        }
    }

    @Test
    void members_of_an_organisation_are_those_it_had_on_the_start_day() {
        var registered = register.organization(organization, "");
        var kz = register.membershipChange(organization, "KZ", "accession", "2001");
        var uz = register.membershipChange(organization, "UZ", "accession", "2006-06-01");
        var am = register.membershipChange(organization, "AM", "accession", "2001");
        var gone = register.membershipChange(organization, "AM", "withdrawal", "2003");
        var published = ofMembers("2006-06/2007");
        register.after(registered, kz, uz, am, gone, published)
                .get("/api/exercises/" + published.id())
                .then()
                .body("label", equalTo("operation: Organisation %s, 2006-06/2007".formatted(organization)))
                .body("participants[0].members-of", equalTo(organization))
                .body("participants[0].role", equalTo("monitor"))
                .body("participants[0].members.party", contains("KZ", "UZ"))
                .body("participants[0].members.certainty", contains("certain", "certain"));
        find("party=UZ").body("items.id", contains(published.id()));
        find("party=UZ&role=monitor").body("items.participants[0][0].members.party", contains("KZ", "UZ"));
        find("party=AM").body("items", empty());
        find("party=UZ&known-at=" + kz.recordedAt()).body("items", empty());
    }

    @Test
    void there_are_no_members_of_what_was_dissolved_by_the_start() {
        var registered = register.organization(organization, "");
        var in = register.membershipChange(organization, "KZ", "accession", "1990");
        var out = register.membershipChange(organization, "KZ", "lapse", "1996-01-01");
        var dissolved = register.organizationChange(organization, "1995-06-01", "\"dissolved\": true");
        var before = ofMembers("1995-05");
        var after = ofMembers("1995-09");
        register.after(registered, in, out, dissolved, before, after)
                .get("/api/exercises/" + after.id())
                .then()
                .body("participants[0].members", empty());
        find("party=KZ").body("items.id", contains(before.id()));
    }

    @Test
    void a_retracted_exercise_is_found_no_more() {
        var published = peaceMission();
        var stream = "exercise:" + published.id();
        var retracted = register.publish(
                "exercise",
                stream,
                "exercise-retracted",
                published.id(),
                "{\"id\": \"%s\", \"reason\": \"It never took place\"}".formatted(published.id()));
        register.after(retracted)
                .get("/api/exercises/" + published.id())
                .then()
                .statusCode(200)
                .body("retracted.reason", equalTo("It never took place"));
        find("limit=50").body("items", empty());
        find("known-at=" + published.recordedAt()).body("items.id", contains(published.id()));
    }
}
