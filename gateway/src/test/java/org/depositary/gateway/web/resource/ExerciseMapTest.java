package org.depositary.gateway.web.resource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests the map of exercises. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ExerciseMapTest {

    private final String series = Register.slug("Series");

    @Inject
    Register register;

    @Inject
    GatewayTableQueries tables;

    @Inject
    ObjectMapper mapper;

    private Published exercise(String name, String phases) {
        return register.exercise("""
                "name": "%s", "kind": "exercise", "status": "completed", "series": "%s", "organizations": ["sco"],
                "dates": "2007-08", "phases": [%s],
                "participants": [{"party": "CN", "role": "host"}, {"members-of": "csto", "role": "monitor"}]
                """.formatted(name, series, phases));
    }

    private static String phase(String name, double lat, double lon) {
        return """
                {"place": {"name": "%s", "country": "CN", "lat": %s, "lon": %s}, "dates": "2007-08-09", "days": 2}
                """.formatted(name, lat, lon);
    }

    private JsonNode map(String query) throws Exception {
        var body = register.after()
                .queryParam("series", series)
                .urlEncodingEnabled(false)
                .get("/api/exercises.geojson" + query)
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .extract()
                .asString();
        var map = mapper.readTree(body);
        GeoJsonCheck.assertIsCollectionOfPoints(map);
        JtsGeoJsonCheck.assertReadsSamePoints(body, map);
        return map;
    }

    @Test
    void each_place_with_coordinates_is_a_point() throws Exception {
        var published = exercise("Peace Mission", phase("Urumqi", 43.8, 87.6) + """
                , {"place": {"name": "Somewhere"}}, {"place": {"country": "RU", "lat": 55, "lon": 60.40}}""");
        exercise("Without coordinates", "{\"place\": {\"country\": \"RU\"}}");
        var map = map("");
        assertThat(map.path("features").findValuesAsText("id"))
                .containsExactly(published.id() + "/phases/1", published.id() + "/phases/3");
        assertThat(map.path("withoutCoordinates").asInt()).isEqualTo(1);
        assertThat(map.path("bbox").toString()).isEqualTo("[60.4,43.8,87.6,55.0]");
        var first = map.at("/features/0");
        assertThat(first.at("/geometry/coordinates").toString()).isEqualTo("[87.6,43.8]");
        var properties = first.path("properties");
        assertThat(properties.path("url").asText()).isEqualTo("/api/exercises/" + published.id());
        assertThat(properties.path("participants").toString()).isEqualTo("[\"CN\",\"csto\"]");
        assertThat(properties.path("earliest").asText()).isEqualTo("2007-08-09");
        assertThat(map.at("/features/1/properties/latest").asText()).isEqualTo("2007-08-31");
        assertThat(map.at("/features/1/properties/place").isNull()).isTrue();
    }

    @Test
    void a_border_area_has_its_states_and_its_name_in_the_preferred_language() throws Exception {
        exercise("Border", """
                {"place": {"names": {"en": "Border area", "nl": "Grensgebied"}, "countries": ["CN", "KG"],
                           "lat": 41, "lon": 77}},
                {"place": {"country": "RU", "lat": 55, "lon": 60.40}}""");
        var border = map("").at("/features/0/properties");
        assertThat(border.path("place").asText()).isEqualTo("Border area");
        assertThat(border.path("country").isNull()).isTrue();
        assertThat(border.path("countries").toString()).isEqualTo("[\"CN\",\"KG\"]");
        assertThat(border.at("/names/nl").asText()).isEqualTo("Grensgebied");
        assertThat(map("?lang=nl").at("/features/0/properties/place").asText()).isEqualTo("Grensgebied");
        var other = map("").at("/features/1/properties");
        assertThat(other.path("countries").toString()).isEqualTo("[\"RU\"]");
        assertThat(other.path("names").isNull()).isTrue();
    }

    @Test
    void a_party_with_two_roles_is_one_participant() throws Exception {
        register.exercise("""
                "name": "Two roles", "kind": "exercise", "status": "completed", "series": "%s", "organizations": [],
                "dates": "2007-08", "phases": [%s],
                "participants": [{"party": "CN", "role": "host"}, {"party": "CN", "role": "planner"}]
                """.formatted(series, phase("Urumqi", 43.8, 87.6)));
        assertThat(map("").at("/features/0/properties/participants").toString()).isEqualTo("[\"CN\"]");
    }

    @Test
    void filters_are_those_of_the_list() throws Exception {
        exercise("Far", phase("Urumqi", 43.8, 87.6));
        assertThat(map("?bbox=87,43,88,44&party=CN&from=2007").path("features")).hasSize(1);
        assertThat(map("?bbox=0,0,1,1").path("features")).isEmpty();
        assertThat(map("?party=KZ").has("bbox")).isFalse();
        assertThat(map("?known-at=2001-01-01T00:00:00Z").path("features")).isEmpty();
    }

    @Test
    void a_minimum_strength_counts_the_exercises_without_a_figure() throws Exception {
        exercise("Unknown strength", phase("Urumqi", 43.8, 87.6));
        assertThat(map("?min-strength=0").path("withoutStrength").asInt()).isEqualTo(1);
        assertThat(map("").has("withoutStrength")).isFalse();
    }

    @Test
    void a_box_crosses_the_antimeridian_if_the_points_lie_around_it() throws Exception {
        exercise("Pacific", phase("Fiji", -17, 178.5) + "," + phase("Samoa", -13.5, -172));
        assertThat(map("").path("bbox").toString()).isEqualTo("[178.5,-17.0,-172.0,-13.5]");
        assertThat(map("?bbox=170,-20,-170,0").path("features")).hasSize(2);
        exercise("Indian Ocean", phase("Karachi", 24.8, 67));
        assertThat(map("").path("bbox").toString()).isEqualTo("[67.0,-17.0,-172.0,24.8]");
        exercise("Atlantic", phase("Dakar", 14.7, -17.4));
        assertThat(map("").path("bbox").toString()).isEqualTo("[-172.0,-17.0,178.5,24.8]");
    }

    @Test
    void head_has_the_headers_of_the_map_only() {
        exercise("Peace Mission", phase("Urumqi", 43.8, 87.6));
        var address = "/api/exercises.geojson?series=" + series;
        var got = register.after().get(address);
        var head = given().head(address);
        head.then().statusCode(200);
        assertThat(head.asByteArray()).isEmpty();
        for (var name : List.of("Content-Type", "Depositary-Cursor", "Vary", "Cache-Control")) {
            assertThat(head.header(name)).as(name).isEqualTo(got.header(name));
        }
    }

    @Test
    void bad_parameters_are_refused() {
        for (var bad : new String[] {"bbox=1,2,3", "bbox=0,91,0,92", "bbox=0,20,0,10", "bbox=181,0,0,0", "limit=5"}) {
            register.after().get("/api/exercises.geojson?" + bad).then().statusCode(400);
        }
    }

    @Test
    void an_unchanged_map_is_not_sent_again() {
        // The replay of a parked stream changes earlier positions, so no tag names a position while another test has
        // parked one.
        tables.select("DELETE FROM parked_stream");
        exercise("Peace Mission", phase("Urumqi", 43.8, 87.6));
        var address = "/api/exercises.geojson?known-at="
                + register.after().get("/api/exercises").header("Depositary-Cursor");
        var tag = register.after().get(address).header("ETag");
        register.after().header("If-None-Match", tag).get(address).then().statusCode(304);
        register.after()
                .header("If-None-Match", tag)
                .get(address + "&party=CN")
                .then()
                .statusCode(200);
    }
}
