package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.depositary.gateway.ServerSentEventClient;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests that each change of a fact shows what it changes: before and after, on both time axes. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class FactChangesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OTHERS = "\"sources\": [{\"title\": \"Another book\"}]";

    private final String organization = Register.slug("o");

    @Inject
    Register register;

    @TestHTTPResource
    URI origin;

    @Test
    void a_recording_has_the_whole_statement_and_both_dates() {
        var accession = accession("2001-06");
        var change = changes(1).getFirst();
        assertThat(change.path("fact").asText()).isEqualTo("/api/membership-changes/" + accession.id());
        assertThat(change.path("action").asText()).isEqualTo("recorded");
        assertThat(change.path("stands").asBoolean()).isTrue();
        assertThat(change.path("effective")).isEqualTo(json("""
                {"edtf": "2001-06", "earliest": "2001-06-01", "latest": "2001-06-30", "uncertain": false}"""));
        assertThat(change.path("recordedAt").asText())
                .isEqualTo(accession.recordedAt().toString());
        assertThat(change.path("before").isNull()).isTrue();
        assertThat(change.path("after")).isEqualTo(json("""
                {"organization": "%s", "party": "UZ", "change": "accession", "effective": "2001-06", "founding": false}
                """.formatted(organization)));
    }

    @Test
    void each_correction_has_the_state_just_before_it() {
        var accession = accession("2001");
        correctedTo(accession, "2002");
        correctedTo(accession, "2003-04-05");
        var changes = changes(3);
        assertThat(changes)
                .extracting(change -> change.path("action").asText())
                .containsExactly("recorded", "corrected", "corrected");
        assertDifference(changes.get(1), "{\"effective\": \"2001\"}", "{\"effective\": \"2002\"}");
        assertDifference(changes.get(2), "{\"effective\": \"2002\"}", "{\"effective\": \"2003-04-05\"}");
        assertThat(changes.get(2).path("effective").path("earliest").asText()).isEqualTo("2003-04-05");
    }

    @Test
    void a_retraction_has_what_stood_before() {
        var accession = accession("2001");
        register.retractedMembershipChange(accession.id(), organization, "UZ");
        var changes = changes(2);
        var retraction = changes.get(1);
        assertThat(retraction.path("action").asText()).isEqualTo("retracted");
        assertThat(retraction.path("stands").asBoolean(true)).isFalse();
        assertThat(retraction.path("before")).isEqualTo(changes.getFirst().path("after"));
        assertThat(retraction.path("after").isNull()).isTrue();
        assertThat(retraction.path("spans")).isEmpty();
    }

    @Test
    void a_claim_has_its_values_against_the_stated_ones_and_its_preference_changes_the_statement() {
        var accession = accession("2001-06-15");
        event("claimed", accession, "2001-06-15", claim(2, true, ", \"value\": {\"effective\": \"2001-06-16\"}"));
        event("claim-preferred", accession, "2001-06-16", claim(2, true, "") + ", \"reason\": \"Better\"");
        event("claim-withdrawn", accession, "2001-06-16", claim(1, true, "") + ", \"reason\": \"A slip\"");
        var changes = changes(4);
        assertThat(changes)
                .extracting(change -> change.path("action").asText())
                .containsExactly("recorded", "claimed", "claim-preferred", "claim-withdrawn");
        var statedFirst = "{\"effective\": \"2001-06-15\"}";
        var claimed = "{\"effective\": \"2001-06-16\"}";
        assertDifference(changes.get(1), statedFirst, claimed);
        assertThat(changes.get(1).path("effective").path("edtf").asText()).isEqualTo("2001-06-15");
        assertThat(changes.get(1).path("spans").path(0).path("disputed").asBoolean())
                .isTrue();
        assertDifference(changes.get(2), statedFirst, claimed);
        assertThat(changes.get(2).path("effective").path("edtf").asText()).isEqualTo("2001-06-16");
        assertThat(changes.get(3).path("before")).isEqualTo(changes.getFirst().path("after"));
        assertThat(changes.get(3).path("after").isNull()).isTrue();
    }

    @Test
    void a_preferred_claim_that_it_never_happened_ends_the_statement_until_another_is_preferred() {
        var accession = accession("2001");
        event("claimed", accession, "2001", claim(2, false, ""));
        event("claim-preferred", accession, "2001", claim(2, false, "") + ", \"reason\": \"A legend\"");
        event("claim-preferred", accession, "2001", claim(1, true, "") + ", \"reason\": \"It happened\"");
        var changes = changes(4);
        var statement = changes.getFirst().path("after");
        assertThat(changes)
                .extracting(change -> change.path("stands").asBoolean())
                .containsExactly(true, true, false, true);
        assertDifference(changes.get(1), statement.toString(), "null");
        assertDifference(changes.get(2), statement.toString(), "null");
        assertDifference(changes.get(3), "null", statement.toString());
    }

    @Test
    void a_correction_beside_a_preferred_claim_has_the_recorded_values() {
        var accession = accession("2001-06-15");
        event("claimed", accession, "2001-06-15", claim(2, true, ", \"value\": {\"effective\": \"2001-06-16\"}"));
        event("claim-preferred", accession, "2001-06-16", claim(2, true, "") + ", \"reason\": \"Better\"");
        event(
                "corrected",
                accession,
                "2001-06-16",
                "\"note\": \"In Shanghai\", \"corrected\": [\"note\"], \"reason\": \"Left out\", " + OTHERS);
        assertDifference(changes(4).getLast(), "{\"note\": null}", "{\"note\": \"In Shanghai\"}");
    }

    @Test
    void an_added_source_changes_no_statement() {
        var accession = accession("2001");
        event("sourced", accession, "2001", OTHERS);
        var change = changes(2).getLast();
        assertThat(change.path("action").asText()).isEqualTo("source-added");
        assertDifference(change, "null", "{\"sources\": [{\"title\": \"Another book\"}]}");
    }

    @Test
    void a_verification_has_the_checked_sources_and_the_spans_before_it() {
        var accession = accession("2001");
        event("verified", accession, "2001", OTHERS);
        var changes = changes(2);
        assertThat(changes.getLast().path("action").asText()).isEqualTo("verified");
        assertDifference(changes.getLast(), "null", "{\"sources\": [{\"title\": \"Another book\"}]}");
        assertThat(changes.getLast().path("spans"))
                .hasSize(1)
                .isEqualTo(changes.getFirst().path("spans"));
    }

    @Test
    void a_membership_change_has_all_spans_after_it() {
        var accession = accession("1992-05-15");
        var withdrawal = register.membershipChange(organization, "UZ", "withdrawal", "1999");
        register.retractedMembershipChange(withdrawal.id(), organization, "UZ");
        var changes = changes(3);
        var open = changes.get(0).path("spans");
        assertThat(open).hasSize(1);
        assertThat(open.get(0).path("status").asText()).isEqualTo("member");
        assertThat(open.get(0).path("since").path("edtf").asText()).isEqualTo("1992-05-15");
        assertThat(open.get(0).path("until").isNull()).isTrue();
        assertThat(open.get(0).path("opened").asText()).isEqualTo("/api/membership-changes/" + accession.id());
        var closed = changes.get(1).path("spans").get(0);
        assertThat(closed.path("until").path("latest").asText()).isEqualTo("1999-12-31");
        assertThat(closed.path("closed").asText()).isEqualTo("/api/membership-changes/" + withdrawal.id());
        assertThat(changes.get(2).path("spans")).isEqualTo(open);
    }

    @Test
    void a_fact_of_another_kind_has_its_own_first_day() {
        var exercise = register.exercise("\"name\": \"Peace Mission\", \"kind\": \"exercise\","
                + " \"dates\": \"2007-08-09/2007-08-17\", \"organizations\": [\"%s\"]".formatted(organization));
        var change = changes(1).getFirst();
        assertThat(change.path("fact").asText()).isEqualTo("/api/exercises/" + exercise.id());
        assertThat(change.path("effective").path("edtf").asText()).isEqualTo("2007-08-09");
        assertThat(change.has("spans")).isFalse();
    }

    @Test
    void a_correction_of_the_metadata_of_a_document_has_the_values_before_it() {
        var id = UUID.randomUUID().toString().replace("-", "");
        register.document(id, "document-received", "\"size\": 3, \"metadata\": {\"title\": \"A draft\"}");
        register.document(
                id,
                "document-metadata-corrected",
                "\"title\": \"A treaty\", \"place\": \"Astana\", \"corrected\": [\"title\", \"place\"]");
        var change = items("type=document-metadata-corrected").stream()
                .map(item -> item.path("data").path("factChange"))
                .filter(each -> each.path("fact").asText().equals("/api/documents/" + id))
                .findFirst()
                .orElseThrow();
        assertThat(change.path("action").asText()).isEqualTo("corrected");
        assertDifference(
                change,
                "{\"title\": \"A draft\", \"place\": null}",
                "{\"title\": \"A treaty\", \"place\": \"Astana\"}");
    }

    @Test
    void a_stream_sends_the_same_json_as_the_pages() {
        try (var stream =
                ServerSentEventClient.open(origin.resolve("/api/changes/stream?organization=" + organization))) {
            correctedTo(accession("2001"), "2002");
            await().until(() -> stream.events().size() == 2);
            assertThat(stream.events())
                    .extracting(ServerSentEventClient.Event::json)
                    .isEqualTo(items());
        }
    }

    private Published accession(String effective) {
        return register.membershipChange(organization, "UZ", "accession", effective);
    }

    private void correctedTo(Published accession, String effective) {
        register.correctedMembershipChange(accession.id(), organization, "UZ", "accession", effective);
    }

    private void event(String name, Published accession, String effective, String said) {
        register.membershipEvent("membership-change-" + name, accession, organization, effective, said);
    }

    private static String claim(int number, boolean holds, String value) {
        return "\"claim\": {\"number\": %d, \"holds\": %s%s}, %s".formatted(number, holds, value, OTHERS);
    }

    private static void assertDifference(JsonNode change, String before, String after) {
        assertThat(change.path("before")).isEqualTo(json(before));
        assertThat(change.path("after")).isEqualTo(json(after));
    }

    private List<JsonNode> changes(int expected) {
        var changes = items().stream()
                .map(item -> item.path("data").path("factChange"))
                .toList();
        assertThat(changes).hasSize(expected).noneMatch(JsonNode::isMissingNode);
        return changes;
    }

    private List<JsonNode> items() {
        return items("organization=" + organization);
    }

    private List<JsonNode> items(String filter) {
        var page = register.after()
                .get("/api/changes?limit=1000&" + filter)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return StreamSupport.stream(json(page).path("items").spliterator(), false)
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException invalid) {
            throw new AssertionError(text, invalid);
        }
    }
}
