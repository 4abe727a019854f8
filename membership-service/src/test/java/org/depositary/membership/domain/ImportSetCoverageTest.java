package org.depositary.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.depositary.membership.domain.ImportSetCoverage.Event;
import org.depositary.membership.domain.ImportSetCoverage.Event.CoverageRetracted;
import org.depositary.membership.domain.ImportSetCoverage.Event.Covered;
import org.depositary.membership.domain.ImportSetCoverage.StateCoverage;
import org.junit.jupiter.api.Test;

class ImportSetCoverageTest {

    private static final Covered COVERED = new Covered("world", "1816/2005");

    private static List<Event> decide(Optional<String> covers, Event... events) {
        var coverage = ImportSetCoverage.DECIDER.fold(ImportSetCoverage.DECIDER.initial(), List.of(events));
        return ImportSetCoverage.DECIDER.decide(new StateCoverage("world", covers, "undone"), coverage);
    }

    @Test
    void a_set_gets_a_coverage_and_a_longer_one() {
        assertThat(decide(Optional.of("1816/2005"))).containsExactly(COVERED);
        assertThat(decide(Optional.of("1816/2014"), COVERED)).containsExactly(new Covered("world", "1816/2014"));
    }

    @Test
    void the_same_coverage_again_records_nothing() {
        assertThat(decide(Optional.of("1816/2005"), COVERED)).isEmpty();
        assertThat(decide(Optional.empty())).isEmpty();
    }

    @Test
    void a_coverage_is_retracted() {
        var retracted = new CoverageRetracted("world", "1816/2005", "undone");
        assertThat(decide(Optional.empty(), COVERED)).containsExactly(retracted);
        assertThat(decide(Optional.empty(), COVERED, retracted)).isEmpty();
    }
}
