package org.depositary.gateway.web.resource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests the findings of exercises. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ExerciseFindingsTest {

    private final String organization = Register.slug("o");

    @Inject
    Register register;

    private Published exercise(String name, String dates, String more) {
        return register.exercise("""
                "name": "%s", "kind": "exercise", "organizations": ["%s"], "dates": "%s"%s
                """.formatted(name, organization, dates, more));
    }

    private ValidatableResponse find(String kind) {
        return register.after()
                .get("/api/findings?organization=%s&kind=%s".formatted(organization, kind))
                .then()
                .statusCode(200);
    }

    @Test
    void a_phase_outside_the_dates() {
        var wrong = exercise("Late", "2007-08", """
                , "phases": [{"place": {"name": "Urumqi"}, "dates": "2007-08"}, {"place": {"name": "Urumqi"}, "dates": "2007-09-01/2007-09-03"}]""");
        exercise("Early", "2007-08", ", \"phases\": [{\"place\": {\"name\": \"Urumqi\"}, \"dates\": \"2006\"}]");
        find("phase-outside-dates").body("items", hasSize(2));
        find("phase-outside-dates&limit=1000")
                .body(
                        "items.detail",
                        containsInAnyOrder(
                                "the phase 2007-09-01/2007-09-03 is outside of the dates 2007-08",
                                "the phase 2006 is outside of the dates 2007-08"))
                .body("items.facts.flatten()", hasItem("/api/exercises/" + wrong.id()));
    }

    @Test
    void a_participant_that_did_not_exist() {
        exercise("Early", "1970", """
                , "participants": [{"party": "KZ", "role": "host"}, {"party": "SUHH", "role": "participant"}]""");
        find("outside-time").body("items.detail", contains("KZ began on 1991-12-16, after the effective date 1970"));
    }

    @Test
    void parts_above_the_whole() {
        var parts = """
                , "strength": {"max": %d}, "participants": [{"party": "RU", "role": "host", "strength": {"min": 600}},
                {"party": "CN", "role": "participant", "strength": {"min": 500, "max": 900}}]""";
        exercise("Too many", "2007", parts.formatted(1000));
        exercise("Enough", "2007", parts.formatted(1100));
        find("parts-above-whole")
                .body(
                        "items.detail",
                        contains(
                                "the participants have at least 1100 troops, but the whole exercise has at most 1000"));
    }

    @Test
    void a_host_that_no_participant_list_names() {
        var registered = register.organization(organization, "");
        var kz = register.membershipChange(organization, "KZ", "accession", "2001");
        var places = """
                , "phases": [{"place": {"country": "KZ"}}, {"place": {"country": "RU"}}],
                "participants": [{"party": "RU", "role": "participant"}%s]""";
        var wrong = exercise("Unlisted", "2007", places.formatted(""));
        exercise(
                "As a member",
                "2007",
                places.formatted(", {\"members-of\": \"%s\", \"role\": \"participant\"}".formatted(organization)));
        exercise("Nobody listed", "2007", ", \"phases\": [{\"place\": {\"country\": \"KZ\"}}]");
        register.after(registered, kz).get("/api/exercises").then().statusCode(200);
        find("unlisted-host")
                .body("items.detail", contains("it took place in Kazakhstan, which is not in the list of participants"))
                .body("items[0].facts", contains("/api/exercises/" + wrong.id()));
    }

    @Test
    void two_records_that_may_be_one() {
        var parties =
                ", \"participants\": [{\"party\": \"RU\", \"role\": \"host\"}, {\"party\": \"CN\", \"role\": \"participant\"}]";
        var one = exercise("Peace Mission 2007", "2007-08", parties);
        var other = exercise("Peace Mission-2007 (phase)", "2007-08-09/2007-08-17", parties);
        exercise("Peace Mission 2007", "2007-03", parties);
        exercise("Naval Cooperation", "2007-08-10", parties);
        exercise("Peace Mission 2007", "2007-08", ", \"participants\": [{\"party\": \"US\", \"role\": \"host\"}]");
        find("possible-duplicate")
                .body("items", hasSize(1))
                .body(
                        "items[0].facts",
                        containsInAnyOrder("/api/exercises/" + one.id(), "/api/exercises/" + other.id()));
    }

    @Test
    void an_end_before_the_start() {
        var published = exercise("Backwards", "2007-08", "");
        find("end-before-start").body("items", empty());
        step(published, "start", "2007-08-09");
        step(published, "completion", "2007-08-01");
        register.after()
                .get("/api/findings?kind=end-before-start&limit=1000")
                .then()
                .body(
                        "items.findAll { it.sources.title.contains('Log of %s') }.detail".formatted(published.id()),
                        equalTo(List.of("the completion on 2007-08-01 is before the start on 2007-08-09")));
    }

    private void step(Published exercise, String step, String effective) {
        var id = UUID.randomUUID().toString();
        register.publish("exercise", "exercise:" + exercise.id(), "exercise-step-recorded", id, """
                {"id": "%s", "exercise": "%s", "step": "%s", "effective": "%s", "sources": [{"title": "Log of %s"}]}
                """.formatted(
                        id, exercise.id(), step, effective, exercise.id()));
    }
}
