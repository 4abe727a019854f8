package org.depositary.gateway.feeder;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.depositary.gateway.log.OrganizationsAndParties;

/**
 * An event as its service published it.
 *
 * @param version version of the stream after this event, from 1
 * @param cloudEvent the whole event as CloudEvents 1.0 JSON
 */
record PublishedEvent(
        UUID id,
        String streamId,
        int version,
        String kind,
        String type,
        OffsetDateTime recordedAt,
        OrganizationsAndParties facets,
        String cloudEvent) {}
