package org.depositary.membership.events;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.depositary.eventsourcing.relay.EventEnvelope;
import org.depositary.eventsourcing.relay.TopicDefinition;

final class MembershipEventTopic {

    private MembershipEventTopic() {}

    @Produces
    @Singleton
    static EventEnvelope envelope() {
        return new EventEnvelope(TopicDefinition.ofEvents("membership.events"), "membership", "/membership-service");
    }
}
