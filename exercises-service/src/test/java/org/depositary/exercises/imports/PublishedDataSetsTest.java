package org.depositary.exercises.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.exercises.imports.ExerciseImports.assertCompleted;
import static org.depositary.exercises.imports.ExerciseImports.newSet;
import static org.depositary.exercises.imports.ExerciseImports.report;
import static org.depositary.exercises.imports.ExerciseImports.sendAndWait;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/**
 * Files with the forms of values that published data sets of exercises and peace operations have. Their columns have the
 * names of an import. The rows are made up.
 */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "exercises"))
class PublishedDataSetsTest {

    @Inject
    DataSource dataSource;

    @Test
    void exercises_with_american_dates_and_short_names_of_states() throws SQLException {
        var rows = accepted(Map.of("date-format", "M/d/yyyy H:mm", "missing", "-9,."), """
                id,name,start,end,participants,place,country,strength_min,strength_max,source
                1.0,Team Spirit 84,2/1/1984 0:00,4/15/1984 0:00,"U.S., ROK",-9,South Korea,"207,150",.,A list
                2.0,Reforger,1985-09,-9,USA/UK/W. Germany/France,Bavaria,FRG,-9,-9,A list
                3.0,Druzhba,5/16/1980 0:00,5/20/1980 0:00,"USSR, GDR and Poland",-9,East Germany,-9,40000.0,A list
                """);
        assertThat(lines(rows))
                .containsExactly(
                        "1984-02-01/1984-04-15 US KR 207150",
                        "1985-09 US GB DE FR",
                        "1980-05-16/1980-05-20 SUHH DDDE PL -40000");
        assertThat(rows.get(1).at("/phases/0/place/country").asText()).isEqualTo("DE");
    }

    @Test
    void dyads_in_columns_with_correlates_of_war_numbers() throws SQLException {
        var rows = accepted(Map.of("missing", "-9,NA"), """
                ,id,start,party:cow:2,party:cow:732,party:cow:740,party:cow:365,source
                0,77,1976.0,1,1.0,0,NA,A data set
                1,78,1988-00-00,TRUE,F,Y,n,A data set
                2,79,1991-08-00,x,,,x,A data set
                """);
        assertThat(lines(rows)).containsExactly("1976 US KR", "1988 US JP", "1991-08 US SUHH");
    }

    @Test
    void peace_operations_with_times_and_lists_in_prose() throws SQLException {
        var rows = accepted(Map.of("aliases", "ECOWAS=ecowas"), """
                id,name,kind,start,end,participants,country,strength_max,source
                12,Stabilization Mission,operation,2013-04-25 00:00:00,2023-12-31 00:00:00,\
                "Bangladesh, Chad, Côte d'Ivoire & Congo, Democratic Republic of the",Mali,"12,644",A yearbook
                13,Border Monitors,Observation Mission,1999-08-06,..,"Korea, Republic of; Bosnia and Herzegovina, Trinidad and Tobago",\
                Kyrgyzstan/Tajikistan,about 150,A yearbook
                14,Stand-by Force,operation,2003,2003,ECOWAS,Liberia,,A yearbook
                """);
        assertThat(lines(rows))
                .containsExactly(
                        "2013-04-25/2023-12-31 BD TD CI CD -12644",
                        "1999-08-06/.. KR BA TT -150~",
                        "2003 members-of ecowas");
        assertThat(rows.get(1).at("/phases/0/place/countries").toString()).isEqualTo("[\"KG\",\"TJ\"]");
        assertThat(rows.get(1).path("kind").asText()).isEqualTo("observation-mission");
    }

    @Test
    void exercises_of_a_state_with_its_partners() throws SQLException {
        var rows = accepted(Map.of("date-format", "yyyyMMdd"), """
                sep=;
                id;name;start;end;participants;place;country;lat;lon;strength_min;source
                a;Peace Mission 2014;20140824;20140829;China–Russia–Kazakhstan-Kyrgyzstan-Tajikistan;Zhurihe;PRC;42°14'30"N;112.9 E;7000+;A chronicle
                b;Snow Leopard;2019-02;;PRC and Tajikistan;Badakhshan;Tajikistan;37,5;71,5;1000-1200;A chronicle
                c;Friendship;2016;;China | Pakistan | Afghanistan (observer) | Mongolia (obs.);;;;;~2,300;A chronicle
                d;Straits;2023;;China/Cambodia/Laos (observers);Range;Cambodia;+11.5;104.9;4 500;A chronicle
                """);
        assertThat(lines(rows))
                .containsExactly(
                        "2014-08-24/2014-08-29 CN RU KZ KG TJ 7000",
                        "2019-02 CN TJ 1000-1200",
                        "2016 CN PK AF(observer) MN(observer) 2300~",
                        "2023 CN KH LA(observer) 4500");
        assertThat(rows.get(0).at("/phases/0/place/lat").decimalValue()).isEqualByComparingTo("42.241667");
        assertThat(rows.get(0).at("/phases/0/place/lon").decimalValue()).isEqualByComparingTo("112.9");
        assertThat(rows.get(1).at("/phases/0/place/lat").decimalValue()).isEqualByComparingTo("37.5");
    }

