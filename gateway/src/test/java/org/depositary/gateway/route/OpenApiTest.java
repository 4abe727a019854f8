package org.depositary.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.depositary.gateway.web.ListFormat;
import org.depositary.testing.OpenApiResponsesCheck;
import org.depositary.testing.OpenApiRoutesCheck;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests the OpenAPI document that describes all operations of the gateway and the services. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class OpenApiTest {

    @Inject
    ObjectMapper mapper;

    @Inject
    VertxRoutes vertxRoutes;

    private JsonNode document() throws Exception {
        return mapper.readTree(given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    @Test
    void every_route_of_the_origin_has_its_operation_and_every_operation_its_route() throws Exception {
        var routes = new TreeSet<>(vertxRoutes.described());
        assertThat(routes).contains("GET /api/changes/stream");
        routes.add("GET /openapi");
        for (var owner : MergedOpenApi.OWNERS) {
            var forwarded = OpenApiRoutesCheck.operations(
                    ServiceOpenApiDocument.of(owner).document());
            assertThat(forwarded).isNotEmpty();
            forwarded.stream().filter(route -> route.contains(" /api/")).forEach(routes::add);
        }
        routes.addAll(completeLists());
        OpenApiRoutesCheck.assertSame(document(), routes);
    }

    /** A filter passes these routes to the resources of the lists. CompleteListsTest reads each of them. */
    private Set<String> completeLists() throws Exception {
        var routes = new TreeSet<String>();
        document().path("paths").properties().forEach(path -> {
            if (path.getValue().path("get").has(ListFormat.EXTENSION)) {
                routes.add("GET " + path.getKey());
            }
        });
        return routes;
    }

    @Test
    void every_list_is_also_described_as_a_file() throws Exception {
        var paths = document().path("paths");
        assertThat(completeLists())
                .contains(
                        "GET /api/organizations/{organization}/members.csv",
                        "GET /api/memberships/years.ndjson",
                        "GET /api/memberships/years.csv",
                        "GET /api/changes.ndjson")
                .doesNotContain("GET /api/parked.csv");
        var csv = paths.path("/api/organizations/{organization}/members.csv").path("get");
        assertThat(csv.at("/responses/200/content").has("text/csv;charset=UTF-8"))
                .isTrue();
        assertThat(csv.path("parameters").findValuesAsText("name"))
                .contains("organization", "on", "status", "limit", "fields", "bom")
                .doesNotContain("after");
        assertThat(paths.at("/~1api~1organizations~1{organization}/get/parameters")
                        .findValuesAsText("name"))
                .contains("fields");
    }

    @Test
    void every_response_has_its_schema_and_every_protected_operation_the_refusals_of_tokens() throws Exception {
        OpenApiResponsesCheck.assertComplete(document());
    }

    @Test
    void the_stream_of_changes_is_described() throws Exception {
        var stream = document().path("paths").path("/api/changes/stream").path("get");
        assertThat(stream.at("/responses/200/content").has("text/event-stream")).isTrue();
        assertThat(stream.path("parameters").findValuesAsText("name"))
                .contains("since", "organization", "party", "type", "kind", "Last-Event-ID");
        assertThat(stream.path("responses").has("4XX")).isTrue();
        assertThat(stream.path("responses").has("503")).isTrue();
        given().post("/api/changes/stream").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void the_redirect_of_a_merged_exercise_is_described() throws Exception {
        var redirect = document().at("/paths/~1api~1exercises~1{id}/get/responses/307");
        assertThat(redirect.path("headers").has("Location")).isTrue();
        assertThat(redirect.path("headers").has("Cache-Control")).isTrue();
        assertThat(document()
                        .at("/paths/~1api~1exercises~1{id}/get/responses/200/content/application~1json/schema")
                        .isEmpty())
                .isFalse();
    }

    @Test
    void it_has_the_reads_of_the_gateway_and_the_commands_of_the_services() throws Exception {
        var paths = document().path("paths");
        assertThat(paths.path("/api/organizations/{organization}").properties().stream()
                        .map(method -> method.getKey()))
                .contains("get", "put");
        assertThat(paths.path("/api/exercises")
                        .path("post")
                        .path(MergedOpenApi.OWNER)
                        .asText())
                .isEqualTo("exercises");
        assertThat(paths.path("/api/exercises").path("get").has(MergedOpenApi.OWNER))
                .isFalse();
        assertThat(paths.path("/api/documents/{id}/content")
                        .path("get")
                        .path(MergedOpenApi.OWNER)
                        .asText())
                .isEqualTo("documents");
    }

    @Test
    void it_has_what_administrators_do_about_what_is_parked() throws Exception {
        var paths = document().path("paths");
        for (var operation : List.of(
                paths.path("/api/parked").path("get"),
                paths.path("/api/parked/replay").path("post"),
                paths.path("/api/parked/{id}/dismissal").path("post"))) {
            assertThat(operation.path("summary").asText()).isNotEmpty();
            assertThat(operation.path("security").path(0).has("bearer")).isTrue();
            assertThat(operation.path("responses").has("200")).isTrue();
            assertThat(operation.path("responses").has("4XX")).isTrue();
            assertThat(operation.has(MergedOpenApi.OWNER)).isFalse();
        }
    }

    @Test
    void every_reference_in_it_leads_somewhere() throws Exception {
        var document = document();
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .isFalse());
    }

    @Test
    void no_two_templates_mean_the_same_address() throws Exception {
        var seen = new HashSet<String>();
        List<String> twice = new ArrayList<>();
        document().path("paths").fieldNames().forEachRemaining(path -> {
            if (!seen.add(path.replaceAll("\\{[^}]+}", "{}"))) {
                twice.add(path);
            }
        });
        assertThat(seen).isNotEmpty();
        assertThat(twice).isEmpty();
    }

    @Test
    void what_a_list_tells_without_a_day_is_said() throws Exception {
        var paths = document().path("paths");
        for (var list : List.of("timeline", "terms", "meetings", "relations", "contributions", "rules", "figures")) {
            assertThat(parameter(paths.path("/api/organizations/{organization}/" + list), "on"))
                    .as(list)
                    .contains("Default: all days");
        }
        for (var list : List.of("timeline", "figures")) {
            assertThat(parameter(paths.path("/api/parties/{code}/" + list), "on"))
                    .as(list)
                    .contains("Default: all days");
        }
        for (var list : List.of("members", "organs")) {
            assertThat(parameter(paths.path("/api/organizations/{organization}/" + list), "on"))
                    .as(list)
                    .contains("Default: today (UTC)");
        }
    }

    @Test
    void what_comes_of_a_name_that_several_parties_go_by_is_said() throws Exception {
        var paths = document().path("paths");
        for (var path : List.of("", "/memberships", "/timeline", "/figures", "/findings")) {
            assertThat(parameter(paths.path("/api/parties/{code}" + path), "code"))
                    .as(path)
                    .contains("An ambiguous name returns 404");
        }
        given().get("/api/parties/CS").then().statusCode(404).body("detail", containsString("CSHH or CSXX"));
    }

    /** The description of the parameter. Fails if there is not exactly one parameter with this name. */
    private static String parameter(JsonNode path, String name) {
        var found = new ArrayList<String>();
        path.path("get").path("parameters").forEach(parameter -> {
            if (parameter.path("name").asText().equals(name)) {
                assertThat(parameter.at("/schema/type").asText()).isEqualTo("string");
                found.add(parameter.path("description").asText());
            }
        });
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void it_is_there_as_yaml_too() {
        given().get("/openapi").then().statusCode(200).body(containsString("openapi: 3.1"));
    }

    @Test
    void problems_are_explained_to_people_and_to_programs() {
        given().accept("text/html")
                .get("/problems/misquoted")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("does not contain the quote"));
        given().accept("application/json").get("/problems/misquoted").then().body("status", equalTo(422));
        given().get("/problems/none").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void the_first_page_says_what_this_is() {
        given().get("/").then().statusCode(200).body(containsString("Depositary"));
    }
}
