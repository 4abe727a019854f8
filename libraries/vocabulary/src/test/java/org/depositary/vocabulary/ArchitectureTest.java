package org.depositary.vocabulary;

import org.depositary.testing.PackageDependencyCheck;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void packages_depend_on_these_packages_only() {
        PackageDependencyCheck.assertExactly("org.depositary.vocabulary", """
                instruments -> dates validation
                names -> validation
                parties -> dates names validation
                sources -> dates validation
                timeline -> dates validation
                """);
    }
}
