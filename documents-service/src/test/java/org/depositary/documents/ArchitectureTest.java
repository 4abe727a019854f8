package org.depositary.documents;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.depositary.testing.PackageDependencyCheck;
import org.junit.jupiter.api.Test;

/** Extraction is a part of its own; the domain knows neither HTTP nor databases. */
class ArchitectureTest {

    @Test
    void packages_depend_on_these_packages_only() {
        PackageDependencyCheck.assertExactly("org.depositary.documents", """
                archive -> domain eventsourcing.store extraction.passage
                command -> . archive domain events eventsourcing eventsourcing.http eventsourcing.store extraction.structure facts.command vocabulary.dates
                command.instruments -> domain.instruments events eventsourcing eventsourcing.store facts facts.command vocabulary.dates vocabulary.parties
                domain -> eventsourcing
                domain.instruments -> eventsourcing facts vocabulary.dates vocabulary.instruments vocabulary.names vocabulary.parties vocabulary.validation
                events -> domain domain.instruments eventsourcing.http eventsourcing.relay eventsourcing.store facts facts.events vocabulary.instruments
                extraction -> extraction.html extraction.passage extraction.structure extraction.text
                extraction.html -> extraction.structure extraction.text
                extraction.passage -> extraction.structure
                extraction.text -> extraction.structure
                texts -> archive eventsourcing.relay eventsourcing.store extraction.passage extraction.structure
                worker -> . archive domain events eventsourcing.relay eventsourcing.store extraction extraction.structure
                """);
    }

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.depositary.documents");

    @Test
    void the_domain_knows_no_framework() {
        classes()
                .that()
                .resideInAPackage("..documents.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.depositary.vocabulary..",
                        "org.depositary.eventsourcing",
                        "org.depositary.facts",
                        "org.depositary.documents.domain..")
                .check(CLASSES);
    }

    @Test
    void extraction_runs_without_the_service() {
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
}
