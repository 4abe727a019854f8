package org.depositary.exercises.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.exercises.events.ExerciseFactKind.EXERCISES;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.testing.ContractFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples in {@code contracts/} are valid, and survive a round trip through this service. */
class ContractTest {

    private static final List<String> KINDS = List.of(
            "exercise", "exercise-step", "participation", "exercise-phase", "exercise-purpose", "exercise-merge");

    private static final List<String> ENDINGS = List.of(
            "-recorded",
            "-corrected",
            "-retracted",
            "-sourced",
            "-verified",
            "-claimed",
            "-claim-preferred",
            "-claim-withdrawn");

    static Stream<String> names() {
        return KINDS.stream().flatMap(kind -> ENDINGS.stream().map(ending -> kind + ending));
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_event_keeps_its_contract(String name) throws IOException {
        var sample = ContractFiles.sample("events/exercise/" + name);
        ContractFiles.assertValid("events/exercise/" + name, 1, sample);
        var written = EXERCISES.codec().encode(EXERCISES.codec().decode(name, 1, sample));
        assertThat(written.name()).isEqualTo(name);
        assertThat(written.schemaVersion()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(written.data().toString())).isEqualTo(sample);
    }
}
