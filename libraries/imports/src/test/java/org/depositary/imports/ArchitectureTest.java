package org.depositary.imports;

import org.depositary.testing.PackageDependencyCheck;
import org.junit.jupiter.api.Test;

/** Imports know nothing of the facts that they record. */
class ArchitectureTest {

    @Test
    void packages_depend_on_these_packages_only() {
        PackageDependencyCheck.assertExactly("org.depositary.imports", """
                file -> eventsourcing
                http -> eventsourcing eventsourcing.http eventsourcing.store file job worker
                job -> eventsourcing eventsourcing.store file
                report -> http job
                rows -> facts.command facts.passages vocabulary.dates vocabulary.parties vocabulary.sources
                worker -> eventsourcing eventsourcing.relay eventsourcing.retention eventsourcing.store job
                """);
    }
}
