package org.depositary.documents;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.depositary.testing.PackageDependencyCheck;
import org.junit.jupiter.api.Test;

/** The domain knows neither HTTP nor databases. */
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
                extraction -> extraction.formula extraction.html extraction.metadata extraction.office extraction.passage extraction.pdf extraction.repair extraction.structure extraction.text
                extraction.formula -> extraction.metadata extraction.numbering extraction.structure
                extraction.html -> extraction.metadata extraction.numbering extraction.structure extraction.text
                extraction.numbering -> extraction.structure
                extraction.office -> extraction.html extraction.metadata extraction.numbering extraction.structure extraction.text
                extraction.passage -> extraction.numbering extraction.structure
                extraction.pdf -> extraction.metadata extraction.numbering extraction.structure extraction.text
                extraction.process -> extraction extraction.metadata extraction.passage extraction.structure
                extraction.repair -> extraction.numbering extraction.passage extraction.structure
                extraction.structure -> extraction.metadata
                extraction.text -> extraction.metadata extraction.numbering extraction.structure
                texts -> archive eventsourcing.relay eventsourcing.store extraction.passage extraction.repair extraction.structure
                worker -> . archive domain events eventsourcing.background eventsourcing.store extraction extraction.metadata extraction.process extraction.structure
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
}
