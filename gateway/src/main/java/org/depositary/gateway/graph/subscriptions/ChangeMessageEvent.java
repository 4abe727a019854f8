package org.depositary.gateway.graph.subscriptions;

/** What a message of the subscription says. The stream of server-sent events uses the same words. */
enum ChangeMessageEvent {
    CHANGE("A change. Its CloudEvent is in the other fields."),
    POSITION("All matching changes up to this cursor were sent. Subscribe with it, and you miss nothing."),
    RESET("The cursor is unknown, so changes may be missing. Read the snapshot. This subscription continues.");

    private final String description;

    ChangeMessageEvent(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
