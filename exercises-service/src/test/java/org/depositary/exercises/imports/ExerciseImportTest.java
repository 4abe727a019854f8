package org.depositary.exercises.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.depositary.exercises.imports.ExerciseImports.admin;
import static org.depositary.exercises.imports.ExerciseImports.assertCompleted;
import static org.depositary.exercises.imports.ExerciseImports.newSet;
import static org.depositary.exercises.imports.ExerciseImports.onlyReason;
import static org.depositary.exercises.imports.ExerciseImports.report;
import static org.depositary.exercises.imports.ExerciseImports.send;
import static org.depositary.exercises.imports.ExerciseImports.sendAndWait;
import static org.depositary.exercises.imports.ExerciseImports.status;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Rows of a file become exercises. A row that is wrong is reported with its line and column, and costs nothing else. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "exercises"))
class ExerciseImportTest {

    private static final String HEADER = "id,name,kind,start,end,organization,participants,place,country,lat,lon,"
            + "strength_min,strength_max,series,source\n";

    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("M/d/yy", Locale.ENGLISH);

    @Inject
    DataSource dataSource;

    @Test
    void a_row_becomes_an_exercise() throws SQLException {
        var exercise = only(Map.of(), HEADER + """
                1,Peace Mission 2007,exercise,2007-08-09,2007-08-17,sco,CN;Russia;KAZ,Chebarkul,RU,55.1,60.4,4000,6500,\
                Peace Mission,A chronicle
                """);
        assertThat(exercise.path("name").asText()).isEqualTo("Peace Mission 2007");
        assertThat(exercise.path("kind").asText()).isEqualTo("exercise");
        assertThat(exercise.path("status").asText()).isEqualTo("completed");
        assertThat(exercise.path("series").asText()).isEqualTo("Peace Mission");
        assertThat(exercise.path("dates").asText()).isEqualTo("2007-08-09/2007-08-17");
        assertThat(exercise.path("organizations").toString()).isEqualTo("[\"sco\"]");
        assertThat(parties(exercise)).containsExactly("CN", "RU", "KZ");
        var place = exercise.path("phases").path(0).path("place");
        assertThat(place.toString()).isEqualTo("{\"name\":\"Chebarkul\",\"country\":\"RU\",\"lat\":55.1,\"lon\":60.4}");
        assertThat(exercise.path("strength").toString()).startsWith("{\"min\":4000,\"max\":6500");
        assertThat(exercise.path("sources").path(0).path("title").asText()).isEqualTo("A chronicle");
    }

    @Test
    void two_digit_years_are_never_in_the_future_unless_a_pivot_says_so() throws SQLException {
        var rows = "id,start,end,participants,source\na,5/16/80,5/20/80,CN;RU,x\nb,12/1/05,,CN,x\nc,2003-08,,CN,x\n";
        assertThat(dates(Map.of("date-format", "M/d/yy"), rows))
                .containsExactly("1980-05-16/1980-05-20", "2005-12-01", "2003-08");
        assertThat(dates(Map.of("date-format", "M/d/yy", "pivot", "2099"), rows))
                .containsExactly("2080-05-16/2080-05-20", "2005-12-01", "2003-08");
    }

    @Test
    void declared_values_stand_for_nothing() throws SQLException {
        var exercise = only(
                Map.of("missing", "-9,NA"),
                HEADER + "7,NA,-9,1996,NA,-9,CN;NA2;RU,NA,-9,-9,-9,-9.0,NA,NA,x\n".replace("NA2;", "-9;"));
        assertThat(exercise.has("name")).isFalse();
        assertThat(exercise.path("kind").asText()).isEqualTo("exercise");
        assertThat(exercise.path("dates").asText()).isEqualTo("1996");
        assertThat(exercise.path("phases")).isEmpty();
        assertThat(exercise.has("strength")).isFalse();
        assertThat(parties(exercise)).containsExactly("CN", "RU");
    }

    @Test
    void a_coordinate_is_missing_only_as_exactly_declared() throws SQLException {
        var header = "id,start,participants,country,lat,lon,strength_min,source\n";
        var exercise = only(Map.of("missing", "-9"), header + "1,2019,AO;CD,AO,-9.00,-9.0,-9.0,x\n");
        var place = exercise.path("phases").path(0).path("place");
        assertThat(place.path("lat").decimalValue()).isEqualByComparingTo("-9");
        assertThat(place.path("lon").decimalValue()).isEqualByComparingTo("-9");
        assertThat(exercise.has("strength")).isFalse();
        var without = only(Map.of("missing", "-9,-9.0"), header + "1,2019,AO;CD,AO,-9.0,-9,,x\n");
        assertThat(without.path("phases").path(0).path("place").toString()).isEqualTo("{\"country\":\"AO\"}");
    }

