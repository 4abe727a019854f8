package org.depositary.gateway.web.resource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site that knows oEmbed gets a frame with the chart of a page. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class OEmbedTest {

    @Inject
    Register register;

    @TestHTTPResource
    URI origin;

    @Test
    void a_page_of_an_organisation_is_a_frame_with_its_timeline() {
        var id = Register.slug("embedded");
        register.organization(id, "");
        var page = origin.resolve("/organizations/%s?on=2020-01-01&lang=nl&open=/api/x".formatted(id));
        register.after()
                .queryParam("url", page.toString())
                .queryParam("maxwidth", 600)
                .get("/oembed")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("type", equalTo("rich"))
                .body("version", equalTo("1.0"))
                .body("title", equalTo("Organisatie %s: memberships through time".formatted(id)))
                .body("provider_url", equalTo(origin.resolve("/").toString()))
                .body("width", equalTo(600))
                .body("height", equalTo(480))
                .body(
                        "html",
                        containsString("<iframe src=\"%s\""
                                .formatted(origin.resolve(
                                        "/embed/organizations/%s/timeline?on=2020-01-01&amp;lang=nl".formatted(id)))));
    }

    @Test
    void the_bare_page_of_a_chart_is_embedded_too() {
        given().queryParam("url", "/embed/parties/UZ/timeline?lang=nl")
                .get("/oembed")
                .then()
                .statusCode(200)
                .body("title", equalTo("Oezbekistan: memberships through time"))
                .body("html", containsString("src=\"/embed/parties/UZ/timeline?lang=nl\""));
    }

    @Test
    void pages_of_exercises_are_frames_with_their_maps_and_the_matrix() {
        given().queryParam("url", "/exercises?party=CN&from=2003")
                .get("/oembed")
                .then()
                .statusCode(200)
                .body("title", equalTo("Exercises and operations: places"))
                .body("html", containsString("src=\"/embed/exercises/map?party=CN&amp;from=2003\""));
        given().queryParam("url", "/exercises?tab=matrix")
                .get("/oembed")
                .then()
                .statusCode(200)
                .body("title", equalTo("Exercises and operations: who with whom"))
                .body("html", containsString("src=\"/embed/exercises/matrix\""));
        var exercise = register.exercise("\"name\": \"Peace Mission 2007\", \"kind\": \"exercise\"");
        register.after(exercise)
                .get("/oembed?url=/exercises/" + exercise.id())
                .then()
                .statusCode(200)
                .body("title", equalTo("Peace Mission 2007: phases on a map"))
                .body("html", containsString("src=\"/embed/exercises/%s/map\"".formatted(exercise.id())));
    }

    @Test
    void xml_has_the_same_fields() {
        var xml = given().queryParam("url", "/parties/UZ")
                .queryParam("format", "xml")
                .get("/oembed")
                .then()
                .statusCode(200)
                .contentType("text/xml")
                .extract()
                .xmlPath();
        assertThat(xml.getString("oembed.title")).isEqualTo("Uzbekistan: memberships through time");
        assertThat(xml.getString("oembed.html")).startsWith("<iframe src=\"/embed/parties/UZ/timeline\"");
        assertThat(xml.getInt("oembed.height")).isEqualTo(480);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://elsewhere.example/parties/UZ, 404",
        "/parties/Atlantis, 404",
        "/organizations/no-such-organisation, 404",
        "/exercises/no-such-exercise, 404",
        "/desk, 404",
        "/parties/UZ?on=yesterday, 400",
        "//elsewhere.example/parties/UZ, 400",
        "mailto:somebody@example.org, 400",
        "/parties/%zz, 400",
    })
    void other_addresses_are_refused(String url, int status) {
        given().queryParam("url", url).get("/oembed").then().statusCode(status).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"format=html", "maxwidth=0", "maxheight=wide", "callback=x"})
    void bad_parameters_are_refused(String parameter) {
        given().get("/oembed?url=/parties/UZ&" + parameter)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().get("/oembed").then().statusCode(400).body("detail", containsString("url: is missing"));
    }
}
