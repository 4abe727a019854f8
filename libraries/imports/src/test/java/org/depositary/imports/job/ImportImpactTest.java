package org.depositary.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportImpactTest {

    @ParameterizedTest
    @CsvSource({
        "10, 10, false",
        "11, 11, true",
        "11, 109, true",
        "11, 110, false",
        "11, 111, false",
        "10, 99, false",
        "100, 1000, false",
        "101, 1000, true",
        "0, 0, false",
        "1000000000, 2000000000, true"
    })
    void more_than_ten_facts_and_a_tenth_of_the_set_are_held(int count, int stated, boolean held) {
        assertThat(new ImportImpact(count, 0).isHeld(stated)).isEqualTo(held);
        assertThat(new ImportImpact(0, count).isHeld(stated)).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({"6, 6, 20", "10, 10, 20"})
    void retractions_and_moves_are_counted_separately(int retracted, int moved, int stated) {
        assertThat(new ImportImpact(retracted, moved).isHeld(stated)).isFalse();
    }
}
