package org.depositary.membership;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.depositary.membership");

    @Test
    void theDomainKnowsNoFramework() {
        classes()
                .that()
                .resideInAPackage("..membership.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.depositary.vocabulary..",
                        "org.depositary.eventsourcing",
                        "org.depositary.facts",
                        "org.depositary.membership.domain..")
                .check(CLASSES);
    }

    @Test
    void whatIsPublishedDoesNotDependOnHowItIsAskedFor() {
        noClasses()
                .that()
                .resideInAPackage("..membership.relay..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..membership.command..")
                .check(CLASSES);
    }
}
