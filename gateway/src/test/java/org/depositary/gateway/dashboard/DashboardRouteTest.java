package org.depositary.gateway.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class DashboardRouteTest {

    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/organizations/sco",
                "/parties",
                "/parties/KZ",
                "/exercises",
                "/exercises/1",
                "/compare",
                "/documents",
                "/documents/1",
                "/desk"
            })
    void every_path_of_the_dashboard_is_the_page(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .body(containsString("id=\"app\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embed/organizations/sco/timeline",
                "/embed/organizations/sco/map",
                "/embed/parties/KZ/timeline?on=2005-07-05",
                "/embed/exercises/map",
                "/embed/exercises/matrix?from=2003",
                "/embed/exercises/1/map"
            })
    void only_bare_pages_of_charts_can_be_framed(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", endsWith("; frame-ancestors *"))
                .body(containsString("id=\"app\""));
        given().get(path.replace("/embed", "").replaceFirst("/(timeline|map|matrix)", ""))
                .then()
                .header("Content-Security-Policy", endsWith("; frame-ancestors 'none'"));
    }

    @Test
    void a_page_with_a_chart_links_to_its_oembed_answer() {
        var link =
                "</oembed?url=%2Fparties%2FKZ%3Fon%3D2005-07-05>; rel=\"alternate\"; type=\"application/json+oembed\"";
        given().get("/parties/KZ?on=2005-07-05").then().header("Link", equalTo(link));
        given().get("/compare").then().header("Link", nullValue());
    }

    @Test
    void the_page_has_no_script_or_style_of_its_own() {
        assertThat(page())
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain("<style")
                .doesNotContain("style=");
    }

    @Test
    void a_browser_does_not_load_the_page_twice() {
        var tag = given().get("/").getHeader("ETag");
        given().header("If-None-Match", tag).get("/compare").then().statusCode(304);
    }

    @Test
    void bundled_files_are_kept_for_ever_and_compressed_and_have_no_source_maps() {
        var files = FILE.matcher(page()).results().map(match -> match.group(1)).toList();
        assertThat(files).hasSizeGreaterThan(1).allSatisfy(file -> {
            given().header("Accept-Encoding", "gzip")
                    .get(file)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                    .header("Content-Encoding", startsWith("gzip"));
            given().get(file + ".map").then().statusCode(404);
        });
    }

    @Test
    void other_paths_have_no_page() {
        given().get("/organizations").then().statusCode(404);
        given().get("/embedded").then().statusCode(404);
    }

    private static String page() {
        return given().get("/").asString();
    }
}
