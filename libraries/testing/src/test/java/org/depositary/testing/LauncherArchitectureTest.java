package org.depositary.testing;

import org.junit.jupiter.api.Test;

/** The launcher's own module cannot use {@link PackageDependencyCheck}, because this module depends on the launcher. */
class LauncherArchitectureTest {

    @Test
    void packages_of_the_launcher_depend_on_these_packages_only() {
        PackageDependencyCheck.assertExactly("org.depositary.local", """
                . -> command process
                command -> client installation process service
                installation -> client kafka postgres process service
                kafka -> process
                postgres -> process
                service -> process
                """);
    }
}
