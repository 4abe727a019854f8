package org.depositary.membership.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.junit.jupiter.api.Test;

class ImportLimitsTest {

    private static final String LONG = "x".repeat(1024 * 1024);

    private final ImportLimits limits = new ImportLimits();

    @Test
    void the_size_is_limited_per_organisation() {
        for (int i = 0; i < 15; i++) {
            limits.add(row("full", LONG));
        }
        limits.add(row("full", "short"));
        limits.add(row("other", LONG));
        assertThatThrownBy(() -> limits.add(row("full", LONG)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID))
                .hasMessageContaining("Line 1: the rows of full are larger than");
    }

    @Test
    void the_number_of_organisations_is_limited() {
        for (int i = 0; i < 100_000; i++) {
            limits.add(row("org-" + i, ""));
        }
        limits.add(row("org-7", ""));
        assertThatThrownBy(() -> limits.add(row("one-more", "")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("100,000");
    }

    private static StagedRow row(String organization, String body) {
        return new StagedRow(1, organization, Optional.empty(), "KZ", Optional.empty(), body);
    }
}
