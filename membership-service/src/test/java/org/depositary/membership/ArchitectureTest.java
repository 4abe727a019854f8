package org.depositary.membership;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.depositary.testing.PackageDependencyCheck;
import org.junit.jupiter.api.Test;

/** Commands lead to decisions, decisions to events; the domain knows neither HTTP nor databases. */
class ArchitectureTest {

    @Test
    void packages_depend_on_these_packages_only() {
        PackageDependencyCheck.assertExactly("org.depositary.membership", """
                command -> domain domain.institutions events eventsourcing eventsourcing.store facts facts.command facts.events vocabulary.dates vocabulary.parties
                domain -> eventsourcing facts vocabulary.dates vocabulary.names vocabulary.parties vocabulary.sources vocabulary.timeline vocabulary.validation
                domain.institutions -> domain eventsourcing facts vocabulary.dates vocabulary.names vocabulary.parties vocabulary.validation
                events -> domain domain.institutions eventsourcing.relay eventsourcing.store facts facts.events vocabulary.parties
                imports -> domain eventsourcing.store events imports.decision imports.file imports.http imports.job imports.staging vocabulary.sources vocabulary.validation
                imports.decision -> command domain events eventsourcing eventsourcing.store facts imports.file imports.job imports.report imports.staging vocabulary.dates vocabulary.names vocabulary.parties vocabulary.sources vocabulary.timeline
                imports.report -> domain imports.file imports.job vocabulary.sources
                imports.staging -> command domain eventsourcing facts.command imports.file imports.job imports.report imports.rows vocabulary.dates vocabulary.parties vocabulary.sources vocabulary.timeline vocabulary.validation
                """);
    }

    @Test
    void the_domain_knows_no_framework() {
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
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.depositary.membership"));
    }
}
