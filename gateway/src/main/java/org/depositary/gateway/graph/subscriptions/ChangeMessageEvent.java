package org.depositary.gateway.graph.subscriptions;

import org.eclipse.microprofile.graphql.Description;

/** What a message of the subscription says. The same words as the events of the stream. */
@Description("What a message of the subscription `changes` says")
public enum ChangeMessageEvent {
    @Description("A change. Its CloudEvent is in the other fields.")
    CHANGE,
    @Description("Nothing else matched up to this cursor. Keep it: a subscription after it misses nothing.")
    POSITION,
    @Description("The cursor of `since` is unknown, so changes may be missing. Read the snapshot; this subscription goes on.")
    RESET
}
