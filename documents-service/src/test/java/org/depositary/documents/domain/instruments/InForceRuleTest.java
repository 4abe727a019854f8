package org.depositary.documents.domain.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.validation.Violation;
import org.depositary.vocabulary.validation.ViolationCollector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InForceRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"P30D", "P6W", "P6M", "P1Y2M3W4D", "P0D"})
    void a_duration_of_days_weeks_months_and_years_is_valid(String after) {
        assertThat(violations(after)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "P", "p30d", "P+30D", "-P-30D", "P-1D", "PT5H", "P101Y"})
    void another_text_is_not(String after) {
        assertThat(violations(after)).extracting(Violation::pointer).containsExactly("#/inForceRule/after");
    }

    private static List<Violation> violations(String after) {
        var violations = new ViolationCollector();
        new InForceRule(4, Optional.of(after)).check(violations, "#/inForceRule");
        return violations.list();
    }
}
