package org.depositary.gateway.asyncapi;

import java.util.List;
import java.util.Locale;

/**
 * A topic of events.
 *
 * @param kind middle part of the types of its events
 * @param service the service that owns it
 * @param title what its events are about
 */
record EventTopic(String name, String kind, String service, String title) {

    static final List<EventTopic> ALL = List.of(
            new EventTopic(
                    "membership.events",
                    "membership",
                    "membership-service",
                    "Organisations, memberships, institutions"),
            new EventTopic("documents.events", "document", "documents-service", "Documents, instruments and acts"),
            new EventTopic("exercises.events", "exercise", "exercises-service", "Exercises and operations"));

    List<EventContract> events() {
        return EventContract.in("events/" + kind);
    }

    String type(EventContract event) {
        return "org.depositary.%s.%s.v%d".formatted(kind, event.name(), event.version());
    }

    /** Its key in the document, for example {@code membershipEvents}. */
    String channel() {
        return camelCase(name);
    }

    static String camelCase(String topic) {
        int dot = topic.indexOf('.');
        return topic.substring(0, dot) + capital(topic.substring(dot + 1));
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
