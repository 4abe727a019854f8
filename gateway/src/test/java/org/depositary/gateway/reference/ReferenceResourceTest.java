package org.depositary.gateway.reference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ReferenceResourceTest {

    private static final Pattern LINK = Pattern.compile("href=\"#([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:src|href)=\"(?:https?:)?//");

    @Test
    void the_reference_shows_every_operation_and_every_schema() throws IOException {
        var page = page("/docs");
        var document =
                new ObjectMapper().readTree(given().get("/openapi?format=json").asString());
        assertThat(document.path("paths").findValuesAsText("operationId"))
                .hasSizeGreaterThan(200)
                .allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
        assertThat(document.at("/components/schemas").properties()).isNotEmpty().allSatisfy(schema -> assertThat(page)
                .contains("id=\"schema-" + schema.getKey() + "\""));
    }

    @Test
    void all_links_within_the_reference_lead_somewhere_and_nothing_comes_from_elsewhere() {
        var page = page("/docs");
        assertThat(LINK.matcher(page).results().map(link -> link.group(1)).distinct())
                .hasSizeGreaterThan(50)
                .allSatisfy(anchor -> assertThat(page).contains("id=\"" + anchor + "\""));
        assertThat(ELSEWHERE.matcher(page).find()).isFalse();
        assertThat(page).doesNotContain("<script").doesNotContain("style=\"");
    }

    @Test
    void a_browser_does_not_load_the_reference_twice() {
        var tag = given().get("/docs").getHeader("ETag");
        given().header("If-None-Match", tag).get("/docs").then().statusCode(304).header("ETag", equalTo(tag));
    }

    @Test
    void the_quick_start_is_a_page_too() {
        given().get("/docs/quick-start")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<h1>Quick start</h1>"))
                .body(containsString("./depositary up"));
    }

    @Test
    void the_rules_of_versions_are_a_page_with_links_that_this_origin_answers() {
        given().get("/docs/versions")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<h1>Versions</h1>"))
                .body(not(containsString("href=\"../")))
                .body(not(containsString(".md\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/docs/quick-start", "/docs/versions", "/problems/misquoted"})
    void a_page_runs_no_script_and_loads_nothing_from_elsewhere(String path) {
        given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @Test
    void json_has_no_policy_of_pages() {
        given().get("/api/organizations").then().statusCode(200).header("Content-Security-Policy", nullValue());
    }

    private static String page(String path) {
        return given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
    }
}
