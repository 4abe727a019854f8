package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
        var basis = operation.path("legalBasis");
        assertThat(basis.path("instrumentUrl").asText()).isEqualTo("/api/instruments/collective-security-treaty");
        assertThat(basis.path("article").asText()).isEqualTo("4");
        assertThat(basis.path("invokedBy").asText()).isEqualTo("KZ");
        assertThat(basis.path("invoked").path("edtf").asText()).isEqualTo("2022-01-05");
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
