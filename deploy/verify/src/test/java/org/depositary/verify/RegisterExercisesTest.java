package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The exercises, operations and missions of the starting register, as its sources describe them. */
@ExtendWith(SharedInstallation.class)
class RegisterExercisesTest {

    private final OriginClient reader;

    RegisterExercisesTest(TestInstallation installation) {
        this.reader = installation.client();
    }

    @Test
    void exercises_have_participants_places_and_organisers() {
        var names = list("organization=sco&from=2002&to=2009").stream()
                .map(one -> one.path("name").asText())
                .toList();
        assertThat(names)
                .contains(
                        "Chinese-Kyrgyz border exercise 2002",
                        "Cooperation 2003",
                        "Peace Mission 2005",
                        "East-Antiterror 2006",
                        "Issyk-Kul Antiterror 2007",
                        "Peace Mission 2007",
                        "Joint rescue exercise at Noginsk",
                        "Observation of the presidential election in Kazakhstan 2005",
                        "Observation of the presidential election in Russia 2008");
        var mission = one("series=peace%20mission&place=urumqi");
        assertThat(mission.path("name").asText()).isEqualTo("Peace Mission 2007");
        assertThat(mission.path("phases"))
                .extracting(phase -> phase.path("days").asInt())
                .containsExactly(2, 6);
        assertThat(mission.path("participants"))
                .filteredOn(one -> one.path("members-of").asText().equals("sco"))
                .singleElement()
                .satisfies(sco -> assertThat(sco.path("members"))
                        .extracting(member -> member.path("party").asText())
                        .containsExactlyInAnyOrder("CN", "KG", "KZ", "RU", "TJ", "UZ"));
        assertThat(one("kind=rescue-exercise&organization=sco")
                        .path("dates")
                        .path("edtf")
                        .asText())
                .isEqualTo("2009-05-22");
        assertThat(list("party=csto&role=monitor")).hasSize(2);
    }

    @Test
    void the_minimum_strength_finds_reported_numbers_and_counts_those_without_any() {
        var answer = reader.get("/api/exercises?organization=sco&from=2002&to=2009&min-strength=1000")
                .expect(200)
                .body();

        assertThat(answer.path("items"))
                .extracting(one -> one.path("name").asText())
                .containsExactly("Cooperation 2003");
        assertThat(answer.path("withoutStrength").asInt()).isEqualTo(8);
    }

    @Test
    void the_operation_in_kazakhstan_has_its_legal_basis_and_approximate_strengths() {
        var operation = one("kind=operation&organization=csto");

        assertThat(operation.path("participants"))
                .filteredOn(one -> one.has("strength"))
                .extracting(one -> "%s %d %s"
                        .formatted(
                                one.path("party").asText(),
                                one.path("strength").path("min").asInt(),
                                one.path("strength").path("approximate").asText()))
                .containsExactlyInAnyOrder("RU 2300 true", "KG 150 true", "AM 70 true");
        assertThat(operation.path("strength").path("approximate").asBoolean())
                .as("their sum")
                .isTrue();
        var basis = operation.path("legalBasis");
        assertThat(basis.path("instrumentUrl").asText()).isEqualTo("/api/instruments/collective-security-treaty");
        assertThat(basis.path("article").asText()).isEqualTo("4");
        assertThat(basis.path("invokedBy").asText()).isEqualTo("KZ");
        assertThat(basis.path("invoked").path("edtf").asText()).isEqualTo("2022-01-05");
    }

    @Test
    void the_operation_in_kazakhstan_has_its_steps_each_with_its_source() {
        var steps = one("kind=operation&organization=csto").path("steps");
        assertThat(steps)
                .extracting(step -> "%s %s %s by %s"
                        .formatted(
                                step.path("effective").path("edtf").asText(),
                                step.path("step").asText(),
                                step.path("party").asText("all"),
                                step.path("sources").path(0).path("author").asText()))
                .containsExactlyInAnyOrder(
                        "2022-01-05 request KZ by Tijs van de Vijver",
                        "2022-01-06 deployment RU by Tijs van de Vijver",
                        "2022-01-10 decision all by Tijs van de Vijver",
                        "2022-01-19 withdrawal all by Astana TV");
        assertThat(steps)
                .filteredOn(step -> step.path("step").asText().equals("request"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.path("instrumentUrl").asText())
                            .isEqualTo("/api/instruments/collective-security-treaty");
                    assertThat(request.path("article").asText()).isEqualTo("4");
                });
    }

    @Test
    void the_border_exercise_is_found_in_both_states() {
        for (var state : List.of("CN", "KG", "China")) {
            assertThat(list("to=2002&place=" + state))
                    .as(state)
                    .extracting(one -> one.path("name").asText())
                    .contains("Chinese-Kyrgyz border exercise 2002");
        }
    }

    @Test
    void declared_and_assessed_purposes_have_their_own_sources() {
        var purposes = one("series=peace%20mission&to=2005").path("purposes");
        assertThat(locators(purposes, "declared"))
                .allSatisfy(place -> assertThat(place).endsWith("overview"));
        assertThat(locators(purposes, "assessed")).hasSize(2).anySatisfy(place -> assertThat(place)
                .endsWith("footnote 121"));
        assertThat(locators(one("kind=operation&organization=csto").path("purposes"), "declared"))
                .containsExactlyInAnyOrder("opening paragraphs", "section Kirgizië");
    }

    private static List<String> locators(JsonNode purposes, String view) {
        var locators = StreamSupport.stream(purposes.spliterator(), false)
                .filter(purpose -> purpose.path("view").asText().equals(view))
                .map(purpose -> purpose.path("sources").path(0).path("locator").asText())
                .toList();
        assertThat(locators).isNotEmpty();
        return locators;
    }

    @Test
    void the_peace_missions_are_a_series() {
        var first = one("series=peace%20mission&to=2005");
        var second = one("series=peace%20mission&from=2007");
        var detail = reader.get(first.path("url").asText()).expect(200).body();
        assertThat(detail.path("edition").asInt()).isEqualTo(1);
        assertThat(detail.path("next").path("url").asText())
                .isEqualTo(second.path("url").asText());
    }

    private JsonNode one(String query) {
        var all = list(query);
        assertThat(all).as(query).hasSize(1);
        return all.getFirst();
    }

    private List<JsonNode> list(String query) {
        return reader.get("/api/exercises?" + query).expect(200).items();
    }
}
