package org.depositary.gateway.web.resource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests who took part in an exercise on a day, and what each source reports about strengths. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ExerciseParticipantsTest {

    private static final String NEWSPAPER = "\"sources\": [{\"title\": \"A newspaper\"}]";

    private final String series = Register.slug("Series");

    @Inject
    Register register;

    private Published exercise(String statement) {
        return register.exercise("""
                "name": "Operation", "kind": "operation", "status": "completed", "series": "%s",
                "dates": "2022-01-06/2022-01-19", %s
                """.formatted(series, statement));
    }

    private Published participation(Published exercise, String statement) {
        return event(exercise, "participation-recorded", UUID.randomUUID().toString(), statement, NEWSPAPER);
    }

    private Published event(Published exercise, String name, String id, String statement, String more) {
        return register.publish(
                "exercise", "exercise:" + exercise.id(), name, id, """
                {"id": "%s", "exercise": "%s", %s, %s}""".formatted(id, exercise.id(), statement, more));
    }

    private ValidatableResponse read(Published exercise, String query) {
        return register.after()
                .get("/api/exercises/" + exercise.id() + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse find(String path) {
        return register.after()
                .queryParam("series", series)
                .urlEncodingEnabled(false)
                .get("/api/exercises" + path)
                .then()
                .statusCode(200);
    }

    private Published operation() {
        var operation = exercise(
                "\"participants\": [{\"party\": \"KZ\", \"role\": \"host\"}, {\"party\": \"TJ\", \"role\": \"participant\","
                        + " \"joined\": \"2022-01-08~\"}]");
        participation(
                operation,
                "\"party\": \"AM\", \"role\": \"participant\", \"joined\": \"2022-01-07\", \"left\": \"2022-01-10\"");
        participation(
                operation,
                "\"party\": \"AM\", \"role\": \"participant\", \"joined\": \"2022-01-15\", \"left\": \"2022-01\"");
        return operation;
    }

    @Test
    void a_participant_takes_part_from_joining_to_leaving() {
        var operation = operation();
        read(operation, "on=2022-01-06")
                .body("participants.party", contains("KZ"))
                .body("participants.certainty", contains("certain"))
                .body("participantsOnOtherDays.party", contains("TJ", "AM", "AM"))
                .body("participantsOnOtherDays[0].certainty", nullValue());
        read(operation, "on=2022-01-08")
                .body("participants.party", contains("KZ", "TJ", "AM"))
                .body("participants.certainty", contains("certain", "possible", "certain"))
                .body("participantsOnOtherDays", hasSize(1));
        read(operation, "on=2022-01-10").body("participants.party", contains("KZ", "TJ", "AM"));
        read(operation, "on=2022-01-12").body("participants.party", contains("KZ", "TJ"));
        read(operation, "on=2022-01-16")
                .body("participants.party", contains("KZ", "TJ", "AM"))
                .body("participants.certainty", contains("certain", "certain", "possible"));
        read(operation, "on=2022-02-01").body("participants", empty()).body("certainty", nullValue());
        read(operation, "")
                .body("participants.party", contains("KZ", "TJ", "AM", "AM"))
                .body("participants[0].certainty", nullValue())
                .body("participantsOnOtherDays", nullValue());
    }

    @Test
    void lists_with_a_day_select_by_who_took_part_on_it() {
        var operation = operation();
        find("?party=AM&on=2022-01-10").body("items.id", contains(operation.id()));
        find("?party=AM&on=2022-01-12").body("items", empty());
        find("?role=participant&on=2022-01-06").body("items", empty());
        find("?on=2022-01-12").body("items[0].participants.party", contains("KZ", "TJ"));
        find("/statistics?by=party&on=2022-01-12").body("items.party", contains("KZ", "TJ"));
        find("/statistics?by=pair&on=2022-01-10").body("items.party", contains("AM", "AM", "KZ"));
        find("/statistics?by=party")
                .body("items.party", contains("AM", "KZ", "TJ"))
                .body("items.exercises", contains(1, 1, 1));
        find("/participations?on=2022-01-12").body("items.party", contains("KZ", "TJ"));
        find(".geojson?on=2022-01-12").body("withoutCoordinates", equalTo(1));
    }

    @Test
    void an_open_or_unknown_date_of_a_participant() {
        var operation = exercise(
                "\"participants\": [{\"party\": \"KG\", \"role\": \"participant\", \"left\": \"../2022-01-10\"}]");
        read(operation, "on=2022-01-06")
                .body("participants.party", contains("KG"))
                .body("participants.certainty", contains("possible"));
        read(operation, "on=2022-01-11").body("participants", empty());
    }

    @Test
    void every_source_reports_a_strength_of_a_participant() {
        var operation = exercise(
                "\"participants\": [{\"party\": \"RU\", \"role\": \"participant\", \"strength\": {\"min\": 2300, \"approximate\": true}}]");
        var id = UUID.randomUUID().toString();
        var stated = "\"party\": \"RU\", \"role\": \"participant\", \"strength\": {\"min\": 2030, \"max\": 2030},"
                + " \"strengthByForce\": [{\"force\": \"land\", \"strength\": {\"min\": 2000}}]";
        event(operation, "participation-recorded", id, stated, NEWSPAPER);
        event(
                operation,
                "participation-claimed",
                id,
                stated,
                "\"claim\": {\"number\": 2, \"holds\": true, \"value\": {\"strength\": {\"max\": 3000}}},"
                        + "\"sources\": [{\"title\": \"A ministry\"}]");
        read(operation, "")
                .body("participants", hasSize(1))
                .body("participants[0].strength.max", equalTo(2030))
                .body(
                        "participants[0].strengths.sources.title.flatten()",
                        contains("A newspaper", "A ministry", "A book"))
                .body("participants[0].strengths.preferred", contains(true, false, false))
                .body("participants[0].strengths.strength.max", contains(2030, 3000, null))
                .body("participants[0].strengths[0].strengthByForce[0].force", equalTo("land"))
                .body("participants[0].strengths[1].strengthByForce", nullValue())
                .body(
                        "participants[0].strengths.url",
                        contains(
                                "/api/participations/%s/claims/1".formatted(id),
                                "/api/participations/%s/claims/2".formatted(id),
                                "/api/exercises/" + operation.id()));
        event(
                operation,
                "participation-claim-preferred",
                id,
                stated.replace("\"min\": 2030, \"max\": 2030", "\"max\": 3000"),
                "\"claim\": {\"number\": 2, \"holds\": true}, \"sources\": [{\"title\": \"A ministry\"}]");
        read(operation, "")
                .body("participants[0].strength.max", equalTo(3000))
                .body("participants[0].strengths.preferred", contains(false, true, false));
        var ofExercise = read(operation, "").extract().jsonPath().getList("participants[0].strengths");
        register.after()
                .get("/api/participations/" + id)
                .then()
                .statusCode(200)
                .body("strengths", equalTo(ofExercise))
                .body("claims", hasSize(2));
    }

    @Test
    void every_source_reports_the_strength_of_the_whole() {
        var statement =
                "\"name\": \"Operation\", \"kind\": \"operation\", \"series\": \"%s\", \"dates\": \"2022-01\", \"strength\": {\"min\": 2500},"
                                .formatted(series)
                        + " \"participants\": [{\"party\": \"KG\", \"role\": \"participant\", \"strength\": {\"min\": 150}}]";
        var operation = register.exercise(statement);
        register.publish("exercise", "exercise:" + operation.id(), "exercise-claimed", operation.id(), """
                {"id": "%s", %s, "claim": {"number": 2, "holds": true, "value": {"strength": {"min": 2000}, "participants":
                [{"party": "KG", "role": "participant", "strength": {"min": 200}}]}}, %s}
                """.formatted(
                        operation.id(), statement, NEWSPAPER));
        read(operation, "")
                .body("strengths.strength.min", contains(2500, 2000))
                .body("strengths.sources.title.flatten()", contains("A book", "A newspaper"))
                .body("participants[0].strength.min", equalTo(150))
                .body("participants[0].strengths.strength.min", contains(150, 200))
                .body("strength.approximate", nullValue());
        var silent =
                participation(operation, "\"party\": \"KG\", \"role\": \"participant\", \"equipment\": \"5 trucks\"");
        read(operation, "")
                .body("participants[0].equipment", equalTo("5 trucks"))
                .body("participants[0].url", equalTo("/api/participations/" + silent.id()))
                .body("participants[0].strength.min", equalTo(150))
                .body("participants[0].strengths.preferred", contains(true, false));
    }

    @Test
    void a_preferred_claim_about_another_field_keeps_the_strength() {
        var statement = "\"name\": \"%s\", \"kind\": \"operation\", \"series\": \"%s\", \"dates\": \"2022-01\","
                + " \"participants\": [{\"party\": \"KG\", \"role\": \"participant\", \"strength\": {\"min\": 150}}]";
        var operation = register.exercise(statement.formatted("Operation", series));
        participation(operation, "\"party\": \"KG\", \"role\": \"participant\", \"equipment\": \"5 trucks\"");
        register.publish("exercise", "exercise:" + operation.id(), "exercise-claimed", operation.id(), """
                {"id": "%s", %s, "claim": {"number": 2, "holds": true, "value": {"name": "Peacekeeping"}}, %s}
                """.formatted(
                        operation.id(), statement.formatted("Operation", series), NEWSPAPER));
        register.publish(
                "exercise", "exercise:" + operation.id(), "exercise-claim-preferred", operation.id(), """
                {"id": "%s", %s, "claim": {"number": 2, "holds": true}, %s}
                """.formatted(
                                operation.id(), statement.formatted("Peacekeeping", series), NEWSPAPER));
        read(operation, "")
                .body("name", equalTo("Peacekeeping"))
                .body("participants[0].strength.min", equalTo(150))
                .body("participants[0].strengths.preferred", contains(true));
    }

    @Test
    void a_merged_record_adds_all_stays_of_a_party() {
        var target = exercise("\"participants\": [{\"party\": \"KG\", \"role\": \"participant\"}]");
        var record = exercise(
                "\"participants\": [{\"party\": \"KG\", \"role\": \"participant\", \"strength\": {\"min\": 100}},"
                        + " {\"party\": \"AM\", \"role\": \"participant\", \"joined\": \"2022-01-07\", \"left\": \"2022-01-08\"},"
                        + " {\"party\": \"AM\", \"role\": \"participant\", \"joined\": \"2022-01-11\"}]");
        event(
                record,
                "exercise-merge-recorded",
                UUID.randomUUID().toString(),
                "\"into\": \"%s\"".formatted(target.id()),
                NEWSPAPER);
        read(target, "")
                .body("participants.party", contains("KG", "AM", "AM"))
                .body("participants[0].strength.min", equalTo(100))
                .body("participants[0].strengths.preferred", contains(true))
                .body("strength.min", equalTo(100));
        find("/statistics?by=party").body("items.find { it.party == 'KG' }.strength.min", equalTo(100));
        read(target, "on=2022-01-09").body("participants.party", contains("KG"));
        find("?party=AM&on=2022-01-09").body("items", empty());
        find("?party=AM&on=2022-01-12").body("items.id", contains(target.id()));
    }

    @Test
    void only_one_of_merged_records_says_when_a_party_took_part() {
        var target = exercise(
                "\"participants\": [{\"party\": \"KG\", \"role\": \"participant\", \"joined\": \"2022-01-08\"}]");
        var record = exercise("\"participants\": [{\"party\": \"KG\", \"role\": \"participant\"},"
                + " {\"party\": \"KG\", \"role\": \"monitor\"}]");
        event(
                record,
                "exercise-merge-recorded",
                UUID.randomUUID().toString(),
                "\"into\": \"%s\"".formatted(target.id()),
                NEWSPAPER);
        read(target, "on=2022-01-06").body("participants.role", contains("monitor"));
        find("?role=participant&on=2022-01-06").body("items", empty());
        find("?party=KG&role=participant&on=2022-01-06").body("items", empty());
        find("?party=KG&on=2022-01-06").body("items.id", contains(target.id()));
        find("?party=KG&role=participant&on=2022-01-08").body("items.id", contains(target.id()));
        find("/participations?party=KG&on=2022-01-06").body("items.roles.flatten()", contains("monitor"));
    }

    @Test
    void merged_records_report_their_strengths_too() {
        var target = exercise(
                "\"strength\": {\"min\": 2500}, \"participants\": [{\"party\": \"KG\", \"role\": \"participant\", \"strength\": {\"min\": 150}}]");
        var record = exercise(
                "\"strength\": {\"min\": 2000}, \"participants\": [{\"party\": \"KG\", \"role\": \"participant\", \"strength\": {\"min\": 100}},"
                        + " {\"party\": \"AM\", \"role\": \"participant\", \"strength\": {\"min\": 70, \"approximate\": true}}]");
        event(
                record,
                "exercise-merge-recorded",
                UUID.randomUUID().toString(),
                "\"into\": \"%s\"".formatted(target.id()),
                NEWSPAPER);
        read(target, "on=2022-01-07")
                .body("strengths.strength.min", contains(2500, 2000))
                .body("strengths.preferred", contains(true, false))
                .body("participants.party", contains("KG", "AM"))
                .body("participants[0].strength.min", equalTo(150))
                .body("participants[0].strengths.strength.min", contains(150, 100))
                .body("participants[1].strengths[0].url", equalTo("/api/exercises/" + record.id()))
                .body("participants[1].strengths[0].strength.approximate", equalTo(true));
    }
}