    @Test
    void a_declared_missing_value_that_is_a_party_is_reported_in_a_list() {
        var location = sendAndWait(
                Map.of("missing", "NA", "set", newSet()), "id,start,participants,source\n1,1996,ZA;NA;BW,x\n");
        assertThat(onlyReason(location, "rejected")).startsWith("participants: 'NA' is a party");
    }

    @Test
    void columns_of_parties_have_0_or_1() throws SQLException {
        var header = "ID,Name,Start,party:CN,PARTY:CHN,party:Russia,party:Atlantis,party:NA,Source\n";
        var exercise = only(Map.of("missing", "NA"), header + "1,Vostok,2018-09,1,1.0,true,0,1,x\n");
        assertThat(parties(exercise)).containsExactly("CN", "RU", "NA");
        var location = sendAndWait(
                Map.of("set", newSet()), header + "1,A,2018,1,,,1,,x\n2,B,2018,2,,,,,x\n3,C,2018,1,,,,,x\n");
        assertCompleted(location, "rows", 3, "accepted", 1, "rejected", 2);
        assertThat(report(location, "rejected"))
                .extracting(item -> item.get("line"), item -> item.get("column"))
                .containsExactly(tuple(2, "party:Atlantis"), tuple(3, "party:CN"));
    }

    @Test
    void a_participant_that_is_named_twice_counts_once() throws SQLException {
        var exercise = only(Map.of(), "id,start,participants,source\n1,2003,CN;CHN;China;RU;m49:156,x\n");
        assertThat(parties(exercise)).containsExactly("CN", "RU");
    }

    @Test
    void the_id_of_an_organisation_means_its_members_and_other_names_are_reported() throws SQLException {
        var rows = """
                id,start,participants,source
                1,2003,CN;csto,x
                2,2003,EE;Baltic States,x
                3,2003,NATO,x
                4,2003,CN;others,x
                5,2003,CN;710,x
                """;
        var location = sendAndWait(Map.of("set", newSet()), rows);
        assertCompleted(location, "accepted", 1, "rejected", 4);
        assertThat(report(location, "rejected"))
                .extracting(item -> item.get("line"), item -> item.get("column"))
                .containsExactly(
                        tuple(3, "participants"),
                        tuple(4, "participants"),
                        tuple(5, "participants"),
                        tuple(6, "participants"));
        assertThat(report(location, "rejected").getFirst().get("reason").toString())
                .startsWith("participants: Unknown party 'Baltic States'");

        var set = newSet();
        var aliased = sendAndWait(
                Map.of("set", set, "aliases", "NATO=nato,Baltic States=EE;LV;LT", "unknown-parties", "drop"), rows);
        assertCompleted(aliased, "accepted", 5, "rejected", 0);
        var exercises = new RecordedExerciseRows(dataSource).lastEvents(set);
        assertThat(parties(exercises.get(0))).containsExactly("CN", "members-of csto");
        assertThat(parties(exercises.get(1))).containsExactly("EE", "LV", "LT");
        assertThat(parties(exercises.get(2))).containsExactly("members-of nato");
        assertThat(parties(exercises.get(3))).containsExactly("CN");
        assertThat(report(aliased, "accepted").getLast().get("reason"))
                .isEqualTo("Left out, because they are no parties: 710");
    }

    @Test
    void an_organisation_that_only_its_spelling_shows_is_reported() throws SQLException {
        var rows = """
                id,start,organization,participants,party:warsaw-pact,source
                1,1980,,SE;scandinavia,0,x
                2,1980,,CN;csto,1,x
                3,1980,csto,CN;csto,0,x
                4,1980,,CN;members-of:csto,0,x
                5,1980,,CN;The Pact,0,x
                6,1980,,SE;scandinavia;500,0,x
                """;
        var location = sendAndWait(
                Map.of("set", newSet(), "aliases", "The Pact=warsaw-pact", "unknown-parties", "drop"), rows);
        assertCompleted(location, "accepted", 6, "rejected", 0);
        assertThat(report(location, "accepted"))
                .filteredOn(item -> item.get("reason") != null)
                .extracting(item -> "%s %s".formatted(item.get("line"), item.get("reason")))
                .containsExactly(
                        "2 Read as ids of organisations whose members took part: scandinavia."
                                + " To confirm, write members-of:scandinavia or declare an alias",
                        "3 Read as ids of organisations whose members took part: csto; warsaw-pact."
                                + " To confirm, write members-of:csto or declare an alias",
                        "7 Left out, because they are no parties: 500."
                                + " Read as ids of organisations whose members took part: scandinavia."
                                + " To confirm, write members-of:scandinavia or declare an alias");
    }

