package org.depositary.gateway.hooks.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.depositary.gateway.hooks.store.SentChange;
import org.depositary.gateway.live.EncodedChange;

/** Makes what is sent to webhooks: changes as streams have them, and pings. */
@ApplicationScoped
public class WebhookMessages {

    private static final String PING = "org.depositary.webhook.ping.v1";
    private static final int ID_BYTES = 16;

    private final ObjectMapper json;

    WebhookMessages(ObjectMapper json) {
        this.json = json;
    }

    SentChange change(UUID webhook, EncodedChange encoded) {
        var event = parse(encoded.json());
        var id = UUID.fromString(event.path("id").asText());
        var change = encoded.change();
        return new SentChange(
                messageId(webhook, id),
                id,
                change.type(),
                change.kind(),
                event.path("subject").asText(),
                change.cursor(),
                change.recordedAt(),
                encoded.json());
    }

    /** A ping has no cursor, because it is no change. */
    SentChange ping(UUID webhook, Instant now) {
        var id = UUID.randomUUID();
        var subject = "webhook:" + webhook;
        var event = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id.toString())
                .put("type", PING)
                .put("source", "/gateway")
                .put("subject", subject)
                .put("time", now.toString())
                .put("datacontenttype", "application/json");
        event.putObject("data").put("webhook", webhook.toString());
        return new SentChange(messageId(webhook, id), id, PING, "ping", subject, null, now, event.toString());
    }

    /** The same for every delivery of an event to a webhook, by whichever gateway, and not the id of the event. */
    static String messageId(UUID webhook, UUID event) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((webhook + "/" + event).getBytes(StandardCharsets.UTF_8));
            return "msg_" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonNode parse(String event) {
        try {
            return json.readTree(event);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
