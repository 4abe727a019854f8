package org.depositary.exercises.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.Party;
import org.junit.jupiter.api.Test;

class ExerciseFactWarningsTest {

    @Test
    void a_step_of_a_party_outside_its_time_has_a_warning() {
        assertThat(step("1985").warnings()).containsExactly("KZ began on 1991-12-16, after the effective date 1985");
        assertThat(step("2022-01-05").warnings()).isEmpty();
    }

    @Test
    void a_participation_of_a_party_outside_its_time_has_a_warning() {
        assertThat(participation(Optional.of("1985"), Optional.of("1986")).warnings())
                .containsExactly("KZ began on 1991-12-16, after the effective date 1985");
        assertThat(participation(Optional.empty(), Optional.of("1986")).warnings())
                .containsExactly("KZ began on 1991-12-16, after the effective date 1986");
        assertThat(participation(Optional.empty(), Optional.empty()).warnings()).isEmpty();
    }

    private static ExerciseStep step(String effective) {
        return new ExerciseStep(
                "exercise",
                ExerciseStepKind.REQUEST,
                PartialDate.parse(effective),
                Optional.empty(),
                Optional.of(new Party("KZ")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Participation participation(Optional<String> joined, Optional<String> left) {
        return new Participation(
                "exercise",
                Optional.of(new Party("KZ")),
                Optional.empty(),
                ParticipantRole.PARTICIPANT,
                joined.map(PartialDate::parse),
                left.map(PartialDate::parse),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
