package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.depositary.verify.Fault.Freeze;
import org.depositary.verify.Fault.Kill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A drill without faults fails. */
class EmptyDrillTest {

    private static final String ONLY = "drill.only";
    private static final List<Fault> FAULTS = List.of(new Kill("gateway"), new Freeze("gateway"));

    @AfterEach
    void forget() {
        System.clearProperty(ONLY);
    }

    @Test
    void without_faults_there_is_no_drill() {
        assertThatThrownBy(() -> new FaultDrill(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_pattern_leaves_the_other_faults_out() {
        System.setProperty(ONLY, "freeze .*");
        assertThat(new FaultDrill(FAULTS, 1).faults()).containsExactly(FAULTS.getLast());
    }

    @Test
    void a_pattern_that_matches_no_fault_is_no_success() {
        System.setProperty(ONLY, "thaw .*");
        assertThatThrownBy(() -> new FaultDrill(FAULTS, 1))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("thaw .*");
    }
}
