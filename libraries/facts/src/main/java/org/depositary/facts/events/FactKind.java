package org.depositary.facts.events;

/**
 * One kind of fact: what it is called, and the record that is its statement, its JSON and its schema at once.
 *
 * @param name {@code membership-change}; its later events are {@code <name>-corrected} and so on
 * @param recordedAs the name of the event that records one, {@code membership-changed}
 * @param schemaVersion the version of the statement's shape in its events
 * @param path where its facts have their URLs, {@code /api/membership-changes}
 */
public record FactKind<V>(String name, String recordedAs, int schemaVersion, Class<V> statement, String path) {

    /** The URL of the fact with that id. */
    public String url(String id) {
        return path + "/" + id;
    }
}
