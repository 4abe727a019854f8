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
                worker -> eventsourcing eventsourcing.relay eventsourcing.store job
                """);
    }
}
