package org.depositary.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The fields of a change: a CloudEvent 1.0 with its cursor.
 *
 * @param cursor the position after this change; streams and pages continue from there
 * @param specversion the version of CloudEvents
 * @param id the UUID of the event
 * @param source the service that recorded the change
 * @param type for example {@code org.depositary.membership.membership-changed.v1}
 * @param subject the stream of the change, for example {@code membership:sco/KZ}
 * @param time when the change was recorded (RFC 3339)
 * @param datacontenttype the media type of the data
 * @param sequence the version in the stream
 * @param actor a pseudonymous id of the person who recorded the change
 * @param data the event; {@code factChange} says what it changed
 */
record ChangeFields(
        String cursor,
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        String time,
        String datacontenttype,
        int sequence,
        String actor,
        JsonNode data) {}
