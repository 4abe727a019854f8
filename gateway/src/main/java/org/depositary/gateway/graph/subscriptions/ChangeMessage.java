package org.depositary.gateway.graph.subscriptions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.depositary.gateway.live.EncodedChange;
import org.depositary.gateway.log.Cursor;

/** Makes the messages of the subscription: values by field name. */
final class ChangeMessage {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final TypeReference<HashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private ChangeMessage() {}

    static Map<String, Object> position(Cursor cursor) {
        return Map.of("event", ChangeMessageEvent.POSITION, "cursor", cursor.toString());
    }

    /** @param snapshot URL where a client reads everything again */
    static Map<String, Object> reset(Cursor cursor, String snapshot) {
        return Map.of("event", ChangeMessageEvent.RESET, "cursor", cursor.toString(), "snapshot", snapshot);
    }

    static Map<String, Object> change(EncodedChange change) {
        try {
            Map<String, Object> fields = MAPPER.readValue(change.json(), FIELDS);
            fields.put("event", ChangeMessageEvent.CHANGE);
            return Collections.unmodifiableMap(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The change log contains invalid JSON", impossible);
        }
    }
}
