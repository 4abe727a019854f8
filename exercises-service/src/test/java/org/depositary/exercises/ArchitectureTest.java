package org.depositary.exercises;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.depositary.exercises");

    @Test
    void theDomainKnowsNoFramework() {
        classes()
                .that()
                .resideInAPackage("..exercises.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.depositary.vocabulary..",
                        "org.depositary.eventsourcing",
                        "org.depositary.facts",
                        "org.depositary.exercises.domain..")
                .check(CLASSES);
    }

    @Test
    void whatIsPublishedDoesNotDependOnHowItIsAskedFor() {
        noClasses()
                .that()
                .resideInAPackage("..exercises.relay..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..exercises.command..")
                .check(CLASSES);
    }
}
