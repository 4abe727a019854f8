package org.depositary.facts;

import org.depositary.testing.PackageDependencyCheck;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void packages_depend_on_these_packages_only() {
        PackageDependencyCheck.assertExactly("org.depositary.facts", """
                . -> eventsourcing vocabulary.sources
                command -> . eventsourcing eventsourcing.http eventsourcing.store events passages vocabulary.sources vocabulary.validation
                events -> . eventsourcing.http eventsourcing.store vocabulary.dates vocabulary.names vocabulary.parties vocabulary.sources vocabulary.timeline vocabulary.validation
                passages -> eventsourcing eventsourcing.follow eventsourcing.store vocabulary.quotes vocabulary.sources
                """);
    }
}
