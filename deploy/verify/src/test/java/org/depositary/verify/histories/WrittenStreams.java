package org.depositary.verify.histories;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How far the streams of a history are written, and which of them have not been read since. */
final class WrittenStreams {

    private final Map<String, Integer> versions = new HashMap<>();
    private final Set<String> unread = new LinkedHashSet<>();

    /** @param answered {@code Depositary-Version}: streams with their versions */
    void add(String answered) {
        for (var version : answered.split(", ")) {
            int at = version.indexOf('@');
            if (at > 0) {
                versions.put(version.substring(0, at), Integer.parseInt(version.substring(at + 1)));
                unread.add(version.substring(0, at));
            }
        }
    }

    /** One event more in that stream, as a report tells. */
    void addOne(String stream) {
        versions.merge(stream, 1, Integer::sum);
        unread.add(stream);
    }

    /** Of what has not been read; empty where all has. */
    String unread() {
        return unread.stream()
                .map(stream -> stream + "@" + versions.get(stream))
                .collect(Collectors.joining(", "));
    }

    void read() {
        unread.clear();
    }
}
