package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests queries by GraphQL over HTTP: that they answer as REST does, their pages, their errors and their limits. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class GraphQlTest {

    private static final String DATE = "{ edtf earliest latest uncertain }";
    private static final String MEMBER = """
            party { code } organization { id } name organizationName status candidacy since %1$s until %1$s certainty
            coveredUntil %1$s disputed span change sources { title locator } founding dissolved candidacySince %1$s
            candidacyCertainty candidacySpan candidacyChange
            """.formatted(DATE);
    private static final List<String> DAYS = List.of("2001-06-15", "2003-08-15", "2005-07-06", "2010-03-01");

    private final String organization = Register.slug("g");

    @Inject
    Register register;

    private void recordMembers() {
        var registered = register.organization(organization, "");
        register.foundingMembership(organization, "KZ", "2001-06-15");
        register.membershipChange(organization, "RU", "accession", "2003-08");
        register.membershipChange(organization, "PK", "observer-status", "2005-07-05");
        register.membershipChange(organization, "PK", "application", "2010-02");
        register.membershipChange(organization, "JP", "interest", "2008~");
        var last = register.membershipChange(organization, "RU", "withdrawal", "2009");
        register.after(registered, last).get("/api/organizations").then().statusCode(200);
    }

    private ValidatableResponse query(String document, Map<String, Object> variables) {
        return register.after()
                .contentType("application/json")
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql")
                .then();
    }

    private JsonPath data(String document) {
        return query(document, Map.of())
                .statusCode(200)
                .body("$", not(hasKey("errors")))
                .extract()
                .jsonPath();
    }

    @Test
    void members_are_those_of_rest_field_by_field_on_several_days() {
        recordMembers();
        for (var day : DAYS) {
            var rest = register.after()
                    .queryParam("on", day)
                    .get("/api/organizations/%s/members".formatted(organization))
                    .jsonPath()
                    .<Map<String, Object>>getList("items");
            var nested = data("{ organization(id: \"%s\", on: \"%s\") { members { edges { node { %s } } } } }"
                    .formatted(organization, day, MEMBER));
            assertSame(rest, nested.getList("data.organization.members.edges.node"));
            var list = data("{ memberships(organization: \"%s\", on: \"%s\") { edges { node { %s } } } }"
                    .formatted(organization, day, MEMBER));
            assertSame(rest, list.getList("data.memberships.edges.node"));
        }
    }

    /** Compares what REST returns with the same fields of GraphQL. A field that REST leaves out is null. */
    private static void assertSame(List<Map<String, Object>> rest, List<Map<String, Object>> nodes) {
        assertThat(rest).isNotEmpty();
        assertThat(nodes).hasSameSizeAs(rest);
        for (int i = 0; i < rest.size(); i++) {
            var node = new HashMap<>(nodes.get(i));
            assertThat(node.keySet()).containsAll(rest.get(i).keySet());
            node.put("party", ((Map<?, ?>) node.get("party")).get("code"));
            node.put("organization", ((Map<?, ?>) node.get("organization")).get("id"));
            node.values().removeIf(value -> value == null);
            var item = new HashMap<>(rest.get(i));
            item.values().removeIf(value -> value == null);
            assertThat(node).isEqualTo(item);
        }
    }

    @Test
    void a_query_reads_as_known_at_an_instant_or_a_cursor() {
        recordMembers();
        var before = data("{ cursor }").getString("data.cursor");
        var last = register.membershipChange(organization, "UZ", "accession", "2001-06-15");
        register.after(last).get("/api/organizations").then().statusCode(200);
        var document = """
                query($id: String!, $then: String!) {
                  now: organization(id: $id, on: "2002-01-01") { members { edges { node { party { code } } } } }
                  then: organization(id: $id, on: "2002-01-01", knownAt: $then) {
                    members { edges { node { party { code } } } }
                    later: members(on: "2004-01-01") { edges { node { party { code } } } }
                  }
                }
                """;
        for (var known : List.of(before, last.recordedAt().minusNanos(1000).toString())) {
            query(document, Map.of("id", organization, "then", known))
                    .body("data.now.members.edges.node.party.code", contains("KZ", "UZ"))
                    .body("data.then.members.edges.node.party.code", contains("KZ"))
                    .body("data.then.later.edges.node.party.code", contains("KZ", "RU"))
                    .header("Depositary-Cursor", notNullValue());
        }
    }

    @Test
    void a_timeline_with_predecessors_is_that_of_rest_page_by_page() {
        var first = Register.slug("first");
        var second = Register.slug("second");
        register.organization(first, "");
        register.organization(second, ", \"predecessor\": \"%s\"".formatted(first));
        register.organization(organization, ", \"predecessor\": \"%s\"".formatted(second));
        register.membershipChange(organization, "KZ", "accession", "2002");
        register.membershipChange(second, "KZ", "accession", "1999");
        register.membershipChange(first, "KZ", "accession", "1992");
        register.membershipChange(first, "RU", "accession", "2001");
        var expected = register.after()
                .get("/api/organizations/%s/timeline?with-predecessors=true".formatted(organization))
                .jsonPath()
                .getList("items.span");
        assertThat(expected).hasSize(4);
        var document = """
                query($after: String) {
                  organizations(q: "%s") { edges { node { timeline(withPredecessors: true, first: 3, after: $after) {
                    edges { node { span } } pageInfo { hasNextPage endCursor } } } } } }
                """.formatted(organization);
        var timeline = "data.organizations.edges[0].node.timeline.";
        var page = query(document, Map.of()).extract().jsonPath();
        var spans = new ArrayList<>(page.getList(timeline + "edges.node.span"));
        assertThat(page.getBoolean(timeline + "pageInfo.hasNextPage")).isTrue();
        var rest = query(document, Map.of("after", page.getString(timeline + "pageInfo.endCursor")))
                .extract()
                .jsonPath();
        spans.addAll(rest.getList(timeline + "edges.node.span"));
        assertThat(rest.getBoolean(timeline + "pageInfo.hasNextPage")).isFalse();
        assertThat(spans).isEqualTo(expected);
    }

    @Test
    void a_span_has_the_fields_of_a_timeline() {
        register.organization(organization, "");
        var opening = register.membershipChange(organization, "KZ", "accession", "2001");
        var document = "{ span(id: \"%s\") { span status party { code } since { edtf } } }".formatted(opening.id());
        query(document, Map.of())
                .body("data.span.span", equalTo("/api/memberships/" + opening.id()))
                .body("data.span.status", equalTo("member"))
                .body("data.span.party.code", equalTo("KZ"))
                .body("data.span.since.edtf", equalTo("2001"));
        register.retractedMembershipChange(opening.id(), organization, "KZ");
        query(document, Map.of())
                .body("data.span", nullValue())
                .body("errors[0].extensions.code", equalTo("NOT_FOUND"))
                .body("errors[0].message", containsString("/api/memberships/" + opening.id()));
    }

    @Test
    void a_client_that_has_the_answer_of_a_get_does_not_get_it_again() {
        register.organization(organization, "");
        var query = "{ organization(id: \"%s\") { timeline { edges { node { span } } } } }".formatted(organization);
        var tag = register.after()
                .queryParam("query", query)
                .get("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        RestAssured.given()
                .queryParam("query", query)
                .header("If-None-Match", tag)
                .get("/graphql")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(equalTo(""));
        register.membershipChange(organization, "KZ", "accession", "2001");
        register.after()
                .queryParam("query", query)
                .header("If-None-Match", tag)
                .get("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void a_timeline_is_that_of_rest() {
        recordMembers();
        var rest = register.after()
                .get("/api/organizations/%s/timeline".formatted(organization))
                .jsonPath();
        var nodes = data("""
                { organization(id: "%s", on: "2002-01-01") { timeline { edges { node {
                  party { code } status candidacy since %2$s until %2$s opened closed } } } } }
                """.formatted(organization, DATE));
        var path = "data.organization.timeline.edges.node.";
        assertThat(nodes.getList(path + "opened")).isNotEmpty().isEqualTo(rest.getList("items.opened"));
        assertThat(nodes.getList(path + "party.code")).isEqualTo(rest.getList("items.party"));
        assertThat(nodes.getList(path + "until")).isEqualTo(rest.getList("items.until"));
    }

    @Test
    void pages_fit_together_while_writes_go_on() {
        recordMembers();
        var document = """
                query($id: String!, $after: String) { organization(id: $id, on: "2010-03-01") {
                  members(first: 1, after: $after) {
                    edges { cursor node { party { code } } } pageInfo { endCursor hasNextPage } } } }
                """;
        var parties = new ArrayList<String>();
        var variables = new HashMap<String, Object>(Map.of("id", organization));
        boolean more = true;
        while (more) {
            var page = query(document, variables).statusCode(200).extract().jsonPath();
            parties.addAll(page.getList("data.organization.members.edges.node.party.code"));
            assertThat(page.getString("data.organization.members.edges[0].cursor"))
                    .isEqualTo(page.getString("data.organization.members.pageInfo.endCursor"));
            variables.put("after", page.getString("data.organization.members.pageInfo.endCursor"));
            more = page.getBoolean("data.organization.members.pageInfo.hasNextPage");
            var between = register.membershipChange(
                    organization, "T" + "JMR".charAt(parties.size() % 3), "accession", "2005-01-0" + parties.size());
            register.after(between).get("/api/organizations").then().statusCode(200);
        }
        assertThat(parties).containsExactly("JP", "KZ", "PK");
    }

    @Test
    void pages_of_a_timeline_make_the_whole() {
        recordMembers();
        var document = """
                query($id: String!, $first: Int, $after: String) { organization(id: $id) {
                  timeline(first: $first, after: $after) { edges { node { opened } } pageInfo { endCursor hasNextPage } } } }
                """;
        var variables = new HashMap<String, Object>(Map.of("id", organization));
        var path = "data.organization.timeline.";
        var whole = query(document, variables).extract().jsonPath().getList(path + "edges.node.opened");
        assertThat(whole).hasSizeGreaterThan(3);
        variables.put("first", 1);
        var paged = new ArrayList<Object>();
        boolean more = true;
        while (more) {
            var page = query(document, variables)
                    .body("errors", nullValue())
                    .extract()
                    .jsonPath();
            paged.addAll(page.getList(path + "edges.node.opened"));
            variables.put("after", page.getString(path + "pageInfo.endCursor"));
            more = page.getBoolean(path + "pageInfo.hasNextPage");
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        recordMembers();
        var page = data(
                "{ memberships(organization: \"%s\", first: 1) { pageInfo { endCursor } } }".formatted(organization));
        query(
                        "query($after: String) { organizations(after: $after) { pageInfo { endCursor } } }",
                        Map.of("after", page.getString("data.memberships.pageInfo.endCursor")))
                .statusCode(200)
                .body("data.organizations", nullValue())
                .body("errors[0].message", containsString("not a page token of this list"))
                .body("errors[0].extensions.pointer", equalTo("#/after"));
    }

    @Test
    void nested_lists_lead_to_parties_and_back_to_organisations() {
        recordMembers();
        query("""
                query($id: String!) { organization(id: $id, on: "2002-01-01", lang: "nl") { name names members {
                  edges { node { party { code name names codes { scheme code } memberships(organization: [$id]) {
                    edges { node { organization { id name } status } } } } } } } } }
                """, Map.of("id", organization))
                .statusCode(200)
                .body("data.organization.name", equalTo("Organisatie " + organization))
                .body("data.organization.names.en", equalTo("Organisation " + organization))
                .body("data.organization.members.edges[0].node.party.code", equalTo("KZ"))
                .body("data.organization.members.edges[0].node.party.name", equalTo("Kazachstan"))
                .body("data.organization.members.edges[0].node.party.names.en", equalTo("Kazakhstan"))
                .body(
                        "data.organization.members.edges[0].node.party.memberships.edges[0].node.organization.name",
                        equalTo("Organisatie " + organization));
    }

    @Test
    void aliases_of_one_list_have_their_own_arguments() {
        recordMembers();
        query("""
                query($id: String!) { organization(id: $id) {
                  early: members(on: "2002-01-01") { edges { node { party { code } } } }
                  late: members(on: "2008-06-01", status: [member]) { edges { node { party { code } } } } } }
                """.replace("[member]", "[\"member\"]"), Map.of("id", organization))
                .body("data.organization.early.edges.node.party.code", contains("KZ"))
                .body("data.organization.late.edges.node.party.code", contains("KZ", "RU"));
    }

    @Test
    void a_bad_argument_is_an_error_with_the_text_of_rest() {
        query("{ organizations(on: \"2005-13-01\") { edges { node { id } } } cursor }", Map.of())
                .statusCode(200)
                .body("data.cursor", notNullValue())
                .body("data.organizations", nullValue())
                .body("errors[0].message", equalTo("on: '2005-13-01' is not a day, such as 2005-07-05"))
                .body("errors[0].path", contains("organizations"))
                .body("errors[0].extensions.type", equalTo("/problems/bad-query"))
                .body("errors[0].extensions.status", equalTo(400))
                .body("errors[0].extensions.pointer", equalTo("#/on"));
        query("{ organization(id: \"nothing-there\") { id } }", Map.of())
                .body("errors[0].message", equalTo("Unknown organisation 'nothing-there'"))
                .body("errors[0].extensions.type", equalTo("/problems/not-found"));
        query("{ memberships(status: [\"king\"]) { edges { node { status } } } }", Map.of())
                .body("errors[0].message", containsString("'king' is unknown"));
    }

    @Test
    void the_media_type_decides_the_status_of_a_document_that_cannot_be_executed() {
        for (var document : List.of("{ nothing }", "{", "query A { cursor } query B { cursor }")) {
            var body = Map.of("query", document);
            RestAssured.given()
                    .contentType("application/json")
                    .accept("application/graphql-response+json, application/json;q=0.9")
                    .body(body)
                    .post("/graphql")
                    .then()
                    .statusCode(400)
                    .contentType("application/graphql-response+json")
                    .body("$", not(hasKey("data")))
                    .body("errors[0].message", notNullValue());
            RestAssured.given()
                    .contentType("application/json")
                    .body(body)
                    .post("/graphql")
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("errors[0].message", notNullValue());
        }
    }

    @Test
    void a_query_can_be_in_the_url() {
        RestAssured.given()
                .queryParam(
                        "query",
                        "query A { a: cursor } # a comment\nquery B($n: Int) { parties(first: $n) { edges { cursor } } }")
                .queryParam("operationName", "B")
                .queryParam("variables", "{\"n\": 2}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.parties.edges.size()", equalTo(2));
    }

    @Test
    void a_request_that_is_no_request_is_a_problem() {
        var json = RestAssured.given().contentType("application/json");
        json.body("{\"query\": 1}").post("/graphql").then().statusCode(400).contentType("application/problem+json");
        json.body("nonsense").post("/graphql").then().statusCode(400);
        json.body("[]").post("/graphql").then().statusCode(400);
        json.body("{\"query\": \"{ cursor }\", \"variables\": 5}")
                .post("/graphql")
                .then()
                .statusCode(400);
        RestAssured.given().get("/graphql").then().statusCode(400).body("type", equalTo("/problems/malformed"));
        RestAssured.given()
                .body("{ cursor }")
                .contentType("text/plain")
                .post("/graphql")
                .then()
                .statusCode(415);
        RestAssured.given()
                .accept("text/html")
                .queryParam("query", "{ cursor }")
                .get("/graphql")
                .then()
                .statusCode(406);
        json.body("{\"query\": \"" + " ".repeat(200_000) + "{ cursor }\"}")
                .post("/graphql")
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));
    }

    /** Documents of other tests may have no text, so only those are selected that have this word in it. */
    private static String first(String list) {
        return list.equals("documents") ? "first: 3, q: \"passage\"" : "first: 3";
    }

    @Test
    void every_field_of_every_list_can_be_read() {
        recordMembers();
        register.exercise("""
                "name": "Exercise", "kind": "exercise", "dates": "2007-08", "organizations": ["%s"],
                "phases": [{"place": {"name": "Urumqi", "country": "CN", "lat": 43.8, "lon": 87.6}, "days": 2}],
                "participants": [{"party": "CN", "role": "host", "strength": {"min": 1600, "max": 1700}},
                                 {"members-of": "%1$s", "role": "participant"}]
                """.formatted(organization));
        PublishedDocument.of(register, "public", "\"title\": \"A document\"", "en", "One passage.");
        register.after().get("/api/exercises").then().statusCode(200);
        var types = new GraphQlSelection(
                query(GraphQlSelection.INTROSPECTION, Map.of()).extract().jsonPath());
        for (var list : List.of(
                "organizations",
                "parties",
                "memberships",
                "exercises",
                "documents",
                "instruments",
                "findings",
                "changes")) {
            register.after()
                    .header("Authorization", "Bearer " + RealPostgresAndKafka.token("contributor"))
                    .contentType("application/json")
                    .body(Map.of(
                            "query", "{ %s(%s) %s }".formatted(list, first(list), types.ofConnection("Query", list))))
                    .post("/graphql")
                    .then()
                    .statusCode(200)
                    .body("errors", nullValue())
                    .body("data." + list, notNullValue());
        }
    }

    @Test
    void exercises_have_participants_and_phases() {
        recordMembers();
        var exercise = register.exercise("""
                "kind": "exercise", "dates": "2007-08", "series": "%1$s",
                "phases": [{"place": {"name": "Urumqi", "country": "CN"}, "dates": "2007-08", "days": 2}],
                "participants": [{"party": "CN", "role": "host"}, {"members-of": "%1$s", "role": "participant"}]
                """.formatted(organization));
        register.after(exercise).get("/api/exercises").then().statusCode(200);
        query("""
                query($series: String) { exercises(series: $series, from: "2007") { edges { node { id dates { edtf start { edtf } }
                  participants { role name membersOf party { code name } members { party certainty } }
                  phases { place { name country } days } } } } }
                """, Map.of("series", organization))
                .body("data.exercises.edges.node.id", contains(exercise.id()))
                .body("data.exercises.edges[0].node.participants.role", contains("host", "participant"))
                .body("data.exercises.edges[0].node.participants[0].party.name", equalTo("China"))
                .body("data.exercises.edges[0].node.participants[1].party", nullValue())
                .body("data.exercises.edges[0].node.participants[1].membersOf", equalTo(organization))
                .body("data.exercises.edges[0].node.phases[0].place.name", equalTo("Urumqi"))
                .body("data.exercises.edges[0].node.phases[0].days", equalTo(2));
    }

    @Test
    void the_schema_can_be_read_and_introspected() {
        RestAssured.get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .body(containsString("type Query {"))
                .body(containsString("type MembershipConnection {"));
        query(
                        "{ __schema { types { name fields { name type { name kind ofType { name ofType { name ofType { name } } } } } } } }",
                        Map.of())
                .statusCode(200)
                .body("data.__schema.types.name", org.hamcrest.Matchers.hasItem("ExercisePhase"));
    }
}
