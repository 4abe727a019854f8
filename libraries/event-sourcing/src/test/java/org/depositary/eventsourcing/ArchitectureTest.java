package org.depositary.eventsourcing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.depositary.testing.PackageDependencyCheck;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void packages_depend_on_these_packages_only() {
        PackageDependencyCheck.assertExactly("org.depositary.eventsourcing", """
                database -> background
                follow -> background
                http -> . store
                relay -> . background store telemetry
                retention -> background
                store -> . retention telemetry
                """);
    }

    @Test
    void the_plain_part_knows_nothing_but_java() {
        classes()
                .that()
                .resideInAPackage("org.depositary.eventsourcing")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.depositary.eventsourcing")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.depositary.eventsourcing"));
    }
}
