package org.depositary.membership.events;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.depositary.eventsourcing.relay.EventEnvelope;
import org.depositary.eventsourcing.relay.Topic;

/** Where this service's events are published. */
final class MembershipEvents {

    private MembershipEvents() {}

    @Produces
    @Singleton
    static EventEnvelope envelope() {
        return new EventEnvelope(Topic.ofEvents("membership.events"), "membership", "/membership-service");
    }
}
