package org.depositary.eventsourcing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void thePlainPartKnowsNothingButJava() {
        classes()
                .that()
                .resideInAnyPackage("org.depositary.eventsourcing", "org.depositary.eventsourcing.specification")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.depositary.eventsourcing", "org.depositary.eventsourcing.specification")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.depositary.eventsourcing"));
    }
}
