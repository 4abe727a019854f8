package org.depositary.eventsourcing.store;

/** The id of a stream, {@code membership:sco/UZ}: the type of its aggregate and the name within it. */
public record StreamId(String type, String name) implements Comparable<StreamId> {

    @Override
    public int compareTo(StreamId other) {
        return toString().compareTo(other.toString());
    }

    /** The id in its stored and published form. */
    @Override
    public String toString() {
        return type + ":" + name;
    }

    /** Parses an id that this register wrote. */
    public static StreamId parse(String text) {
        var colon = text.indexOf(':');
        return new StreamId(text.substring(0, colon), text.substring(colon + 1));
    }
}
