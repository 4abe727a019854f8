package org.depositary.gateway.web.resource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the feeds of the change log. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class FeedsTest {

    private final String organization = Register.slug("feed");

    @Inject
    Register register;

    /** Waits for each record, because the order of different streams in the log is that of their arrival. */
    private Register.Published accession(String effective) {
        register.organization(organization, "");
        after("json");
        var fact = register.membershipChange(organization, "UZ", "accession", effective);
        after("json");
        return fact;
    }

    private String feed(String format) {
        return "/api/changes/feed.%s?organization=%s".formatted(format, organization);
    }

    private Response after(String format) {
        return register.after()
                .get(feed(format))
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static String entryId(Register.Published fact) {
        return "tag:depositary.org,2026:fact/membership-change/" + fact.id();
    }

    @Test
    void an_entry_is_a_fact_and_a_correction_issues_it_again() {
        var fact = accession("2001-06-15");
        var entry = after("atom").xmlPath().getNode("feed.entry[0]");
        assertThat(entry.getNode("id").value()).isEqualTo(entryId(fact));
        assertThat(entry.getNode("title").value())
                .isEqualTo("Uzbekistan became a member of Organisation %s on 15 June 2001".formatted(organization));
        assertThat(entry.getNode("updated").value()).isEqualTo(fact.recordedAt().toString());
        var correction = register.correctedMembershipChange(fact.id(), organization, "UZ", "accession", "2001-06-16");
        var feed = after("atom").xmlPath();
        assertThat(feed.getList("feed.entry.id")).containsOnlyOnce(entryId(fact));
        var corrected = feed.getNode("feed.entry[0]");
        assertThat(corrected.getNode("id").value()).isEqualTo(entryId(fact));
        assertThat(corrected.getNode("published").value())
                .isEqualTo(fact.recordedAt().toString());
        assertThat(corrected.getNode("updated").value())
                .isEqualTo(correction.recordedAt().toString());
        assertThat(corrected.getNode("title").value())
                .startsWith("Corrected: Uzbekistan became")
                .endsWith("16 June 2001");
        var forPrograms = after("json").jsonPath();
        assertThat(forPrograms.getString("items[0]._depositary.factChange.action"))
                .isEqualTo("corrected");
        assertThat(forPrograms.getString("items[0]._depositary.statement.party"))
                .isEqualTo("UZ");
        assertThat(forPrograms.getString("items[0]._depositary.statement.effective"))
                .isEqualTo("2001-06-16");
        assertThat(corrected.getNode("content").value())
                .contains("effective: it was 2001-06-15, and is 2001-06-16 now")
                .contains("Reason: Misread")
                .contains("<cite>A book</cite>")
                .contains("/api/membership-changes/" + fact.id());
    }

    @Test
    void a_verification_issues_the_entry_again_and_does_not_move_its_date() {
        var fact = accession("2001-06-15");
        register.membershipEvent(
                "membership-change-verified",
                fact,
                organization,
                "2001-06-15",
                "\"sources\": [{\"title\": \"A book\"}]");
        var verified = after("atom").xmlPath().getNode("feed.entry[0]");
        assertThat(verified.getNode("id").value()).isEqualTo(entryId(fact));
        assertThat(verified.getNode("updated").value())
                .isEqualTo(fact.recordedAt().toString());
        assertThat(verified.getNode("content").value()).contains("Checked against its sources");
        assertThat(given().get(feed("atom") + "&type=membership-change-verified")
                        .xmlPath()
                        .getString("feed.entry[0].title"))
                .startsWith("Checked again: Uzbekistan became a member");
    }

    @Test
    void a_fact_of_long_ago_that_is_recorded_now_is_first() {
        accession("2001");
        var old = register.membershipChange(organization, "KZ", "accession", "1996");
        assertThat(after("json").jsonPath().getString("items[0].id")).isEqualTo(entryId(old));
    }

    @Test
    void a_retraction_is_a_tombstone_and_an_entry_of_its_own() {
        var fact = accession("2001");
        register.retractedMembershipChange(fact.id(), organization, "UZ");
        var atom = after("atom").xmlPath();
        assertThat(atom.getString("feed.'deleted-entry'.@ref")).isEqualTo(entryId(fact));
        assertThat(atom.getString("feed.'deleted-entry'.comment")).isEqualTo("Twice");
        assertThat(atom.getString("feed.entry[0].title")).startsWith("Retracted: Uzbekistan");
        assertThat(atom.getString("feed.entry[0].id")).startsWith("tag:depositary.org,2026:retraction/");
        assertThat(atom.getList("feed.entry.id")).doesNotContain(entryId(fact));
        assertThat(given().get(feed("rss")).xmlPath().getString("rss.channel.item[0].title"))
                .startsWith("Retracted: Uzbekistan");
        given().get(feed("json")).then().body("items[0].title", containsString("Retracted: Uzbekistan"));
    }

    @Test
    void every_change_is_an_entry_also_of_documents_and_import_sets() {
        register.document("0123456789abcdef0123456789abcd" + organization.substring(5, 7), "document-received", """
                "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "bytes": 5,
                "mediaType": "text/plain", "filename": "charter.txt", "rights": "restricted", "metadata": {}""");
        register.publish(
                "membership",
                "import-set:" + organization,
                "import-set-covered",
                organization,
                "{\"id\": \"%s\", \"covers\": \"1816/2014\"}".formatted(organization));
        register.after().get("/api/changes/feed.atom").then().statusCode(200);
        assertThat(given().get("/api/changes/feed.atom?type=document-received")
                        .xmlPath()
                        .getList("feed.entry.title"))
                .contains("Document: charter.txt");
        assertThat(given().get("/api/changes/feed.rss?type=import-set-covered")
                        .xmlPath()
                        .getList("rss.channel.item.title"))
                .contains("The data set %s speaks for the time 1816/2014".formatted(organization));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json"})
    void an_unchanged_feed_is_not_sent_again(String format) {
        accession("2001");
        var feed = after(format);
        given().header("If-None-Match", feed.header("ETag"))
                .get(feed(format))
                .then()
                .statusCode(304);
        register.membershipChange(organization, "KZ", "accession", "2002");
        register.after()
                .header("If-None-Match", feed.header("ETag"))
                .get(feed(format))
                .then()
                .statusCode(200)
                .body(containsString("Kazakhstan"));
    }

    @Test
    void a_date_of_the_second_of_two_changes_does_not_hide_one() {
        var first = accession("2001");
        var date = after("rss").header("Last-Modified");
        assertThat(date).endsWith("GMT");
        register.membershipChange(organization, "KZ", "accession", "2002");
        register.after()
                .header("If-Modified-Since", date)
                .get(feed("rss"))
                .then()
                .statusCode(200)
                .body(containsString("Kazakhstan"));
        assertThat(first.id()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"archive=nonsense,400", "archive=zzzzzzzz.1,410", "kind=nothing,400", "oganization=sco,400"})
    void bad_requests_are_explained(String query, int status) {
        given().get("/api/changes/feed.atom?" + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }
}
