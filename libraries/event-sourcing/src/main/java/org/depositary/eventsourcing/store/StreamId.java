package org.depositary.eventsourcing.store;

/** The name of a stream, {@code membership:sco/UZ}: the type of its aggregate and the name within it. */
public record StreamId(String type, String name) implements Comparable<StreamId> {

    @Override
    public int compareTo(StreamId other) {
        return toString().compareTo(other.toString());
    }

    /** The stream id as it is stored and published. */
    @Override
    public String toString() {
        return type + ":" + name;
    }

    /** The stream id in this text, which this register wrote itself. */
    public static StreamId parse(String text) {
        var colon = text.indexOf(':');
        return new StreamId(text.substring(0, colon), text.substring(colon + 1));
    }
}
