package org.depositary.verify.histories;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The versions of the history's streams, and which of them have not been read yet. */
final class WrittenStreams {

    private final Map<String, Integer> versions = new HashMap<>();
    private final Set<String> unread = new LinkedHashSet<>();

    /** @param answered the header {@code Depositary-Version}: streams with their versions */
    void add(String answered) {
        for (var version : answered.split(", ")) {
            int at = version.indexOf('@');
            if (at > 0) {
                versions.put(version.substring(0, at), Integer.parseInt(version.substring(at + 1)));
                unread.add(version.substring(0, at));
            }
        }
    }

    /** Adds one event of this stream, as listed in a report. */
    void addOne(String stream) {
        versions.merge(stream, 1, Integer::sum);
        unread.add(stream);
    }

    /** The versions that have not been read yet. Empty if all have been read. */
    String unread() {
        return unread.stream()
                .map(stream -> stream + "@" + versions.get(stream))
                .collect(Collectors.joining(", "));
    }

    void read() {
        unread.clear();
    }
}