    @Test
    void values_that_could_mean_several_things_are_reported() {
        var location = sendAndWait(Map.of("set", newSet(), "dry-run", "true", "missing", "NA"), """
                id,start,end,participants,country,lat,lon,organization,strength_min,strength_max,source
                1,2003,,"Korea, Japan",,,,,,,x
                2,2003,,China and others,,,,,,,x
                3,2003,,"2, 710",,,,,,,x
                4,2003,,CN,RU,55E,60N,,,,x
                5,2003,,CN,,,,,2.300,,x
                6,2003,,CN,,,,,1000-1500,2000,x
                7,2003,,CN,,,,,,2000+,x
                8,2003,ongoing,CN,,,,,,,x
                9,2003,,CN,,,,SCO,,,x
                10,8/9/2003,,CN,,,,,,,x
                11,2003,,RU (host) and allies,,,,,,,x
                12,n/a,,CN,,,,,,,x
                13,2003,,CN,International waters,,,,,,x
                15,2003,,"CN, NA",,,,,,,x
                14,2004,,CN,,,,,,,x
                14,2004,,RU,,,,,,,x
                """);
        assertCompleted(location, "rows", 16, "accepted", 0, "rejected", 16);
        assertThat(report(location, "rejected"))
                .extracting(item -> String.valueOf(item.get("reason")))
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("Korea, Japan", "separate them by ';'"),
                        reason -> assertThat(reason).contains("China and others", "separate them by ';'"),
                        reason -> assertThat(reason).contains("2, 710", "separate them by ';'"),
                        reason -> assertThat(reason).contains("'55E' is not a latitude"),
                        reason -> assertThat(reason)
                                .contains("'2.300' is not a number of persons")
                                .doesNotContain("missing"),
                        reason -> assertThat(reason).contains("'1000-1500' is a range", "'2000'"),
                        reason -> assertThat(reason).contains("'2000+' is a minimum"),
                        reason -> assertThat(reason).contains("ongoing", "missing=ongoing", "write .."),
                        reason -> assertThat(reason).contains("'SCO' is not the id of an organisation", "aliases=SCO="),
                        reason -> assertThat(reason).contains("8/9/2003", "date-format"),
                        reason -> assertThat(reason).contains("RU (host) and allies"),
                        reason -> assertThat(reason).contains("n/a", "missing=n/a"),
                        reason -> assertThat(reason).contains("country", "International waters"),
                        reason -> assertThat(reason).contains("CN, NA"),
                        reason -> assertThat(reason).contains("participants into one row"),
                        reason -> assertThat(reason).contains("participants into one row"));
    }

    /** Tries the file, then imports it. Returns the recorded exercises in the order of the file. */
    private List<JsonNode> accepted(Map<String, String> query, String file) throws SQLException {
        var parameters = new HashMap<>(query);
        parameters.put("set", newSet());
        var trial = new HashMap<>(parameters);
        trial.put("dry-run", "true");
        var tried = sendAndWait(trial, file);
        assertThat(report(tried, "rejected")).isEmpty();
        sendAndWait(parameters, file);
        return new RecordedExerciseRows(dataSource).lastEvents(parameters.get("set"));
    }

    private static List<String> lines(List<JsonNode> exercises) {
        return exercises.stream().map(PublishedDataSetsTest::line).toList();
    }

    /** Dates, participants, and the strength, if any: {@code min-max}, with a tilde if it is approximate. */
    private static String line(JsonNode exercise) {
        var line = new StringBuilder(exercise.path("dates").asText());
        StreamSupport.stream(exercise.path("participants").spliterator(), false)
                .map(PublishedDataSetsTest::participant)
                .forEach(participant -> line.append(' ').append(participant));
        var strength = exercise.path("strength");
        if (strength.isObject()) {
            line.append(' ').append(strength.path("min").asText(""));
            line.append(strength.hasNonNull("max") ? "-" + strength.path("max").asText() : "");
            line.append(strength.path("approximate").asBoolean() ? "~" : "");
        }
        return line.toString();
    }

    private static String participant(JsonNode participant) {
        var role = participant.path("role").asText();
        return (participant.has("party")
                        ? participant.path("party").asText()
                        : "members-of " + participant.path("members-of").asText())
                + (role.equals("participant") ? "" : "(" + role + ")");
    }
}
