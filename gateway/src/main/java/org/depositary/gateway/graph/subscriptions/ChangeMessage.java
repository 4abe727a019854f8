package org.depositary.gateway.graph.subscriptions;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.function.Function;
import org.depositary.gateway.live.EncodedChange;
import org.depositary.gateway.log.Cursor;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A message of the subscription. Fields are null where the event has no such value. */
@Description("A message of the subscription `changes`: a change as a CloudEvent 1.0, or a cursor")
public record ChangeMessage(
        @NonNull ChangeMessageEvent event,

        @NonNull @Description("Subscribe with `since` set to it to go on after this message") String cursor,

        @Id @Description("UUID of the event") String id,
        @Description("CloudEvents type, such as `org.depositary.membership.membership-changed.v1`") String type,
        @Description("The service that recorded the change") String source,
        @Description("The stream of the change, such as `membership:sco/KZ`") String subject,
        @Description("When the change was recorded (RFC 3339)") String time,
        @Description("The version in the stream") Integer sequence,
        @Description("A pseudonymous id of who recorded the change") String actor,
        @Description("The event, with `factChange`: what it changed") Object data,

        @Description("Only for RESET: a URL with the same filters from the beginning")
        String snapshot) {

    static ChangeMessage position(Cursor cursor) {
        return cursor(ChangeMessageEvent.POSITION, cursor, null);
    }

    static ChangeMessage reset(Cursor cursor, String snapshot) {
        return cursor(ChangeMessageEvent.RESET, cursor, snapshot);
    }

    private static ChangeMessage cursor(ChangeMessageEvent event, Cursor cursor, String snapshot) {
        return new ChangeMessage(event, cursor.toString(), null, null, null, null, null, null, null, null, snapshot);
    }

    static ChangeMessage change(EncodedChange change) {
        try (var reader = ClientMessage.JSON.createReader(new StringReader(change.json()))) {
            var event = reader.readObject();
            Function<String, String> text = name -> event.getString(name, null);
            return new ChangeMessage(
                    ChangeMessageEvent.CHANGE,
                    change.cursor().toString(),
                    text.apply("id"),
                    text.apply("type"),
                    text.apply("source"),
                    text.apply("subject"),
                    text.apply("time"),
                    event.getInt("sequence"),
                    text.apply("actor"),
                    data(event),
                    null);
        }
    }

    private static Object data(JsonObject event) {
        return event.get("data");
    }
}
