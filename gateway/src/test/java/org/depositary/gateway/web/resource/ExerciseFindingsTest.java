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

    private static final String PARTIES =
            ", \"participants\": [{\"party\": \"RU\", \"role\": \"host\"}, {\"party\": \"CN\", \"role\": \"participant\"}]";

    private static final String SHARED =
            ", \"participants\": [{\"party\": \"RU\", \"role\": \"host\"}, {\"party\": \"CN\", \"role\": \"participant\"}";

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
    void an_organisation_before_its_founding_or_after_its_dissolution() {
        var founded = register.organization(organization, ", \"founded\": \"2001-06-15\"");
        var early = exercise("Early", "2000", "");
        var members = register.exercise("""
                "name": "Members", "kind": "exercise", "organizations": [], "dates": "2001-05",
                "participants": [{"members-of": "%s", "role": "participant"}]""".formatted(organization));
        exercise("Perhaps early", "2001", "");
        exercise("Late", "2015-03", "");
        register.after(founded, members).get("/api/exercises").then().statusCode(200);
        find("outside-time")
                .body(
                        "items.detail",
                        containsInAnyOrder(
                                organization + " was founded on 2001-06-15, after the effective date 2000",
                                organization + " was founded on 2001-06-15, after the effective date 2001-05"))
                .body(
                        "items.find { it.detail.endsWith('2000') }.facts",
                        contains(facts(early), "/api/organizations/" + organization));
        var dissolved = register.organizationChange(organization, "2010", "\"dissolved\": true");
        register.after(dissolved).get("/api/exercises").then().statusCode(200);
        find("outside-time")
                .body(
                        "items.detail",
                        hasItem(organization + " was dissolved on 2010, before the effective date 2015-03"))
                .body("items", hasSize(3));
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
    void forces_above_the_strength_of_each_role_of_a_party() {
        var forces =
                "\"strength\": {\"max\": 100}, \"strengthByForce\": [{\"force\": \"land\", \"strength\": {\"min\": %d}}]";
        exercise(
                "Two roles",
                "2007",
                ", \"participants\": [{\"party\": \"KZ\", \"role\": \"host\", %s}, {\"party\": \"KZ\", \"role\": \"observer\", %s}]"
                        .formatted(forces.formatted(120), forces.formatted(130)));
        find("parts-above-whole")
                .body(
                        "items.detail",
                        containsInAnyOrder(
                                "the forces of KZ have at least 120 troops, but the participant has at most 100",
                                "the forces of KZ have at least 130 troops, but the participant has at most 100"));
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
    void a_state_of_a_border_area_that_no_participant_list_names() {
        var wrong = exercise("Border", "2007", """
                , "phases": [{"place": {"name": "Border", "countries": ["RU", "KZ"]}}],
                "participants": [{"party": "RU", "role": "participant"}]""");
        find("unlisted-host")
                .body("items.detail", contains("it took place in Kazakhstan, which is not in the list of participants"))
                .body("items[0].facts", contains(facts(wrong)));
    }

    @Test
    void a_possible_duplicate_is_found_under_the_organisations_and_parties_of_both_records() {
        var other = Register.slug("o");
        var one = exercise("Border Shield", "1987-08", SHARED + ", {\"party\": \"KG\", \"role\": \"host\"}]");
        var two = register.exercise("""
                "name": "Border Shield", "kind": "exercise", "organizations": ["%s"], "dates": "1987-08" %s""".formatted(other, SHARED + ", {\"party\": \"MT\", \"role\": \"host\"}]"));
        register.after(one, two).get("/api/exercises").then().statusCode(200);
        for (var filter : List.of(
                "organization=" + organization,
                "organization=" + other,
                "organization=%s&party=KG".formatted(organization),
                "organization=%s&party=MT".formatted(other))) {
            register.after()
                    .get("/api/findings?kind=possible-duplicate&" + filter)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].facts", containsInAnyOrder(facts(one), facts(two)))
                    .body("items[0].organizations", containsInAnyOrder(organization, other))
                    .body("items[0].parties", containsInAnyOrder("RU", "CN", "KG", "MT"));
        }
        register.after()
                .get("/api/parties/MT/findings?kind=possible-duplicate")
                .then()
                .body("items.facts.flatten()", hasItem(facts(one)));
        register.after()
                .get("/api/findings?kind=possible-duplicate&organization=%s&party=MT".formatted(organization))
                .then()
                .body("items", empty());
    }

    @Test
    void two_records_that_may_be_one() {
        var one = exercise("Peace Mission 2007", "2007-08", PARTIES);
        var other = exercise("Peace Mission-2007 (phase)", "2007-08-09/2007-08-17", PARTIES);
        exercise("Peace Mission 2007", "2007-03", PARTIES);
        exercise("Naval Cooperation", "2007-08-10", PARTIES);
        exercise("Peace Mission 2007", "2007-08", ", \"participants\": [{\"party\": \"US\", \"role\": \"host\"}]");
        assertMayBeOne(one, other);
    }

    @Test
    void two_records_around_new_year_or_with_vague_dates_may_be_one() {
        var december = exercise("Winter", "2008-12-27/2008-12-29", PARTIES);
        var january = exercise("Winter", "2009-01-10/2009-01-12", PARTIES);
        exercise("Winter", "2009-03-01", PARTIES);
        assertMayBeOne(december, january);
        var vague = exercise("Steppe Eagle", "1996/1999", PARTIES);
        var precise = exercise("Steppe Eagle", "1998-05-02", PARTIES);
        find("possible-duplicate")
                .body("items", hasSize(2))
                .body("items.facts.flatten()", hasItem(facts(vague)))
                .body("items.facts.flatten()", hasItem(facts(precise)));
    }

    @Test
    void a_record_without_a_name_or_without_parties_may_be_one_with_another() {
        var nameless = exercise("", "2011-05-02", PARTIES);
        var without = exercise("Combat Commonwealth", "2011-05-30", "");
        var named = exercise("Combat Commonwealth", "2011-05", PARTIES);
        find("possible-duplicate")
                .body(
                        "items.facts.flatten().unique()",
                        containsInAnyOrder(facts(nameless), facts(without), facts(named)));
    }

    @Test
    void duplicates_follow_corrections_participations_and_merges() {
        var one = exercise("Issyk-Kul", "2007-05-20/2007-05-25", "");
        var other = exercise("Antiterror", "2010", PARTIES);
        find("possible-duplicate").body("items", empty());
        register.publish("exercise", "exercise:" + other.id(), "exercise-corrected", other.id(), """
                {"id": "%s", "name": "Issyk-Kul", "kind": "exercise", "organizations": ["%s"], "dates": "2007-05" %s,
                 "corrected": ["name", "dates"], "reason": "Misread", "sources": [{"title": "A book"}]}
                """.formatted(
                        other.id(), organization, PARTIES));
        assertMayBeOne(one, other);
        fact(one, "participation", "\"party\": \"US\", \"role\": \"host\"");
        find("possible-duplicate").body("items", empty());
        fact(one, "participation", "\"party\": \"RU\", \"role\": \"participant\"");
        fact(one, "participation", "\"party\": \"CN\", \"role\": \"participant\"");
        assertMayBeOne(one, other);
        var merge = fact(one, "exercise-merge", "\"into\": \"%s\"".formatted(other.id()));
        find("possible-duplicate").body("items", empty());
        register.publish(
                "exercise", "exercise:" + one.id(), "exercise-merge-retracted", merge.id(), """
                {"id": "%s", "reason": "Two exercises"}""".formatted(merge.id()));
        assertMayBeOne(one, other);
        find("possible-duplicate&known-at=" + merge.recordedAt()).body("items", empty());
    }

    @Test
    void merged_records_and_another_one_are_one_finding() {
        var name = Register.slug("Rubin");
        var records = List.of(
                exercise(name, "2013-05", PARTIES),
                exercise(name, "2013-05", PARTIES),
                exercise(name, "2013-05", PARTIES));
        for (var target : records) {
            var others = records.stream().filter(other -> other != target).toList();
            var merge = fact(others.getFirst(), "exercise-merge", "\"into\": \"%s\"".formatted(target.id()));
            find("possible-duplicate")
                    .body("items", hasSize(1))
                    .body("items[0].facts", hasItem(facts(others.getLast())));
            register.publish(
                    "exercise",
                    "exercise:" + others.getFirst().id(),
                    "exercise-merge-retracted",
                    merge.id(),
                    """
                    {"id": "%s", "reason": "Two exercises"}""".formatted(merge.id()));
        }
    }

    @Test
    void findings_see_the_facts_that_were_recorded_later() {
        var registered = register.organization(organization, "");
        var exercise = exercise("Later", "2007-08", """
                , "strength": {"max": 500}, "phases": [{"place": {"country": "RU"}, "dates": "2007-08"}],
                "participants": [{"party": "CN", "role": "participant", "strength": {"min": 300}}]""");
        register.after(registered).get("/api/exercises").then().statusCode(200);
        find("unlisted-host").body("items", hasSize(1));
        find("phase-outside-dates").body("items", empty());
        find("parts-above-whole").body("items", empty());
        var russia = fact(
                exercise,
                "participation",
                "\"party\": \"RU\", \"role\": \"host\", \"strength\": {\"min\": 250, \"max\": 260}, \"strengthByForce\":"
                        + " [{\"force\": \"land\", \"strength\": {\"min\": 200}}, {\"force\": \"air\", \"strength\": {\"min\": 90}}]");
        fact(exercise, "exercise-phase", "\"place\": {\"country\": \"CN\"}, \"dates\": \"2007-09-02\"");
        find("unlisted-host").body("items", empty());
        find("phase-outside-dates")
                .body("items.detail", contains("the phase 2007-09-02 is outside of the dates 2007-08"));
        find("parts-above-whole")
                .body(
                        "items.detail",
                        containsInAnyOrder(
                                "the participants have at least 550 troops, but the whole exercise has at most 500",
                                "the forces of RU have at least 290 troops, but the participant has at most 260"));
        register.after()
                .get("/api/findings?party=RU&kind=parts-above-whole&organization=" + organization)
                .then()
                .body("items", hasSize(2));
        fact(exercise, "exercise-step", "\"step\": \"completion\", \"effective\": \"2007-09-05\"");
        find("phase-outside-dates").body("items", empty());
        register.publish("exercise", "exercise:" + exercise.id(), "participation-retracted", russia.id(), """
                {"id": "%s", "reason": "A mistake"}""".formatted(
                        russia.id()));
        find("parts-above-whole").body("items", empty());
        find("unlisted-host").body("items", hasSize(1));
    }

    @Test
    void a_merged_record_may_name_the_host() {
        var target = exercise("Rubezh", "2010", """
                , "phases": [{"place": {"country": "KZ"}}], "participants": [{"party": "RU", "role": "participant"}]""");
        var record = exercise("Border", "2010", ", \"participants\": [{\"party\": \"KZ\", \"role\": \"host\"}]");
        find("unlisted-host").body("items.facts.flatten()", contains(facts(target)));
        fact(record, "exercise-merge", "\"into\": \"%s\"".formatted(target.id()));
        find("unlisted-host").body("items", empty());
    }

    private void assertMayBeOne(Published one, Published other) {
        find("possible-duplicate")
                .body("items", hasSize(1))
                .body("items[0].facts", containsInAnyOrder(facts(one), facts(other)));
    }

    private static String facts(Published exercise) {
        return "/api/exercises/" + exercise.id();
    }

    private Published fact(Published exercise, String kind, String statement) {
        var id = UUID.randomUUID().toString();
        return register.publish("exercise", "exercise:" + exercise.id(), kind + "-recorded", id, """
                {"id": "%s", "exercise": "%s", %s, "sources": [{"title": "A newspaper"}]}
                """.formatted(
                        id, exercise.id(), statement));
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
