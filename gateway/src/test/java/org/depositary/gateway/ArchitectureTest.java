package org.depositary.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Data flows one way: feeder, change log, projectors, reads. */
class ArchitectureTest {

    private static final String GATEWAY = "org.depositary.gateway.";

    private final JavaClasses gateway = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.depositary.gateway");

    @Test
    void packages_do_not_depend_on_each_other_in_circles() {
        slices().matching(GATEWAY + "(*)..").should().beFreeOfCycles().check(gateway);
    }

    @Test
    void nobody_asks_the_feeder_but_those_who_look_after_what_it_parked() {
        noClasses()
                .that()
                .resideOutsideOfPackages(GATEWAY + "feeder", GATEWAY + "parked")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(GATEWAY + "feeder")
                .check(gateway);
    }

    @Test
    void projectors_know_the_log_and_the_vocabulary_only() {
        noClasses()
                .that()
                .resideInAPackage(GATEWAY + "projection..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GATEWAY + "query", GATEWAY + "live", GATEWAY + "route", GATEWAY + "security")
                .check(gateway);
    }

    @Test
    void of_the_write_side_it_knows_problems_only() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.depositary.eventsourcing.store",
                        "org.depositary.eventsourcing.relay",
                        "org.depositary.eventsourcing.specification",
                        "org.depositary.facts..")
                .check(gateway);
    }
}
