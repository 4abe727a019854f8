package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
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
import org.junit.jupiter.api.Test;

/** Tests the steps, participations and merges of exercises. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ExerciseLifeTest {

    private final String series = Register.slug("Series");

    @Inject
    Register register;

    private Published exercise(String name, String status, String more) {
        return register.exercise("""
                "name": "%s", "kind": "exercise", "status": "%s", "series": "%s", "dates": "2025-05" %s
                """.formatted(name, status, series, more));
    }

    private Published fact(Published exercise, String kind, String statement) {
        var id = UUID.randomUUID().toString();
        return register.publish("exercise", "exercise:" + exercise.id(), kind + "-recorded", id, """
                {"id": "%s", "exercise": "%s", %s, "sources": [{"title": "A newspaper"}]}
                """.formatted(
                        id, exercise.id(), statement));
    }

    private Published retraction(Published exercise, String kind, Published fact) {
        return register.publish(
                "exercise", "exercise:" + exercise.id(), kind + "-retracted", fact.id(), """
                {"id": "%s", "reason": "A mistake"}""".formatted(fact.id()));
    }

    private ValidatableResponse find(String query) {
        return register.after()
                .queryParam("series", series)
                .urlEncodingEnabled(false)
                .get("/api/exercises?" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse read(Published exercise, String query) {
        return register.after()
                .redirects()
                .follow(false)
                .get("/api/exercises/" + exercise.id() + (query.isEmpty() ? "" : "?" + query))
                .then();
    }

    @Test
    void the_status_on_a_day_follows_from_the_steps() {
        var exercise = exercise("Interaction", "announced", "");
        var plan = fact(
                exercise,
                "exercise-step",
                "\"step\": \"schedule\", \"effective\": \"2025-02-01\", \"dates\": \"2025-06-01/2025-06-10\"");
        var start = fact(exercise, "exercise-step", "\"step\": \"start\", \"effective\": \"2025-06-03\"");
        fact(exercise, "exercise-step", "\"step\": \"completion\", \"effective\": \"2025-06\"");
        read(exercise, "on=2025-01-31").statusCode(200).body("status", equalTo("announced"));
        read(exercise, "on=2025-02-01").body("status", equalTo("scheduled"));
        read(exercise, "on=2025-06-04").body("status", equalTo("running"));
        read(exercise, "on=2025-07-01")
                .body("status", equalTo("completed"))
                .body("dates.edtf", equalTo("2025-06-03/2025-06-10"))
                .body("steps.step", contains("schedule", "start", "completion"))
                .body("steps[1].url", equalTo("/api/exercise-steps/" + start.id()));
        read(exercise, "on=2025-06-04&known-at=" + plan.recordedAt()).body("status", equalTo("scheduled"));
        find("status=running&on=2025-06-04").body("items.id", contains(exercise.id()));
        find("status=completed").body("items.id", contains(exercise.id()));
        find("status=announced").body("items", empty());
        register.after()
                .get("/api/exercise-steps/" + start.id())
                .then()
                .statusCode(200)
                .body("effective.earliest", equalTo("2025-06-03"))
                .body("recordings", hasSize(1));
    }

    @Test
    void an_exercise_that_took_place_was_running_on_its_days_and_completed_afterwards() {
        var exercise = withDates("completed", "2025-05-03/2025-05-10");
        read(exercise, "on=2025-05-02").body("status", nullValue());
        read(exercise, "on=2025-05-03").body("status", equalTo("running"));
        read(exercise, "on=2025-05-10").body("status", equalTo("running"));
        read(exercise, "on=2025-05-11").body("status", equalTo("completed"));
        read(exercise, "").body("status", equalTo("completed"));
        find("status=running&on=2025-05-10").body("items.id", contains(exercise.id()));
        find("status=completed&on=2025-05-10").body("items", empty());
        fact(exercise, "exercise-step", "\"step\": \"completion\", \"effective\": \"2025-05-09\"");
        read(exercise, "on=2025-05-03").body("status", equalTo("running"));
        read(exercise, "on=2025-05-09").body("status", equalTo("completed"));
    }

    @Test
    void a_recorded_status_with_imprecise_or_unknown_dates() {
        var imprecise = withDates("completed", "2025-05");
        read(imprecise, "on=2025-05-01").body("status", equalTo("running"));
        read(imprecise, "on=2025-05-31").body("status", equalTo("running"));
        read(imprecise, "on=2025-06-01").body("status", equalTo("completed"));
        var unknownEnd = withDates("completed", "2025-05-03/");
        read(unknownEnd, "on=2025-05-02").body("status", nullValue());
        read(unknownEnd, "on=2025-05-03").body("status", equalTo("completed"));
        var running = withDates("running", "2025-05-03/..");
        read(running, "on=2025-05-02").body("status", nullValue());
        read(running, "on=2025-05-03").body("status", equalTo("running"));
        var cancelled = withDates("cancelled", "2025-05-03");
        read(cancelled, "on=2025-05-02").body("status", equalTo("cancelled"));
    }

    private Published withDates(String status, String dates) {
        return register.exercise("""
                "name": "Interaction", "kind": "exercise", "status": "%s", "series": "%s", "dates": "%s"
                """.formatted(status, series, dates));
    }

    @Test
    void an_exercise_that_started_after_its_planned_end_has_an_unknown_end() {
        var exercise = exercise("Interaction", "scheduled", "");
        fact(exercise, "exercise-step", "\"step\": \"start\", \"effective\": \"2025-07-01\"");
        read(exercise, "").body("dates.edtf", equalTo("2025-07-01/")).body("dates.latest", nullValue());
        find("on=2025-05-10").body("items", empty());
        find("on=2025-07-01").body("items.certainty", contains("possible"));
    }

    @Test
    void a_completed_exercise_stays_completed_when_its_start_gets_a_date() {
        var exercise = exercise("Interaction", "completed", "");
        fact(exercise, "exercise-step", "\"step\": \"start\", \"effective\": \"2025-05-03\"");
        read(exercise, "").body("status", equalTo("completed")).body("dates.edtf", equalTo("2025-05-03/2025-05"));
    }

    @Test
    void participations_join_the_participants_of_the_record() {
        var exercise = exercise(
                "Interaction",
                "completed",
                ", \"participants\": [{\"party\": \"KZ\", \"role\": \"host\"}, {\"party\": \"RU\", \"role\": \"participant\"}]");
        fact(
                exercise,
                "participation",
                "\"party\": \"KZ\", \"role\": \"host\", \"joined\": \"2025-05-02\", \"equipment\": \"12 tanks\","
                        + "\"strengthByForce\": [{\"force\": \"land\", \"strength\": {\"min\": 100, \"approximate\": true}},"
                        + " {\"force\": \"air\", \"strength\": {\"min\": 20, \"max\": 30, \"approximate\": false}}]");
        var mongolia = fact(exercise, "participation", "\"party\": \"MN\", \"role\": \"observer\"");
        read(exercise, "")
                .body("participants.party", contains("RU", "KZ", "MN"))
                .body("participants[1].equipment", equalTo("12 tanks"))
                .body("participants[1].joined.earliest", equalTo("2025-05-02"))
                .body("participants[1].strength.max", equalTo(130))
                .body("participants[1].sources[0].title", equalTo("A newspaper"))
                .body("participants[2].url", equalTo("/api/participations/" + mongolia.id()))
                .body("strength.min", equalTo(120))
                .body("strength.approximate", equalTo(true));
        find("party=MN&role=observer").body("items.id", contains(exercise.id()));
        find("min-strength=130").body("items.id", contains(exercise.id()));
        retraction(exercise, "participation", mongolia);
        find("party=MN").body("items", empty());
    }

    @Test
    void a_participation_with_empty_lists_keeps_the_strength_of_the_record() {
        var exercise = exercise(
                "Interaction",
                "completed",
                ", \"participants\": [{\"party\": \"KZ\", \"role\": \"host\", \"strength\": {\"min\": 70}}]");
        fact(
                exercise,
                "participation",
                "\"party\": \"KZ\", \"role\": \"host\", \"strengthByForce\": [], \"forces\": []");
        read(exercise, "").body("participants[0].strength.min", equalTo(70)).body("strength.min", equalTo(70));
    }

    @Test
    void phases_and_purposes_join_those_of_the_record() {
        var exercise = exercise(
                "Border",
                "completed",
                ", \"strength\": {\"min\": 1000, \"approximate\": true}, \"participants\": [{\"party\": \"KZ\", \"role\": \"host\","
                        + " \"strength\": {\"min\": 10, \"approximate\": false}}]");
        fact(
                exercise,
                "exercise-phase",
                "\"place\": {\"names\": {\"en\": \"Irkeshtam\"}, \"countries\": [\"CN\", \"KG\"]}");
        fact(exercise, "exercise-phase", "\"place\": {\"online\": true}, \"days\": 1");
        var purpose = fact(exercise, "exercise-purpose", "\"view\": \"assessed\", \"text\": \"A show of force\"");
        read(exercise, "")
                .body("phases.place.names.en", hasItem("Irkeshtam"))
                .body("phases[1].days", equalTo(1))
                .body("phases[1].sources[0].title", equalTo("A newspaper"))
                .body("purposes[0].view", equalTo("assessed"))
                .body("purposes[0].url", equalTo("/api/exercise-purposes/" + purpose.id()))
                .body("strength.min", equalTo(1000))
                .body("reportedStrength.approximate", equalTo(true));
        for (var hit : new String[] {"place=irkesh", "place=KG", "place=online", "min-strength=1000"}) {
            find(hit).body("items.id", contains(exercise.id()));
        }
        find("place=RU").body("items", empty());
    }

    @Test
    void an_exercise_has_last_changed_with_a_fact_about_it_or_a_merge_into_it() {
        var target = exercise("Rubezh", "completed", "");
        var observer = fact(target, "participation", "\"party\": \"MN\", \"role\": \"observer\"");
        read(target, "").body("lastChanged", equalTo(observer.recordedAt().toString()));
        var record = exercise("Border", "completed", "");
        var merge = fact(record, "exercise-merge", "\"into\": \"%s\"".formatted(target.id()));
        read(target, "").body("lastChanged", equalTo(merge.recordedAt().toString()));
        var verified = register.publish(
                "exercise", "exercise:" + target.id(), "exercise-verified", target.id(), """
                {"id": "%s", "name": "Rubezh", "kind": "exercise", "dates": "2025-05", "sources": [{"title": "A book"}]}
                """.formatted(target.id()));
        read(target, "")
                .body("lastChanged", equalTo(merge.recordedAt().toString()))
                .body("lastVerified.at", equalTo(verified.recordedAt().toString()));
    }

    @Test
    void a_merged_record_redirects_and_is_found_at_its_target() {
        var target = exercise("Rubezh", "completed", ", \"participants\": [{\"party\": \"KZ\", \"role\": \"host\"}]");
        var record = exercise(
                "Border",
                "completed",
                ", \"participants\": [{\"party\": \"KZ\", \"role\": \"host\"}, {\"party\": \"AM\", \"role\": \"participant\"}]");
        find("limit=5").body("items.id", containsInAnyOrder(target.id(), record.id()));
        var merge = fact(record, "exercise-merge", "\"into\": \"%s\"".formatted(target.id()));
        read(record, "lang=nl")
                .statusCode(307)
                .header("Location", equalTo("/api/exercises/%s?lang=nl".formatted(target.id())))
                .header("Cache-Control", containsString("no-cache"));
        read(target, "")
                .statusCode(200)
                .body("merged.id", contains(record.id()))
                .body("merged.name", contains("Border"))
                .body("participants.party", contains("KZ", "AM"));
        find("limit=5").body("items.id", contains(target.id()));
        find("party=AM").body("items.id", contains(target.id()));
        read(record, "known-at=" + record.recordedAt()).statusCode(200);
        find("known-at=" + record.recordedAt()).body("items.id", containsInAnyOrder(target.id(), record.id()));
        retraction(record, "exercise-merge", merge);
        read(record, "").statusCode(200);
        find("party=AM").body("items.id", contains(record.id()));
    }

    /** The event has the whole statement, as the service writes it. */
    private Published claim(Published exercise, String name, int number, String event, String claim) {
        return register.publish("exercise", "exercise:" + exercise.id(), event, exercise.id(), """
                {"id": "%s", "name": "%s", "kind": "exercise", "status": "completed", "series": "%s", "dates": "2025-05",
                 "claim": {"number": %d, %s}, "sources": [{"title": "A newspaper"}]}
                """.formatted(
                        exercise.id(), name, series, number, claim));
    }

    @Test
    void merged_records_stand_on_their_own_again_when_their_target_is_retracted() {
        var target = exercise("Rubezh", "completed", "");
        var middle = exercise("Border", "completed", "");
        var first = exercise("Line", "completed", "");
        fact(first, "exercise-merge", "\"into\": \"%s\"".formatted(middle.id()));
        var merge = fact(middle, "exercise-merge", "\"into\": \"%s\"".formatted(target.id()));
        find("limit=5").body("items.id", contains(target.id()));
        retraction(target, "exercise", target);
        read(target, "").statusCode(200).body("merged", nullValue());
        read(middle, "").statusCode(200).body("merged.id", contains(first.id()));
        read(first, "").statusCode(307).header("Location", equalTo("/api/exercises/" + middle.id()));
        find("limit=5").body("items.id", contains(middle.id()));
        find("limit=5&known-at=" + merge.recordedAt()).body("items.id", contains(target.id()));
        statistics().body("total.exercises", equalTo(1));
    }

    @Test
    void merged_records_stand_on_their_own_while_their_target_never_happened() {
        var target = exercise("Rubezh", "completed", "");
        var record = exercise("Border", "completed", "");
        fact(record, "exercise-merge", "\"into\": \"%s\"".formatted(target.id()));
        claim(target, "Rubezh", 2, "exercise-claimed", "\"holds\": false");
        find("limit=5").body("items.id", contains(target.id()));
        claim(target, "Rubezh", 2, "exercise-claim-preferred", "\"holds\": false");
        read(record, "").statusCode(200);
        find("limit=5").body("items.id", contains(record.id()));
        claim(target, "Rubezh", 1, "exercise-claim-preferred", "\"holds\": true");
        find("limit=5").body("items.id", contains(target.id()));
    }

    @Test
    void the_claims_and_events_of_a_merged_record_are_listed_with_it() {
        var target = exercise("Rubezh", "completed", "");
        var record = exercise("Border", "completed", "");
        claim(record, "Border", 2, "exercise-claimed", "\"holds\": true, \"value\": {\"name\": \"Frontier\"}");
        fact(record, "exercise-merge", "\"into\": \"%s\"".formatted(target.id()));
        var events = "/api/exercises/%s/recordings".formatted(record.id());
        read(target, "")
                .body("disputed", equalTo(true))
                .body("claims", nullValue())
                .body("sources.title", contains("A book", "A newspaper"))
                .body("merged[0].disputed", equalTo(true))
                .body("merged[0].claims.number", contains(1, 2))
                .body("merged[0].claims[1].value.name", equalTo("Frontier"))
                .body("merged[0].claims[1].url", equalTo("/api/exercises/%s/claims/2".formatted(record.id())))
                .body("merged[0].claims[1].sources.title", contains("A newspaper"))
                .body("merged[0].recordings", equalTo(events));
        find("limit=5").body("items.disputed", contains(true));
        register.after()
                .get(events)
                .then()
                .statusCode(200)
                .body("url", equalTo("/api/exercises/" + record.id()))
                .body("recordings.type", hasItem(containsString("exercise-claimed")));
        register.after().get("/api/exercises/nothing/recordings").then().statusCode(404);
    }

    @Test
    void a_participant_without_a_figure_takes_that_of_a_merged_record() {
        var target = exercise(
                "Rubezh",
                "completed",
                ", \"participants\": [{\"party\": \"KZ\", \"role\": \"host\", \"strength\": {\"min\": 20}},"
                        + " {\"party\": \"MN\", \"role\": \"participant\"}]");
        for (int troops : List.of(100, 300)) {
            var record = exercise(
                    "Border of " + troops,
                    "completed",
                    ", \"participants\": [{\"party\": \"KZ\", \"role\": \"host\", \"strength\": {\"min\": 7000}},"
                            + " {\"party\": \"MN\", \"role\": \"participant\", \"strength\": {\"min\": %d}}]"
                                    .formatted(troops));
            fact(record, "exercise-merge", "\"into\": \"%s\"".formatted(target.id()));
        }
        var shown = read(target, "")
                .body("participants.party", contains("KZ", "MN"))
                .body("participants[0].strength.min", equalTo(20))
                .body("participants[0].strengths.preferred", contains(true, false, false))
                .body("participants[1].strengths.preferred", contains(true, false))
                .extract()
                .jsonPath();
        int figure = shown.getInt("participants[1].strength.min");
        // The first record in the order of ids has the figure.
        assertThat(figure).isEqualTo(shown.getInt("participants[1].strengths[0].strength.min"));
        assertThat(shown.getInt("strength.min")).isEqualTo(20 + figure);
        statistics().body("total.strength.min", equalTo(20 + figure));
        register.after()
                .queryParam("series", series)
                .get("/api/exercises/participations?party=MN")
                .then()
                .statusCode(200)
                .body("items.strengthMin", contains(figure));
    }

    @Test
    void the_strength_of_merged_records_is_that_of_all_participants() {
        var target = exercise(
                "Rubezh",
                "completed",
                ", \"participants\": [{\"party\": \"KZ\", \"role\": \"host\", \"strength\": {\"min\": 100}}]");
        var record = exercise(
                "Border",
                "completed",
                ", \"participants\": [{\"party\": \"KZ\", \"role\": \"host\", \"strength\": {\"min\": 70}},"
                        + " {\"party\": \"AM\", \"role\": \"participant\", \"strength\": {\"min\": 20, \"max\": 30}}]");
        fact(record, "exercise-merge", "\"into\": \"%s\"".formatted(target.id()));
        read(target, "").body("strength.min", equalTo(120)).body("strength.max", equalTo(130));
        statistics().body("total.strength.min", equalTo(120)).body("total.strength.max", equalTo(130));
        find("min-strength=130").body("items.id", contains(target.id()));
        var report = exercise("Report", "completed", ", \"strength\": {\"max\": 1000}");
        fact(report, "exercise-merge", "\"into\": \"%s\"".formatted(target.id()));
        read(target, "").body("strength.max", equalTo(1000)).body("reportedStrength.max", equalTo(1000));
        statistics().body("total.strength.max", equalTo(1000)).body("total.withoutStrength", equalTo(0));
        find("min-strength=130").body("withoutStrength", equalTo(0));
    }

    @Test
    void each_filter_may_be_met_by_another_record_of_a_merged_exercise() {
        var target = exercise("Rubezh", "completed", ", \"participants\": [{\"party\": \"KZ\", \"role\": \"host\"}]");
        fact(target, "exercise-phase", "\"place\": {\"name\": \"Karaganda\", \"country\": \"KZ\"}");
        var record = exercise(
                "Border",
                "completed",
                ", \"participants\": [{\"party\": \"AM\", \"role\": \"observer\"}], \"strength\": {\"max\": 900}");
        find("place=karaganda&min-strength=900").body("items", empty());
        fact(record, "exercise-merge", "\"into\": \"%s\"".formatted(target.id()));
        for (var filter : List.of(
                "place=karaganda&min-strength=900",
                "party=AM&role=observer&place=KZ",
                "party=KZ&min-strength=900",
                "from=2025&to=2025&party=AM&place=karaganda")) {
            find(filter).body("items.id", contains(target.id()));
        }
        for (var filter : List.of("party=AM&role=host", "place=karaganda&min-strength=901", "party=AM&place=RU")) {
            find(filter).body("items", empty());
        }
    }

    private ValidatableResponse statistics() {
        return register.after()
                .queryParam("series", series)
                .get("/api/exercises/statistics?by=year")
                .then()
                .statusCode(200);
    }

    @Test
    void the_members_of_an_organisation_are_those_when_it_joined() {
        var slug = Register.slug("members");
        register.membershipChange(slug, "KZ", "accession", "2025-05-10");
        var exercise = exercise("Interaction", "completed", "");
        fact(
                exercise,
                "participation",
                "\"members-of\": \"%s\", \"role\": \"observer\", \"joined\": \"2025-05-20\"".formatted(slug));
        read(exercise, "")
                .body("participants[0].members.party", contains("KZ"))
                .body("participants[0].members.certainty", contains("certain"));
    }

    @Test
    void an_exercise_with_an_open_end_certainly_goes_on() {
        var exercise = register.exercise("""
                "name": "Patrol", "kind": "exercise", "status": "running", "series": "%s", "dates": "2019/..",
                "participants": [{"party": "KZ", "role": "host"}]
                """.formatted(series));
        register.after()
                .queryParam("series", series)
                .get("/api/exercises/participations?on=2020-06-01")
                .then()
                .statusCode(200)
                .body("items.exercise", contains(exercise.id(), exercise.id()))
                .body("items.year", contains(2019, 2020))
                .body("items.certainty", contains("certain", "certain"));
    }

    @Test
    void merges_are_followed_to_the_last_record_but_not_in_a_circle() {
        var last = exercise("Last", "completed", "");
        var middle = exercise("Middle", "completed", "");
        var first = exercise("First", "completed", "");
        fact(first, "exercise-merge", "\"into\": \"%s\"".formatted(middle.id()));
        fact(middle, "exercise-merge", "\"into\": \"%s\"".formatted(last.id()));
        read(first, "").statusCode(307).header("Location", containsString(last.id()));
        read(last, "").body("merged.id", containsInAnyOrder(first.id(), middle.id()));
        var circle = fact(last, "exercise-merge", "\"into\": \"%s\"".formatted(first.id()));
        read(first, "").statusCode(200);
        find("limit=5").body("items.id", hasSize(3));
        retraction(last, "exercise-merge", circle);
        find("limit=5").body("items.id", contains(last.id()));
    }
}
