package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The institutions of the starting register: organs, offices, and claims that contradict each other. */
@ExtendWith(SharedInstallation.class)
class RegisterInstitutionsTest {

    private final OriginClient reader;
    private final OriginClient curator;

    RegisterInstitutionsTest(TestInstallation installation) {
        this.reader = installation.client();
        this.curator = reader.with(installation.token("curator"));
    }

    @Test
    void organs_stand_in_a_tree_and_are_what_they_were_on_the_day() {
        var organs = list("sco/organs?on=2007-01-01");
        assertThat(texts(organs, "id"))
                .contains("heads-of-state", "secretariat", "rats", "rats-council", "energy-club");
        var council = one(organs, "id", "rats-council");
        assertThat(council.path("parent").asText()).isEqualTo("rats");
        assertThat(one(organs, "id", "energy-club").path("state").asText()).isEqualTo("proposed");
        assertThat(one(organs, "id", "secretariat").path("state").asText()).isEqualTo("operational");
        assertThat(one(organs, "id", "secretariat").path("seat").path("place").asText())
                .isEqualTo("Beijing");
        assertThat(texts(list("sco/organs?on=2004-12-31"), "id")).doesNotContain("energy-club");
        assertThat(one(list("sco/organs?on=2004-12-31"), "id", "afghanistan-contact-group")
                        .path("state")
                        .asText())
                .isEqualTo("established");
    }

    @Test
    void the_founding_of_the_secretariat_is_disputed_with_all_its_sources() {
        var founding = list("sco/organs?on=2003-12-01").stream()
                .filter(organ -> organ.path("id").asText().equals("secretariat"))
                .findFirst()
                .orElseThrow();
        assertThat(founding.path("disputed").asBoolean()).isTrue();
        assertThat(founding.path("claims"))
                .extracting(claim ->
                        claim.path("value").path("effective").path("edtf").asText())
                .containsExactly("2003-06", "2004", "2004-01-15");
        assertThat(founding.path("claims"))
                .allSatisfy(claim -> assertThat(claim.path("sources")).isNotEmpty());
    }

    @Test
    void offices_meetings_relations_and_rules_are_there() {
        assertThat(list("sco/terms?on=2008-12-01&organ=secretariat"))
                .allSatisfy(term -> assertThat(term.path("certainty").asText()).isNotEmpty())
                .extracting(term -> term.path("office").asText())
                .containsExactlyInAnyOrder("executive-secretary", "secretary-general");
        assertThat(list("csto/terms?on=2022-01-11")
                        .getFirst()
                        .path("holder")
                        .path("name")
                        .asText())
                .isEqualTo("Stanislav Zas");
        assertThat(list("shanghai-five/meetings?party=UZ")).hasSize(1);
        assertThat(list("shanghai-five/meetings?party=UZ").getFirst().path("attendance"))
                .anySatisfy(present -> assertThat(present.path("as").asText()).isEqualTo("guest"));
        assertThat(texts(list("sco/relations?on=2006-01-01"), "with")).contains("united-nations", "asean", "cis");
        assertThat(list("sco/rules").getFirst().path("exceptions"))
                .extracting(JsonNode::asText)
                .containsExactly("suspension", "expulsion");
    }

    @Test
    void shares_that_sum_to_103_are_shown_and_figures_without_data_are_null() {
        var shares = list("sco/contributions").stream()
                .filter(contribution -> contribution.path("unit").asText().equals("percent"))
                .toList();
        assertThat(shares).hasSize(1);
        assertThat(shares.getFirst().path("warnings").get(0).asText()).isEqualTo("shares sum to 103");
        var unknown = reader.get("/api/parties/UZ/figures?measure=military%20expenditure")
                .expect(200)
                .items();
        assertThat(unknown).hasSize(1);
        assertThat(unknown.getFirst().get("value").isNull()).isTrue();
        assertThat(list("sco/figures?organ=rats")).hasSize(3);
    }

    @Test
    void what_is_recorded_reaches_lists_and_changes() {
        var recorded = curator.post(
                        "/api/organizations/csto/organs",
                        Map.of(
                                "id", "permanent-council",
                                "names", Map.of("en", "Permanent Council"),
                                "state", "operational",
                                "effective", "2004",
                                "sources", List.of(CommandBodies.SOURCE)))
                .expect(201);
        var version = recorded.header("Depositary-Version");
        assertThat(version).isEqualTo("organ:csto/permanent-council@1");
        var organs = reader.getAfter(version, "/api/organizations/csto/organs")
                .expect(200)
                .items();
        assertThat(texts(organs, "id")).containsExactly("permanent-council");
        assertThat(reader.get("/api/changes?organization=csto&type=organ-recorded")
                        .expect(200)
                        .items())
                .extracting(change -> change.path("data").path("organ").asText())
                .containsExactly("permanent-council");
    }

    private List<JsonNode> list(String path) {
        return reader.get("/api/organizations/" + path).expect(200).items();
    }

    private static JsonNode one(List<JsonNode> items, String field, String value) {
        var found = items.stream()
                .filter(item -> item.path(field).asText().equals(value))
                .toList();
        assertThat(found).as(value).hasSize(1);
        return found.getFirst();
    }

    private static List<String> texts(List<JsonNode> items, String field) {
        return items.stream().map(item -> item.path(field).asText()).toList();
    }
}
