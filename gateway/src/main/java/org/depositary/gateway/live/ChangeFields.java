package org.depositary.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;

/** The fields of a change: a CloudEvent 1.0 with its cursor. */
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
