package org.depositary.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The smallest valid bodies of commands. */
final class CommandBodies {

    static final Map<String, Object> SOURCE = Map.of("title", "Register of the verification", "published", "2026");

    private CommandBodies() {}

    static Map<String, Object> organization(String name) {
        return Map.of("names", Map.of("en", name), "sources", List.of(SOURCE));
    }

    static Map<String, Object> change(String party, String change, String effective) {
        return Map.of("party", party, "change", change, "effective", effective, "sources", List.of(SOURCE));
    }

    static Map<String, Object> exercise(String name, String dates, String... parties) {
        return Map.of(
                "name",
                name,
                "kind",
                "exercise",
                "status",
                "completed",
                "dates",
                dates,
                "participants",
                Arrays.stream(parties)
                        .map(party -> Map.of("party", party, "role", "participant"))
                        .toList(),
                "sources",
                List.of(SOURCE));
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    static Map<String, Object> without(Map<String, Object> body, String field) {
        var changed = new HashMap<>(body);
        changed.remove(field);
        return changed;
    }
}
