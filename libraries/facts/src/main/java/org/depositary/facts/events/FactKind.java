package org.depositary.facts.events;

/**
 * One kind of fact. Its statement is a record, which also defines its JSON and its schema.
 *
 * @param name {@code membership-change}; the later events are {@code <name>-corrected} and so on
 * @param recordedAs the name of the event that records a fact: {@code membership-changed}
 * @param schemaVersion the version of the statement's shape in events
 * @param path the URL path of the facts: {@code /api/membership-changes}
 */
public record FactKind<V>(String name, String recordedAs, int schemaVersion, Class<V> statement, String path) {

    public String url(String id) {
        return path + "/" + id;
    }
}
