package org.depositary.gateway.feeder;

import java.util.UUID;
import org.depositary.gateway.log.OrganizationsAndParties;

/**
 * The last event of a stream in the change log.
 *
 * @param version version of that event; 0 if the stream has no event
 * @param facets organisations and parties that any event of the stream names
 */
record StreamHead(int version, UUID eventId, OrganizationsAndParties facets) {

    static final StreamHead NONE = new StreamHead(0, new UUID(0, 0), OrganizationsAndParties.NONE);

    StreamHead after(PublishedEvent event) {
        return new StreamHead(event.version(), event.id(), event.facets().and(facets));
    }
}
