package org.depositary.gateway.web.resource;

import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which representation a read has, and that caches keep representations apart. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class RepresentationPreferenceTest {

    private static final String LINKED = "application/ld+json";
    private static final String JSON = "application/json";

    private final String url = "/api/organizations/" + Register.slug("representation");

    @Inject
    Register register;

    @BeforeEach
    void registerOrganization() {
        register.organization(url.replaceFirst(".*/", ""), "");
        register.after().get(url).then().statusCode(200);
    }

    private ValidatableResponse get(String accept, String query) {
        return register.after().header("Accept", accept).get(url + query).then();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                                  | application/json
            application/*                                        | application/json
            application/ld+json                                  | application/ld+json
            application/ld+json;profile=compacted                | application/ld+json
            application/json;q=0.5, application/ld+json          | application/ld+json
            application/ld+json;q=0.5, application/json          | application/json
            application/json;q=0, */*                            | application/ld+json
            text/turtle, application/ld+json;q=0.9, */*;q=0.8    | application/ld+json
            text/turtle, */*;q=0.8                               | application/json
            text/html, */*                                       | application/json
            text/html, application/ld+json;q=0.9, */*;q=0.8      | text/html
            text/*;q=0.3, text/html;q=0.7, */*;q=0.5             | text/html
            text/*, text/html;q=0.1, application/json;q=0.2      | text/x-bibtex
            text/html;q=half, */*                                | application/json
            nonsense, text/html                                  | text/html
            """)
    void accept_chooses_by_quality_and_json_is_the_default(String accept, String contentType) {
        get(accept, "").statusCode(200).contentType(startsWith(contentType)).header("Vary", containsString("Accept,"));
    }

    @Test
    void the_format_of_the_address_goes_before_accept() {
        get("application/json", "?format=jsonld").statusCode(200).contentType(startsWith(LINKED));
        get("application/ld+json", "?format=json").statusCode(200).contentType(startsWith(JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/ld+json;q=high", "application/json;q=NaN, application/ld+json;q=2"})
    void a_quality_that_is_not_a_number_from_0_to_1_is_the_mistake_of_the_client(String accept) {
        get(accept, "").statusCode(both(greaterThanOrEqualTo(400)).and(lessThan(500)));
    }

    @Test
    void what_no_read_has_is_refused() {
        get("text/turtle", "").statusCode(406);
        get("*/*", "?format=turtle")
                .statusCode(400)
                .body("detail", endsWith("Known formats: json, jsonld, html, bibtex, csl, text"));
        get("*/*", "?format=jsonld&fields=id").statusCode(400);
        get("text/html", "?fields=id").statusCode(400);
        get("*/*", "?format=json&fields=id").statusCode(200);
        register.after()
                .get("/api/exports?format=bibtex")
                .then()
                .statusCode(400)
                .body("detail", endsWith("json, jsonld"));
        register.after().get(url + "/members?format=jsonld").then().statusCode(400);
        register.after().header("Accept", LINKED).get(url + "/members").then().statusCode(406);
    }

    @Test
    void each_representation_has_its_own_tag() {
        var tag = get(JSON, "").extract().header("ETag");
        var linkedTag = get(LINKED, "").extract().header("ETag");
        register.after()
                .header("Accept", LINKED)
                .header("If-None-Match", tag)
                .get(url)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(linkedTag));
        register.after()
                .header("Accept", LINKED)
                .header("If-None-Match", linkedTag)
                .get(url)
                .then()
                .statusCode(304)
                .header("Vary", containsString("Accept,"));
    }

    /** The tag of a party comes from the position of the log, and the request. */
    @Test
    void a_tag_of_the_json_does_not_answer_for_the_linked_data() {
        var party = url.replace("organizations", "parties");
        var tag = register.after().get(party).header("ETag");
        register.after()
                .header("Accept", LINKED)
                .header("If-None-Match", tag)
                .get(party)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    @Test
    void head_has_the_headers_of_get() {
        var response = get(LINKED, "").extract();
        register.after()
                .header("Accept", LINKED)
                .head(url)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(response.header("ETag")))
                .contentType(startsWith(LINKED))
                .header("Depositary-Version", equalTo(response.header("Depositary-Version")));
    }
}
