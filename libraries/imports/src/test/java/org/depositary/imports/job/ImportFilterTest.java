package org.depositary.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportFilterTest {

    @Test
    void an_import_in_progress_is_running_whatever_it_does() {
        var filter = new ImportFilter(Optional.of("running"), Optional.empty());
        assertThat(filter.condition()).isEqualTo("true AND status IN ('counting', 'running', 'undoing')");
        assertThat(filter.parameters()).isEmpty();
    }

    @Test
    void a_set_is_a_parameter() {
        var filter = new ImportFilter(Optional.of("held"), Optional.of("a set"));
        assertThat(filter.condition()).isEqualTo("true AND status IN ('held') AND set_id BETWEEN ? AND ?");
        assertThat(filter.parameters()).containsExactly("a set", "a set");
    }

    @Test
    void the_statuses_are_those_of_responses() {
        assertThat(ImportFilter.STATUSES).containsExactly("running", "held", "completed", "failed", "undone");
    }
}