    @Test
    void coordinates_alone_are_a_place_and_a_wrong_one_names_its_column() throws SQLException {
        var header = "id,start,participants,lat,lon,source\n";
        var exercise = only(Map.of(), header + "1,2019,CN;RU,43.8,87.6,x\n");
        assertThat(exercise.path("phases").path(0).path("place").toString()).isEqualTo("{\"lat\":43.8,\"lon\":87.6}");
        var location = sendAndWait(
                Map.of("set", newSet()), header + "1,2019,CN;RU,91,10,x\n2,2019,CN;RU,45,,x\n3,2019,CN;RU,45,181,x\n");
        assertCompleted(location, "accepted", 0, "rejected", 3);
        assertThat(report(location, "rejected"))
                .extracting(item -> "%s %s %s".formatted(item.get("line"), item.get("column"), item.get("reason")))
                .containsExactly(
                        "2 lat lat: A latitude must be from -90 to 90.",
                        "3 lon lon: lat and lon are allowed only together.",
                        "4 lon lon: A longitude must be from -180 to 180.");
    }

    @Test
    void an_end_with_a_two_digit_year_that_has_not_come_is_reported_with_the_pivot() {
        var today = LocalDate.now(ZoneOffset.UTC);
        var row = "1,%s,%s,CN;RU,x%n"
                .formatted(SHORT_DATE.format(today.minusYears(1)), SHORT_DATE.format(today.plusYears(2)));
        var location = sendAndWait(
                Map.of("set", newSet(), "date-format", "M/d/yy"), "id,start,end,participants,source\n" + row);
        assertThat(report(location, "rejected")).hasSize(1).allSatisfy(item -> assertThat(item)
                .containsEntry("column", "end"));
        assertThat(onlyReason(location, "rejected"))
                .endsWith("A date with a two-digit year is not in the future, unless pivot allows it");
    }

    @Test
    void each_bad_row_is_named_with_line_column_and_sentence() {
        var rows = HEADER + """
                1,End first,exercise,2007-08-17,2007-08-09,,CN,,,,,,,,x
                2,North of the pole,exercise,2007,,,CN,Alert,CA,95,10,,,,x
                3,Half a point,exercise,2007,,,CN,Alert,CA,45,,,,,x
                4,Minus nine,exercise,2007,,,CN,,,,,-9,,,x
                5,War games,war,2007,,,CN,,,,,,,,x
                6,No date,exercise,,,,CN,,,,,,,,x
                7,No such day,exercise,2007-02-30,,,CN,,,,,,,,x
                8,State as host,exercise,2007,,CN,CN,,,,,,,,x
                9,No source,exercise,2007,,,CN,,,,,,,,
                10,Too little,exercise,2007,,,CN,,,,,20,10,,x
                11,Unfinished,exercise,2007
                12,"Good, and quoted",exercise,2007,,,CN,,,,,,,,x
                """;
        var location = sendAndWait(Map.of("set", newSet()), rows);
        assertCompleted(location, "rows", 12, "accepted", 1, "rejected", 11);
        assertThat(report(location, "rejected").stream().limit(10))
                .extracting(item -> "%s %s".formatted(item.get("line"), item.get("column")))
                .containsExactly(
                        "2 end",
                        "3 lat",
                        "4 lon",
                        "5 strength_min",
                        "6 kind",
                        "7 start",
                        "8 start",
                        "9 organization",
                        "10 source",
                        "11 strength_max");
        assertThat(report(location, "rejected"))
                .allSatisfy(item -> assertThat(item.get("reason").toString()).isNotBlank());
    }

