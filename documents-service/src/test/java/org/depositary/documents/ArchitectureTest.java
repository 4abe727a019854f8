package org.depositary.documents;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.depositary.documents");

    @Test
    void theDomainKnowsNoFramework() {
        classes()
                .that()
                .resideInAPackage("..documents.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.depositary.vocabulary..",
                        "org.depositary.eventsourcing",
                        "org.depositary.documents.domain..")
                .check(CLASSES);
    }

    @Test
    void readingDocumentsNeedsNoServiceAround() {
        classes()
                .that()
                .resideInAPackage("..documents.extraction..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jsoup..",
                        "com.ibm.icu..",
                        "com.github.pemistahl.lingua..",
                        "org.depositary.documents.extraction..")
                .check(CLASSES);
    }

    @Test
    void whatIsPublishedDoesNotDependOnHowItIsAskedFor() {
        noClasses()
                .that()
                .resideInAnyPackage("..documents.relay..", "..documents.archive..", "..documents.worker..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..documents.command..")
                .check(CLASSES);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("org.depositary.documents.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
