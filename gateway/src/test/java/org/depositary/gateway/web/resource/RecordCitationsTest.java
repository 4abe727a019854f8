package org.depositary.gateway.web.resource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests how records are cited, and which representation a client gets. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class RecordCitationsTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final String organization = Register.slug("o");

    @Inject
    Register register;

    private String fact() {
        register.organization(organization, "");
        var accession = register.membershipChange(organization, "UZ", "accession", "2001-06");
        var url = "/api/membership-changes/" + accession.id();
        register.after().get(url).then().statusCode(200);
        return url;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                      | application/json
            application/json                         | application/json
            text/html, */*                           | application/json
            text/html,application/xml;q=0.9,*/*;q=0.8 | text/html
            text/html;q=0.5, application/json;q=0.4  | text/html
            text/html;q=0.4, application/json;q=0.5  | application/json
            application/json;q=0, */*                | application/ld+json
            text/*                                   | text/html
            application/x-bibtex                     | application/x-bibtex
            text/x-bibtex                            | text/x-bibtex
            application/vnd.citationstyles.csl+json  | application/vnd.citationstyles.csl+json
            text/plain, text/html;q=0.9              | text/plain
            """)
    void accept_chooses_the_representation(String accept, String mediaType) {
        var url = fact();
        given().header("Accept", accept)
                .get(url)
                .then()
                .statusCode(200)
                .contentType(startsWith(mediaType))
                .header("Vary", containsString("Accept,"));
        given().header("Accept", accept).head(url).then().statusCode(200).contentType(startsWith(mediaType));
    }

    @Test
    void a_client_that_says_nothing_gets_json_and_one_that_wants_another_type_is_refused() {
        var url = fact();
        given().get(url).then().contentType("application/json");
        given().accept("image/png").get(url).then().statusCode(406).contentType("application/problem+json");
        given().get(url + "?format=ris")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("bibtex, csl, text"));
    }

    @ParameterizedTest
    @CsvSource({
        "bibtex, application/x-bibtex",
        "csl, application/vnd.citationstyles.csl+json",
        "text, text/plain",
        "html, text/html",
        "json, application/json"
    })
    void the_parameter_goes_before_accept(String format, String mediaType) {
        given().header("Accept", BROWSER)
                .get(fact() + "?format=" + format)
                .then()
                .statusCode(200)
                .contentType(startsWith(mediaType));
    }

    @Test
    void each_representation_has_its_own_tag() {
        var url = fact() + "?known-at=2999-01-01T00:00:00Z";
        var page = given().header("Accept", BROWSER).get(url);
        var json = given().get(url);
        assertThat(page.header("ETag")).isNotEqualTo(json.header("ETag"));
        given().header("If-None-Match", json.header("ETag")).get(url).then().statusCode(304);
        given().header("Accept", BROWSER)
                .header("If-None-Match", json.header("ETag"))
                .get(url)
                .then()
                .statusCode(200)
                .contentType("text/html");
        given().header("If-None-Match", page.header("ETag")).get(url).then().statusCode(200);
    }

    @Test
    void a_fact_is_cited_in_every_format() {
        var url = fact();
        var known = given().get(url).jsonPath().getString("recordings[0].recordedAt");
        var pinned = url + "?known-at=" + known;
        var sentence = "Uzbekistan became a member of Organisation %s in June 2001".formatted(organization);
        given().get(pinned + "&format=text")
                .then()
                .body(equalTo("%s. Depositary, version membership:%s/UZ@1, last changed %s. As known at %s: %s%n"
                        .formatted(sentence, organization, day(known), known, pinned)));
        given().get(pinned + "&format=csl")
                .then()
                .body("id", contains("membership-change-" + id(url)))
                .body("type", contains("entry"))
                .body("title", contains(sentence))
                .body("[0].author[0].literal", equalTo("Depositary"))
                .body("[0].issued.'date-parts'[0].size()", equalTo(3))
                .body("[0].URL", equalTo(pinned));
        given().get(pinned + "&format=bibtex")
                .then()
                .body(startsWith("@misc{membership-change-%s,\n  author = {{Depositary}},\n".formatted(id(url))))
                .body(containsString("  title = {{%s}},\n".formatted(sentence)))
                .body(containsString("  url = {%s},\n".formatted(pinned)));
    }

    @Test
    void a_span_is_cited_in_every_format_and_has_a_page() {
        var change = fact();
        var left = register.membershipChange(organization, "UZ", "withdrawal", "2012/2013");
        var url = change.replace("/membership-changes/", "/memberships/");
        register.after().get(url).then().statusCode(200);
        var pinned = "%s?known-at=%s&on=2020-01-01".formatted(url, left.recordedAt());
        var sentence = "Uzbekistan was a member of Organisation %s from June 2001 until a day between 2012 and 2013"
                .formatted(organization);
        given().get(pinned + "&format=text")
                .then()
                .body(equalTo("%s. Depositary, version membership:%s/UZ@2, last changed %s. As known at %s: %s%n"
                        .formatted(
                                sentence, organization, day(left.recordedAt().toString()), left.recordedAt(), pinned)));
        given().get(pinned + "&format=csl")
                .then()
                .body("id", contains("membership-" + id(url)))
                .body("title", contains(sentence))
                .body("[0].URL", equalTo(pinned));
        given().get(pinned + "&format=bibtex").then().body(startsWith("@misc{membership-%s,".formatted(id(url))));
        given().header("Accept", BROWSER)
                .get(url)
                .then()
                .contentType("text/html")
                .body(containsString("<h1>" + sentence))
                .body(containsString("href=\"%s\"".formatted(change)))
                .body(containsString("<cite>A book</cite>"));
    }

    @Test
    void a_citation_of_a_span_answers_the_same_after_its_change_was_retracted() {
        var change = fact();
        var url = change.replace("/membership-changes/", "/memberships/");
        var cited = given().get(url + "?format=csl").jsonPath().getString("[0].URL");
        assertThat(cited).contains("&on=");
        var json = given().get(cited).asString();
        register.retractedMembershipChange(id(change), organization, "UZ");
        register.after().get(url + "?format=text").then().body(containsString("Retracted on "));
        given().get(cited).then().body(equalTo(json));
    }

    @Test
    void without_an_instant_a_citation_is_pinned_at_the_newest_recording() {
        var url = fact();
        var cited = given().get(url + "?format=csl").jsonPath().getString("[0].URL");
        assertThat(cited).startsWith(url + "?known-at=20");
        var again = given().get(cited + "&format=csl");
        register.retractedMembershipChange(id(url), organization, "UZ");
        register.after().get(url + "?format=text").then().body(containsString("Retracted on "));
        given().get(cited + "&format=csl").then().body(equalTo(again.asString()));
        given().get(cited + "&format=text").then().body(not(containsString("Retracted")));
    }

    @Test
    void a_retracted_fact_says_so_in_every_format_and_on_its_page() {
        var url = fact();
        register.retractedMembershipChange(id(url), organization, "UZ");
        register.after().get(url).then().statusCode(200);
        given().get(url + "?format=bibtex").then().body(containsString("note = {Retracted on "));
        given().get(url + "?format=csl").then().body("[0].note", startsWith("Retracted on "));
        given().header("Accept", BROWSER)
                .get(url)
                .then()
                .body(allOf(containsString("Retracted on "), containsString(": Twice.")));
    }

    @Test
    void a_page_has_the_fact_its_sources_its_history_and_its_citations() {
        var url = fact();
        given().header("Accept", BROWSER)
                .header("Accept-Language", "nl")
                .get(url)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("<h1>Oezbekistan became a member of Organisatie " + organization))
                .body(containsString("in June 2001 (EDTF 2001-06)"))
                .body(containsString("<cite>A book</cite>, p. 12"))
                .body(containsString("<td>Membership changed</td><td>somebody</td>"))
                .body(containsString("Last changed 20"))
                .body(containsString("@misc{membership-change-"))
                .body(containsString("format=csl"))
                .body(not(containsString("<script")));
    }

    @Test
    void a_browser_gets_a_page_of_a_problem_and_a_program_does_not() {
        given().header("Accept", BROWSER)
                .get("/api/membership-changes/x")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .header("Vary", containsString("Accept"))
                .body(containsString("/problems/not-found"));
        given().header("Accept", BROWSER).get("/api/nothing").then().statusCode(404);
        given().get("/api/membership-changes/x").then().contentType("application/problem+json");
    }

    private static String id(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** The day as {@code 29 November 2026}. */
    private static String day(String instant) {
        return java.time.LocalDate.parse(instant.substring(0, 10))
                .format(java.time.format.DateTimeFormatter.ofPattern("d MMMM yyyy", java.util.Locale.ENGLISH));
    }
}
