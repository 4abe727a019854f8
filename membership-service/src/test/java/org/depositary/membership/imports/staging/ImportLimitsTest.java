package org.depositary.membership.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.junit.jupiter.api.Test;

class ImportLimitsTest {

    private static final String LONG = "x".repeat(1024 * 1024);

    private final ImportLimits room = new ImportLimits();

    @Test
    void anOrganizationFillsItsOwnRoomOnly() {
        for (int i = 0; i < 15; i++) {
            room.take(row("full", LONG));
        }
        room.take(row("full", "short"));
        room.take(row("other", LONG));
        assertThatThrownBy(() -> room.take(row("full", LONG)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID))
                .hasMessageContaining("Line 1: a file says no more of full");
    }

    @Test
    void organizationsAreCounted() {
        for (int i = 0; i < 100_000; i++) {
            room.take(row("org-" + i, ""));
        }
        room.take(row("org-7", ""));
        assertThatThrownBy(() -> room.take(row("one-more", "")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("100,000");
    }

    private static StagedRow row(String organization, String body) {
        return new StagedRow(1, organization, Optional.empty(), "KZ", Optional.empty(), body);
    }
}
