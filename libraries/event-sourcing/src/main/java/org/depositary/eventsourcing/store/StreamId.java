package org.depositary.eventsourcing.store;

/** The id of a stream, for example {@code membership:sco/UZ}: the type of its aggregate and a name. */
public record StreamId(String type, String name) implements Comparable<StreamId> {

    @Override
    public int compareTo(StreamId other) {
        return toString().compareTo(other.toString());
    }

    /** The id as it is stored and published, for example {@code membership:sco/UZ}. */
    @Override
    public String toString() {
        return type + ":" + name;
    }

    /** Parses the stored form of an id. Does not validate it, because only this code writes such ids. */
    public static StreamId parse(String text) {
        var colon = text.indexOf(':');
        return new StreamId(text.substring(0, colon), text.substring(colon + 1));
    }
}
