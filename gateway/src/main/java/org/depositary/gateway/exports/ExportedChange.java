package org.depositary.gateway.exports;

import com.fasterxml.jackson.databind.JsonNode;

/** The fields of a change, a CloudEvent: they are the columns of the export of changes. */
record ExportedChange(
        String cursor,
        String id,
        String type,
        String source,
        String subject,
        String time,
        long sequence,
        String actor,
        String datacontenttype,
        JsonNode data) {}
