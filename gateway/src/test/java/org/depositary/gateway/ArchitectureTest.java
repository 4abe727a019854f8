package org.depositary.gateway;

import org.depositary.testing.PackageDependencyCheck;
import org.junit.jupiter.api.Test;

/** Data flows one way: feeder, change log, projectors, reads, client interfaces. */
class ArchitectureTest {

    @Test
    void packages_depend_on_these_packages_only() {
        PackageDependencyCheck.assertExactly("org.depositary.gateway", """
                asyncapi -> edge eventsourcing.http web web.parameters web.tags
                citations -> database eventsourcing.background vocabulary.quotes
                cite -> edge feeds.text read read.changes vocabulary.parties web web.parameters web.representation
                dashboard -> edge web.tags
                edge -> eventsourcing eventsourcing.http
                exports -> database eventsourcing exports.formats log read read.documents read.exercises read.exercises.participations read.instruments read.lists read.memberships read.memberships.years read.organizations read.parties web web.output web.parameters web.tags
                exports.formats -> read.fields
                exports.kept -> database edge eventsourcing eventsourcing.background eventsourcing.http exports exports.formats linked log read web web.output web.parameters web.tags
                feeder -> database eventsourcing.follow eventsourcing.telemetry log
                feeds -> edge eventsourcing eventsourcing.http feeds.formats feeds.text live log read read.changes read.facts security web web.parameters web.tags
                feeds.keys -> database edge eventsourcing security web web.parameters
                feeds.text -> read read.changes vocabulary.parties vocabulary.sources
                graph -> database edge eventsourcing eventsourcing.http graph.limits graph.reads graph.schema graph.subscriptions log read web web.tags
                graph.limits -> eventsourcing
                graph.reads -> eventsourcing live log read read.documents read.fields read.lists read.parties web web.parameters
                graph.schema -> eventsourcing graph.reads live read read.documents read.exercises read.facts read.fields read.findings read.instruments read.lists read.memberships read.organizations read.parties vocabulary.parties web.parameters web.resource
                graph.subscriptions -> edge eventsourcing eventsourcing.http live log login security
                hooks -> eventsourcing hooks.address hooks.delivery hooks.store live log web web.parameters web.tags
                hooks.address -> edge eventsourcing
                hooks.delivery -> eventsourcing eventsourcing.background hooks.address hooks.store live log
                hooks.store -> eventsourcing log
                linked -> edge feeds.text read read.facts read.fields read.instruments read.lists read.memberships vocabulary.dates vocabulary.parties web web.representation
                live -> database edge eventsourcing eventsourcing.background eventsourcing.http eventsourcing.telemetry log read.fields security vocabulary.parties web web.parameters
                log -> database eventsourcing.background eventsourcing.retention eventsourcing.telemetry
                login -> edge eventsourcing web web.parameters
                oembed -> edge eventsourcing read read.organizations read.parties web web.parameters
                openapi -> read.fields web.representation
                pages -> cite eventsourcing.http feeds.text read read.changes vocabulary.sources web web.parameters web.representation
                parked -> database eventsourcing eventsourcing.background eventsourcing.retention feeder projection web web.parameters
                projection -> database eventsourcing.background eventsourcing.telemetry log
                projection.changes -> projection
                projection.citations -> projection
                projection.documents -> log projection projection.facts projection.findings search vocabulary.dates
                projection.exercises -> projection.facts vocabulary.dates
                projection.facts -> database log projection vocabulary.dates
                projection.findings -> log projection.exercises projection.facts vocabulary.dates vocabulary.parties vocabulary.timeline vocabulary.validation
                projection.institutions -> projection.facts vocabulary.dates
                projection.instruments -> projection.facts vocabulary.dates vocabulary.instruments vocabulary.parties
                projection.memberships -> projection.facts vocabulary.dates vocabulary.parties vocabulary.sources vocabulary.timeline
                projection.organizations -> projection.facts vocabulary.dates
                read -> database eventsourcing log vocabulary.dates vocabulary.names vocabulary.parties vocabulary.sources
                read.changes -> log read read.facts vocabulary.sources
                read.documents -> database eventsourcing read read.facts read.lists search vocabulary.dates vocabulary.quotes
                read.exercises -> read read.facts read.lists read.memberships read.organizations vocabulary.dates vocabulary.parties vocabulary.sources
                read.exercises.participations -> read read.exercises read.facts read.lists read.organizations read.parties vocabulary.dates
                read.exercises.statistics -> eventsourcing read read.exercises read.lists read.organizations
                read.facts -> eventsourcing projection.findings read vocabulary.sources
                read.findings -> read read.facts read.lists read.organizations read.parties vocabulary.sources
                read.institutions -> read read.facts read.lists read.organizations read.parties vocabulary.dates
                read.instruments -> eventsourcing read read.facts read.lists read.organizations read.parties vocabulary.dates vocabulary.instruments vocabulary.sources
                read.lists -> read
                read.memberships -> eventsourcing read read.facts read.lists read.organizations read.parties vocabulary.dates vocabulary.parties vocabulary.sources
                read.memberships.years -> read read.facts read.lists read.memberships read.organizations read.parties vocabulary.dates vocabulary.parties vocabulary.sources
                read.organizations -> eventsourcing read read.facts read.lists vocabulary.dates vocabulary.parties vocabulary.sources
                read.parties -> eventsourcing read read.lists read.organizations vocabulary.dates vocabulary.names vocabulary.parties
                route -> eventsourcing eventsourcing.http login web
                security -> eventsourcing eventsourcing.http
                texts -> database eventsourcing.background eventsourcing.follow search
                web -> eventsourcing eventsourcing.http log read read.changes read.documents read.fields read.lists web.output web.parameters web.representation web.tags
                web.parameters -> eventsourcing log read read.exercises vocabulary.dates vocabulary.parties vocabulary.timeline
                web.representation -> eventsourcing.http web.parameters
                web.resource -> read read.changes read.documents read.exercises read.exercises.participations read.exercises.statistics read.facts read.findings read.institutions read.instruments read.memberships read.memberships.years read.organizations read.parties search vocabulary.dates vocabulary.instruments vocabulary.parties web web.parameters
                web.tags -> log read
                """);
    }
}
