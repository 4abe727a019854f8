package org.depositary.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The summary of a drill: each fault and the times until everything worked again. */
final class DrillSummary {

    private final Map<String, List<Duration>> healings = new TreeMap<>();

    void healed(Fault fault, Duration after) {
        healings.computeIfAbsent(fault.toString(), name -> new ArrayList<>()).add(after);
    }

    /** A table in Markdown: fault, count, and seconds from the end of the fault until everything worked again. */
    String table() {
        var table = new StringBuilder("| fault | times | healed after, median | at most |\n|---|---|---|---|\n");
        healings.forEach((fault, times) -> {
            var sorted = times.stream().sorted().toList();
            table.append("| %s | %d | %.1f s | %.1f s |%n"
                    .formatted(
                            fault, sorted.size(), seconds(sorted.get(sorted.size() / 2)), seconds(sorted.getLast())));
        });
        return table.toString();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