    @Test
    void without_ids_name_and_start_identify_an_exercise() {
        var rows = """
                name,start,participants,source
                Rubezh,2004,RU;KZ,x
                Rubezh,2005,RU;KZ,x
                Rubezh,2004,RU;KZ,x
                ,2005,RU;KZ,x
                Rubezh,2006,RU,x
                Rubezh,2006,KZ,x
                """;
        var location = sendAndWait(Map.of("set", newSet()), rows);
        assertCompleted(location, "rows", 6, "accepted", 3, "rejected", 3);
        assertThat(report(location, "rejected"))
                .extracting(item -> item.get("reason"))
                .containsExactly(
                        "Repeats line 2",
                        "Lines 6 and 7 are about the same exercise and contradict each other."
                                + " Write all participants into one row, separated by ';'",
                        "Lines 6 and 7 are about the same exercise and contradict each other."
                                + " Write all participants into one row, separated by ';'");
    }

    @Test
    void a_future_exercise_is_scheduled() throws SQLException {
        assertThat(only(Map.of(), "id,start,participants,source\n1,2199-05,CN,x\n")
                        .path("status")
                        .asText())
                .isEqualTo("scheduled");
        assertThat(only(Map.of(), "id,status,start,participants,source\n1,Cancelled,2199-05,CN,x\n")
                        .path("status")
                        .asText())
                .isEqualTo("cancelled");
    }

    @Test
    void ndjson_has_the_same_fields() throws SQLException {
        var set = newSet();
        var location = admin().contentType("application/x-ndjson")
                .queryParam("set", set)
                .body("""
                        {"id":1,"start":"2003-08","participants":["CN","RU"],"party:KZ":1,"lat":43.80,"lon":88,"country":"CN","sources":[{"title":"x"}]}
                        {"id":2,"begin":2003}
                        """.getBytes(StandardCharsets.UTF_8))
                .post("/api/imports/exercises")
                .header("Location");
        ExerciseImports.waitForEnd(location);
        assertCompleted(location, "accepted", 1, "rejected", 1);
        assertThat(report(location, "rejected").getFirst()).containsEntry("column", "begin");
        var exercise = new RecordedExerciseRows(dataSource).lastEvents(set).getFirst();
        assertThat(parties(exercise)).containsExactly("CN", "RU", "KZ");
    }

    @Test
    void a_wrong_request_or_header_is_refused_as_a_whole() {
        var rows = "id,start,participants,source\n1,2003,CN,x\n";
        for (var query : List.of(
                Map.of("date-format", "bogus"),
                Map.of("date-format", "M/d/yy", "pivot", "soon"),
                Map.of("aliases", "NATO"),
                Map.of("unknown-parties", "guess"),
                Map.of("dry-run", "perhaps"))) {
            send(query, rows).then().statusCode(400).body("type", equalTo("/problems/bad-query"));
        }
        send(Map.of(), "id,start,participants,source,colour\n")
                .then()
                .statusCode(422)
                .body("detail", containsString("colour"));
        send(Map.of(), "id,participants,source\n").then().statusCode(422).body("detail", containsString("start"));
        send(Map.of(), "id,start,participants\n").then().statusCode(422).body("detail", containsString("source"));
        ExerciseImports.curator()
                .contentType("text/csv")
                .body(rows)
                .post("/api/imports/exercises")
                .then()
                .statusCode(403);
    }

    @Test
    void the_version_of_the_id_shows_the_owner() {
        var location = sendAndWait(Map.of("set", newSet()), "id,start,participants,source\n1,2003,CN,x\n");
        assertThat(UUID.fromString(status(location).getString("id")).version()).isEqualTo(8);
    }

    /** Imports the file as a new set and returns the only exercise. */
    private JsonNode only(Map<String, String> query, String file) throws SQLException {
        var exercises = imported(query, file);
        assertThat(exercises).hasSize(1);
        return exercises.getFirst();
    }

    private List<String> dates(Map<String, String> query, String file) throws SQLException {
        return imported(query, file).stream()
                .map(exercise -> exercise.path("dates").asText())
                .toList();
    }

    private List<JsonNode> imported(Map<String, String> query, String file) throws SQLException {
        var set = newSet();
        var parameters = new HashMap<>(query);
        parameters.put("set", set);
        var location = sendAndWait(parameters, file);
        assertThat(report(location, "rejected")).isEmpty();
        return new RecordedExerciseRows(dataSource).lastEvents(set);
    }

    private static List<String> parties(JsonNode exercise) {
        var parties = new ArrayList<String>();
        exercise.path("participants")
                .forEach(participant -> parties.add(
                        participant.has("party")
                                ? participant.get("party").asText()
                                : "members-of " + participant.get("members-of").asText()));
        return parties;
    }
}
