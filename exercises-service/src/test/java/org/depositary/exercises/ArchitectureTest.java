package org.depositary.exercises;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.depositary.testing.PackageDependencyCheck;
import org.junit.jupiter.api.Test;

/** Commands lead to decisions, decisions to events; the domain knows neither HTTP nor databases. */
class ArchitectureTest {

    @Test
    void packages_depend_on_these_packages_only() {
        PackageDependencyCheck.assertExactly("org.depositary.exercises", """
                command -> domain events eventsourcing eventsourcing.store facts facts.command vocabulary.dates vocabulary.parties
                domain -> eventsourcing facts vocabulary.dates vocabulary.parties vocabulary.validation
                imports -> eventsourcing.store imports.decision imports.file imports.http imports.job imports.staging
                imports.decision -> domain eventsourcing eventsourcing.store events facts imports.file imports.job imports.report imports.staging vocabulary.dates
                imports.report -> domain imports.file imports.job vocabulary.sources
                imports.staging -> domain eventsourcing facts.command imports.file imports.job imports.report imports.rows vocabulary.dates vocabulary.parties vocabulary.validation
                events -> domain eventsourcing.relay eventsourcing.store facts facts.events vocabulary.parties
                """);
    }

    @Test
    void the_domain_knows_no_framework() {
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
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.depositary.exercises"));
    }
}
