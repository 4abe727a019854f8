package org.depositary.gateway.feeder;

import java.util.UUID;
import org.depositary.gateway.log.OrganizationsAndParties;

/**
 * Where a stream stands in the log.
 *
 * @param version of its last event; 0 before the first
 * @param facets of all its events
 */
record StreamHead(int version, UUID eventId, OrganizationsAndParties facets) {

    static final StreamHead NONE = new StreamHead(0, new UUID(0, 0), OrganizationsAndParties.NONE);

    StreamHead after(PublishedEvent event) {
        return new StreamHead(event.version(), event.id(), event.facets().and(facets));
    }
}
