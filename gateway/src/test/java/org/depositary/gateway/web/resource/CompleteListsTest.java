package org.depositary.gateway.web.resource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests lists as complete files, and the selection of fields. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class CompleteListsTest {

    private static final List<String> PARTIES = List.of("CN", "KZ", "RU");
    private static final String DAY = "on=2005-07-05";

    private final String organization = Register.slug("o");

    @Inject
    Register register;

    private String url(String list) {
        return "/api/organizations/%s/%s".formatted(organization, list);
    }

    private void members() {
        register.organization(organization, "");
        PARTIES.forEach(party -> register.membershipChange(organization, party, "accession", "2001-06"));
        register.after().get("/api/organizations?limit=1").then().statusCode(200);
    }

    @Test
    void a_list_is_a_csv_file_too() {
        members();
        var response = given().get(url("members.csv?fields=party,since,until,sources.title&" + DAY));
        assertThat(response.asString()).isEqualTo("""
                        party,since.edtf,since.earliest,since.latest,since.uncertain,until.edtf,until.earliest,until.latest,until.uncertain,sources\r
                        CN,2001-06,2001-06-01,2001-06-30,false,,,,,"[{""title"":""A book""}]"\r
                        KZ,2001-06,2001-06-01,2001-06-30,false,,,,,"[{""title"":""A book""}]"\r
                        RU,2001-06,2001-06-01,2001-06-30,false,,,,,"[{""title"":""A book""}]"\r
                        """);
        response.then()
                .contentType("text/csv;charset=UTF-8")
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"organizations-%s-members-2005-07-05.csv\""
                                .formatted(organization)))
                .header("ETag", containsString("complete-list"));
        assertThat(response.header("Depositary-Cursor")).isNotBlank();
    }

    @Test
    void an_empty_list_has_the_same_header_line() {
        members();
        var all = given().get(url("members.csv?" + DAY)).asString();
        var none = given().get(url("members.csv?on=1900-01-01")).asString();
        assertThat(all.lines()).hasSize(1 + PARTIES.size());
        assertThat(none.lines()).containsExactly(all.lines().findFirst().orElseThrow());
    }

    @Test
    void a_list_is_newline_delimited_json_too() {
        members();
        var page = given().get(url("members?" + DAY));
        var response = given().get(url("members.ndjson?" + DAY));
        response.then().statusCode(200).contentType("application/x-ndjson");
        var lines = response.asString().lines().toList();
        assertThat(lines).hasSize(PARTIES.size());
        assertThat(page.asString()).isEqualTo("{\"items\":[" + String.join(",", lines) + "]}");
    }

    @Test
    void a_limit_shortens_a_complete_list_and_pages_are_refused() {
        members();
        assertThat(given().get(url("members.csv?limit=2&" + DAY)).asString().lines())
                .hasSize(3);
        assertThat(given().get(url("members.csv?limit=5000&" + DAY)).asString().lines())
                .hasSize(4);
        for (var wrong : List.of("limit=0", "limit=x", "after=x", "fields=nonsense", "bom=maybe", "nonsense=1")) {
            given().get(url("members.csv?" + wrong)).then().statusCode(400).contentType("application/problem+json");
        }
        given().get(url("members.ndjson?bom=true")).then().statusCode(400);
        given().get(url("members?bom=true")).then().statusCode(400);
        given().get("/api/organizations/nowhere-at-all/members.csv").then().statusCode(404);
    }

    @Test
    void excel_gets_a_byte_order_mark() {
        members();
        var bytes = given().get(url("members.csv?bom=true&" + DAY)).asByteArray();
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF, 'o');
    }

    @Test
    void the_suffix_decides_whatever_the_client_accepts() {
        members();
        given().accept("text/csv")
                .get(url("members.csv"))
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8");
        given().accept("application/json").get(url("members.csv")).then().contentType("text/csv;charset=UTF-8");
    }

    @Test
    void head_has_the_headers_of_get() {
        members();
        for (var list : List.of("members", "members.csv", "members.ndjson")) {
            var got = given().get(url(list + "?" + DAY));
            var head = given().head(url(list + "?" + DAY));
            head.then().statusCode(200);
            assertThat(head.asByteArray()).isEmpty();
            for (var name : List.of("Content-Type", "ETag", "Depositary-Cursor", "Vary", "Cache-Control")) {
                assertThat(head.header(name)).as(name).isEqualTo(got.header(name));
            }
            assertThat(head.header("Content-Disposition")).isEqualTo(got.header("Content-Disposition"));
        }
    }

    @Test
    void a_client_selects_the_fields_of_a_page_and_of_a_single_resource() {
        members();
        given().get(url("members?limit=1&fields=party,since.edtf&" + DAY))
                .then()
                .body("items", equalTo(List.of(Map.of("party", "CN", "since", Map.of("edtf", "2001-06")))))
                .body("next", notNullValue());
        given().get("/api/organizations/" + organization + "?fields=names.en")
                .then()
                .body("names.size()", equalTo(1))
                .body("id", nullValue());
        given().get(url("members?fields=party,nonsense"))
                .then()
                .statusCode(400)
                .body("detail", containsString("since.edtf"));
    }

    @Test
    void changes_are_files_too() {
        members();
        var filter = "?organization=" + organization;
        var page = given().get("/api/changes" + filter + "&limit=1000");
        List<String> cursors = page.path("items.cursor");
        var csv = given().get("/api/changes.csv" + filter + "&fields=cursor,type,data.party");
        assertThat(csv.asString().lines().findFirst()).contains("cursor,type,data.party");
        assertThat(csv.asString().lines().skip(1).map(line -> line.split(",")[0]))
                .containsExactlyElementsOf(cursors);
        var ndjson = given().get("/api/changes.ndjson" + filter);
        assertThat(ndjson.asString().lines()).hasSize(cursors.size());
        assertThat(ndjson.header("Depositary-Cursor")).isNotBlank();
        assertThat(given().get("/api/changes.ndjson" + filter + "&limit=2")
                        .asString()
                        .lines())
                .hasSize(2);
        given().get("/api/changes?fields=nonsense").then().statusCode(400);
    }
}
