package org.depositary.vocabulary.timeline;

/**
 * A change that cannot follow from what came before it.
 *
 * @param offending id of that change
 * @param with id of the change that made it impossible; the empty string if none did, as when a party leaves that never
 *     was in
 * @param reason a sentence for people
 */
public record Conflict(String offending, String with, String reason) {}
