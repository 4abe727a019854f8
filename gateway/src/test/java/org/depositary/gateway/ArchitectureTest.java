package org.depositary.gateway;

import org.depositary.testing.PackageArrows;
import org.junit.jupiter.api.Test;

/** Data flows one way: feeder, change log, projectors, reads, client interfaces. */
class ArchitectureTest {

    @Test
    void packages_depend_on_these_packages_only() {
        PackageArrows.assertExactly("org.depositary.gateway", """
                feeder -> database eventsourcing.follow log
                live -> database eventsourcing eventsourcing.background eventsourcing.http log vocabulary web
                log -> database eventsourcing.background
                parked -> database eventsourcing eventsourcing.background feeder projection web
                projection -> database eventsourcing.background log
                projection.documents -> log projection projection.facts vocabulary
                projection.exercises -> projection.facts vocabulary
                projection.facts -> database log projection vocabulary
                projection.findings -> log projection.facts vocabulary
                projection.institutions -> projection.facts vocabulary
                projection.memberships -> projection.facts vocabulary vocabulary.timeline
                projection.organizations -> projection.facts vocabulary
                read -> database eventsourcing log vocabulary
                read.documents -> database eventsourcing read read.facts vocabulary
                read.exercises -> read read.facts read.memberships read.organizations vocabulary
                read.facts -> eventsourcing projection.findings read vocabulary
                read.findings -> read read.facts read.organizations read.parties vocabulary
                read.institutions -> read read.facts read.organizations read.parties vocabulary
                read.memberships -> read read.organizations read.parties vocabulary
                read.organizations -> eventsourcing read read.facts vocabulary
                read.parties -> eventsourcing read read.organizations vocabulary
                route -> eventsourcing eventsourcing.http
                security -> eventsourcing.http
                texts -> database eventsourcing.follow
                web -> eventsourcing log read read.documents read.exercises vocabulary vocabulary.timeline
                web.resource -> read read.documents read.exercises read.facts read.findings read.institutions read.memberships read.organizations read.parties vocabulary web
                """);
    }
}
