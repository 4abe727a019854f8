package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests statistics of exercises, and the participations by year. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ExerciseStatisticsTest {

    private final String series = Register.slug("Series");
    private final String organization = Register.slug("o");

    private Published first;
    private Published last;

    @Inject
    Register register;

    @BeforeEach
    void threeExercises() {
        first = exercise("exercise", "1990-08-01/1991-02-02", """
                {"party": "SUHH", "role": "host", "strength": {"min": 100, "max": 200}}, {"party": "CN", "role": "participant"}""");
        exercise("operation", "2005-08-18/2005-08-25", """
                {"party": "RU", "role": "host", "strength": {"min": 50}}, {"party": "CN", "role": "participant"},
                {"party": "CN", "role": "planner", "strength": {"max": 7}}, {"party": "UZ", "role": "observer"}""");
        last = exercise("exercise", "2005-12/2006-01", """
                {"party": "RU", "role": "participant"}, {"party": "CN", "role": "participant"}""");
    }

    private Published exercise(String kind, String dates, String participants) {
        return register.exercise("""
                "name": "%s %s", "kind": "%s", "status": "completed", "series": "%s", "organizations": ["%s"],
                "dates": "%s", "participants": [%s]
                """.formatted(kind, dates, kind, series, organization, dates, participants));
    }

    private ValidatableResponse get(String path) {
        return register.after()
                .queryParam("series", series)
                .urlEncodingEnabled(false)
                .get("/api/exercises/" + path)
                .then()
                .statusCode(200);
    }

    @Test
    void exercises_count_in_the_year_in_which_they_started() {
        get("statistics?by=year")
                .body("items.year", contains(1990, 2005))
                .body("items.exercises", contains(1, 2))
                .body("items[0].days", equalTo(186))
                .body("items[0].strength.max", equalTo(200))
                .body("items[1].withoutDays", equalTo(1))
                .body("items[1].withoutStrength", equalTo(1))
                .body("total.exercises", equalTo(3))
                .body("total.days", equalTo(186 + 8))
                .body("total.strength.min", equalTo(157));
        exercise("exercise", "2001/2004", "");
        exercise("exercise", "200X", "");
        get("statistics?by=year&from=2000&to=2004")
                .body("items.year", hasSize(10))
                .body("items[1].exercises", equalTo(1))
                .body("items[1].possible", equalTo(1))
                .body("items[2].exercises", equalTo(0))
                .body("items[2].possible", equalTo(1));
    }

    @Test
    void the_lengths_of_the_phases_count_if_the_dates_are_not_exact() {
        withPhases(
                "2009-07",
                "{\"place\": {\"name\": \"One\"}, \"days\": 2}, {\"place\": {\"name\": \"Two\"}, \"dates\": \"2009-07-11/2009-07-16\"}");
        withPhases(
                "2010-07",
                "{\"place\": {\"name\": \"One\"}, \"days\": 2}, {\"place\": {\"name\": \"Two\"}, \"dates\": \"2010-07\"}");
        withPhases("2011-07-01/2011-07-03", "{\"place\": {\"name\": \"One\"}, \"days\": 2}");
        get("statistics?by=year&from=2009")
                .body("items.year", contains(2009, 2010, 2011))
                .body("items.days", contains(8, 0, 3))
                .body("items.withoutDays", contains(0, 1, 0));
    }

    private void withPhases(String dates, String phases) {
        register.exercise("""
                "name": "Phases of %s", "kind": "exercise", "status": "completed", "series": "%s", "dates": "%s", "phases": [%s]
                """.formatted(dates, series, dates, phases));
    }

    @Test
    void an_uncertain_or_open_date_is_certain_in_no_year() {
        get("statistics?by=year").body("withoutCertainYear", equalTo(0));
        exercise("exercise", "2005~", "{\"party\": \"RU\", \"role\": \"host\"}");
        exercise("exercise", "2004-12/2005-01", "");
        exercise("exercise", "../2005", "");
        exercise("exercise", "2003/2005", "");
        get("statistics?by=year")
                .body("items.year", contains(1990, 2003, 2004, 2005))
                .body("items.exercises", contains(1, 1, 1, 2))
                .body("items.possible", contains(0, 0, 0, 1))
                .body("withoutCertainYear", equalTo(2))
                .body("total.exercises", equalTo(7));
        get("statistics?by=kind").body("withoutCertainYear", nullValue());
        get("participations?party=RU&from=2005&to=2005")
                .body("items.findAll { it.dates == '2005~' }.certainty", contains("possible"))
                .body("items.findAll { it.dates != '2005~' }.certainty", contains("certain", "certain", "certain"));
    }

    @Test
    void sums_by_kind_and_organisation() {
        get("statistics?by=kind")
                .body("items.kind", contains("exercise", "operation"))
                .body("items.exercises", contains(2, 1));
        get("statistics?by=organization")
                .body("items.organization", contains(organization))
                .body("items.exercises", contains(3));
        get("statistics?by=kind&party=UZ").body("items.kind", contains("operation"));
    }

    @Test
    void the_series_with_the_number_of_their_exercises() {
        register.exercise("""
                "name": "Alone", "kind": "exercise", "status": "completed", "organizations": ["%s"], "dates": "2005"
                """.formatted(organization));
        register.after()
                .get("/api/exercises/statistics?by=series&organization=" + organization)
                .then()
                .statusCode(200)
                .body("items.series", contains(series))
                .body("items.exercises", contains(3))
                .body("total.exercises", equalTo(4));
        get("statistics?by=series&kind=operation").body("items.exercises", contains(1));
    }

    @Test
    void sums_by_party() {
        get("statistics?by=party")
                .body("items.party", contains("CN", "RU", "SUHH", "UZ"))
                .body("items.name[0]", equalTo("China"))
                .body("items.exercises", contains(3, 2, 1, 1))
                .body("items[0].strength.max", equalTo(7))
                .body("items[0].withoutStrength", equalTo(2))
                .body("items[3].strength", nullValue());
        get("statistics?by=party&role=host").body("items.party", contains("RU", "SUHH"));
        get("statistics?by=party&known-at=" + first.recordedAt()).body("items.party", contains("CN", "SUHH"));
    }

    @Test
    void who_exercises_with_whom_as_edges_and_as_a_matrix() {
        get("statistics?by=pair")
                .body("items.party", contains("CN", "CN", "CN", "RU"))
                .body("items.with", contains("RU", "SUHH", "UZ", "UZ"))
                .body("items.exercises", contains(2, 1, 1, 1))
                .body("items.withName[0]", equalTo("Russia"))
                .body("items[0].days", equalTo(8))
                .body("items[0].strength.min", equalTo(57));
        get("statistics?by=pair&party=UZ").body("items.with", contains("UZ", "UZ"));
        get("statistics/matrix")
                .body("parties", contains("CN", "RU", "SUHH", "UZ"))
                .body("exercises[0]", contains(3, 2, 1, 1))
                .body("exercises[1]", contains(2, 2, 0, 1))
                .body("exercises[2]", contains(1, 0, 1, 0))
                .body("days[0]", contains(194, 8, 186, 8))
                .body("strength[1]", contains(57, 50, 0, 50));
    }

    @Test
    void pages_fit_together() {
        var page = get("statistics?by=pair&limit=3").body("items", hasSize(3)).extract();
        get("statistics?by=pair&limit=3&after=" + page.path("next")).body("items.party", contains("RU"));
        var rows = get("participations?limit=4").body("items", hasSize(4)).extract();
        get("participations?limit=10&after=" + rows.path("next")).body("items", hasSize(7));
    }

    @Test
    void members_count_as_certain_or_possible() {
        var registered = register.organization(organization, "");
        var kz = register.membershipChange(organization, "KZ", "accession", "2001");
        var uz = register.membershipChange(organization, "UZ", "accession", "2008");
        exercise("exercise", "2008-06", "{\"members-of\": \"%s\", \"role\": \"participant\"}".formatted(organization));
        register.after(registered, kz, uz).get("/api/exercises").then().statusCode(200);
        get("statistics?by=party&from=2008")
                .body("items.party", contains("KZ", "UZ"))
                .body("items.exercises", contains(1, 0))
                .body("items.possible", contains(0, 1));
        get("participations?from=2008")
                .body("items.membersOf.flatten()", contains(organization, organization))
                .body("items.certainty", contains("certain", "possible"));
    }

    @Test
    void members_are_possible_after_the_coverage_of_their_sources_and_after_their_state() {
        var set = Register.slug("set");
        var covered =
                register.publish("membership", "import-set:" + set, "import-set-covered", set, """
                {"id": "%s", "covers": "1990/2010"}""".formatted(set));
        var events = List.of(
                covered,
                register.organization(organization, ""),
                accession("KZ", "2001", "\"set\": \"%s\", \"covers\": \"2000/2003\"".formatted(set)),
                accession("KG", "2001", "\"covers\": \"../2009-06\""),
                accession("TJ", "2001", "\"covers\": \"../\""),
                accession("UZ", "2001", "\"covers\": \"2001/..\""),
                accession("YUCS", "2001/2007", ""));
        var organizations = "{\"members-of\": \"%s\", \"role\": \"participant\"}".formatted(organization);
        var exercises = List.of(
                exercise("exercise", "2008-06", organizations),
                exercise("exercise", "2010-06", organizations),
                exercise("exercise", "2011-06", organizations));
        register.after(events.toArray(Published[]::new))
                .get("/api/exercises")
                .then()
                .statusCode(200);
        var expected = List.of(
                List.of("KG certain", "KZ certain", "TJ possible", "UZ certain", "YUCS possible"),
                List.of("KG possible", "KZ certain", "TJ possible", "UZ certain", "YUCS possible"),
                List.of("KG possible", "KZ possible", "TJ possible", "UZ certain", "YUCS possible"));
        for (int each = 0; each < exercises.size(); each++) {
            int year = List.of(2008, 2010, 2011).get(each);
            var members = RestAssured.get(
                            "/api/exercises/" + exercises.get(each).id())
                    .then()
                    .extract()
                    .jsonPath();
            assertThat(certainties(members, "participants[0].members")).isEqualTo(expected.get(each));
            var rows = get("participations?from=%d&to=%d".formatted(year, year))
                    .extract()
                    .jsonPath();
            assertThat(certainties(rows, "items")).isEqualTo(expected.get(each));
        }
        get("statistics?by=party&from=2008")
                .body("items.party", contains("KG", "KZ", "TJ", "UZ", "YUCS"))
                .body("items.exercises", contains(1, 2, 0, 3, 0))
                .body("items.possible", contains(2, 1, 3, 0, 3));
    }

    private static List<String> certainties(JsonPath json, String list) {
        var parties = json.getList(list + ".party", String.class);
        var certainties = json.getList(list + ".certainty", String.class);
        return IntStream.range(0, parties.size())
                .mapToObj(row -> parties.get(row) + " " + certainties.get(row))
                .sorted()
                .toList();
    }

    /** @param more further fields of the source */
    private Published accession(String party, String effective, String more) {
        var id = UUID.randomUUID().toString();
        var source = "{\"title\": \"A yearbook\"%s}".formatted(more.isEmpty() ? "" : ", " + more);
        var data = """
                {"id": "%s", "organization": "%s", "party": "%s", "change": "accession", "effective": "%s",
                 "founding": false, "sources": [%s]}
                """.formatted(id, organization, party, effective, source);
        var stream = "membership:%s/%s".formatted(organization, party);
        return register.publish("membership", stream, "membership-changed", id, data);
    }

    @Test
    void a_merged_record_counts_once_and_adds_its_participants() {
        var other = exercise("exercise", "1990-08", """
                {"party": "SUHH", "role": "host", "strength": {"min": 150}}, {"party": "MN", "role": "observer"}""");
        get("statistics?by=year&to=1991").body("items.exercises", contains(2));
        var merge = UUID.randomUUID().toString();
        register.publish("exercise", "exercise:" + other.id(), "exercise-merge-recorded", merge, """
                {"id": "%s", "exercise": "%s", "into": "%s", "sources": [{"title": "A book"}]}
                """.formatted(
                        merge, other.id(), first.id()));
        get("statistics?by=year&to=1991").body("items.exercises", contains(1)).body("total.exercises", equalTo(1));
        get("statistics?by=party&to=1991")
                .body("items.party", contains("CN", "MN", "SUHH"))
                .body("items.exercises", contains(1, 1, 1))
                .body("items[2].strength.min", equalTo(100));
        get("statistics?by=pair&to=1991").body("items.with", contains("MN", "SUHH", "SUHH"));
        get("participations?party=MN").body("items.exercise", contains(first.id()));
    }

    @Test
    void a_merged_record_adds_its_name_series_and_organisation() {
        var other = Register.slug("p");
        var target = register.exercise("""
                "kind": "exercise", "organizations": ["%s"], "dates": "1995-01-05/1995-01-06",
                "participants": [{"party": "KZ", "role": "host"}]
                """.formatted(organization));
        var record = register.exercise("""
                "name": "Border", "kind": "exercise", "series": "%s", "organizations": ["%s", "%s"], "dates": "1995-01"
                """.formatted(series, other, organization));
        var merge = UUID.randomUUID().toString();
        register.publish("exercise", "exercise:" + record.id(), "exercise-merge-recorded", merge, """
                {"id": "%s", "exercise": "%s", "into": "%s", "sources": [{"title": "A book"}]}
                """.formatted(
                        merge, record.id(), target.id()));
        for (var filter : List.of("", "&organization=" + organization, "&organization=" + other)) {
            get("statistics?by=organization&from=1995&to=1995" + filter)
                    .body("items.organization", contains(organization, other))
                    .body("items.days", contains(2, 2));
        }
        get("participations?from=1995&to=1995")
                .body("items.name", contains("Border"))
                .body("items.series", contains(series))
                .body("items.organizations", contains(List.of(organization, other)));
        assertThat(get("participations.csv?from=1995&to=1995")
                        .extract()
                        .asString()
                        .lines()
                        .toList()
                        .getLast())
                .startsWith("%s,Border,exercise,,%s,1995-01-05/1995-01-06,%s;%s,KZ,"
                        .formatted(target.id(), series, organization, other));
    }

    @Test
    void an_exercise_that_possibly_took_place_on_a_day_is_possible_in_every_group() {
        for (var by : List.of("year", "kind", "organization")) {
            get("statistics?on=2005-12-10&by=" + by)
                    .body("items.exercises", contains(0))
                    .body("items.possible", contains(1))
                    .body("total.exercises", equalTo(0))
                    .body("total.possible", equalTo(1));
            get("statistics?on=2005-08-18&by=" + by)
                    .body("items.exercises", contains(1))
                    .body("items.possible", contains(0))
                    .body("total.exercises", equalTo(1))
                    .body("total.possible", equalTo(0))
                    .body("total.days", equalTo(8));
        }
        get("statistics?on=2005-12-10&by=year").body("withoutCertainYear", equalTo(0));
        get("statistics?on=2005-12-10&by=party")
                .body("items.party", contains("CN", "RU"))
                .body("items.exercises", contains(0, 0))
                .body("items.possible", contains(1, 1))
                .body("total.possible", equalTo(1));
        get("statistics?on=2005-12-10&by=pair")
                .body("items.exercises", contains(0))
                .body("items.possible", contains(1));
        get("statistics/matrix?on=2005-12-10").body("exercises[0]", contains(0, 0));
        get("participations?on=2005-12-10")
                .body("items.year", contains(2005, 2006, 2005, 2006))
                .body("items.certainty.unique()", contains("possible"));
        get("participations?on=2006-01-02").body("items.certainty.unique()", contains("possible"));
        get("participations?on=2005-08-25").body("items.certainty.unique()", contains("certain"));
    }

    @Test
    void one_row_for_each_exercise_party_and_year() {
        get("participations")
                .body("items.party", contains("CN", "CN", "SUHH", "SUHH", "CN", "RU", "UZ", "CN", "CN", "RU", "RU"))
                .body("items.year", contains(1990, 1991, 1990, 1991, 2005, 2005, 2005, 2005, 2006, 2005, 2006))
                .body("items.cow[2]", equalTo("365"))
                .body("items.gw[2]", equalTo("365"))
                .body("items.cow[4]", equalTo("710"))
                .body("items[4].roles", contains("participant", "planner"))
                .body("items.certainty.unique()", contains("certain"))
                .body("items[2].strengthMax", equalTo(200))
                .body("items[0].url", equalTo("/api/exercises/" + first.id()));
        get("participations?party=RU&role=host").body("items.party", contains("RU"));
        get("participations?party=KZ").body("items", empty());
    }

    @Test
    void the_same_rows_as_csv() {
        assertThat(get("participations.csv?party=RU&fields=party,membersOf")
                        .extract()
                        .asString()
                        .lines()
                        .findFirst())
                .contains("party,membersOf");
        var lines = get("participations.csv?party=RU")
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines.getFirst())
                .startsWith("exercise,name,kind,status,series,dates,organizations,party,party_name,cow,gw");
        assertThat(lines).hasSize(4);
        assertThat(lines.getLast())
                .isEqualTo(String.join(
                        ",",
                        List.of(
                                last.id(),
                                "exercise 2005-12/2006-01",
                                "exercise",
                                "completed",
                                series,
                                "2005-12/2006-01",
                                organization,
                                "RU",
                                "Russia",
                                "365",
                                "365",
                                "2006",
                                "participant",
                                "",
                                "certain",
                                "",
                                "")));
    }

    @Test
    void bad_parameters_are_refused() {
        for (var bad :
                new String[] {"statistics", "statistics?by=day", "statistics?by=year,kind", "participations?limit=0"}) {
            register.after().get("/api/exercises/" + bad).then().statusCode(400);
        }
    }
}
