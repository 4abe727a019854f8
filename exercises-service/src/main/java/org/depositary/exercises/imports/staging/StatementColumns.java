package org.depositary.exercises.imports.staging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.depositary.eventsourcing.Problem;
import org.depositary.imports.rows.RowSources;

/** Finds the column of a file to which the pointer of a problem leads. */
final class StatementColumns {

    private static final Map<String, String> BY_FIELD = Map.of(
            "organizations", "organization",
            "dates", "start",
            "participants", "participants");

    private static final Map<String, String> BY_LAST_FIELD = Map.of(
            "name", "place",
            "country", "country",
            "lat", "lat",
            "lon", "lon",
            "min", "strength_min",
            "max", "strength_max");

    private StatementColumns() {}

    /** Returns the column of the most specific flaw: that of a latitude rather than that of its place. */
    static String of(Problem problem) {
        return problem.flaws().stream()
                .map(Problem.Flaw::pointer)
                .max(Comparator.comparing(pointer -> path(pointer).size()))
                .map(StatementColumns::of)
                .orElse("");
    }

    /** Returns the column and the reason of each flaw. */
    static String reason(Problem problem) {
        if (problem.flaws().isEmpty()) {
            return problem.detail();
        }
        var reasons = new ArrayList<String>();
        problem.flaws().forEach(flaw -> reasons.add("%s: %s".formatted(of(flaw.pointer()), flaw.detail())));
        return String.join(" ", reasons);
    }

    private static String of(String pointer) {
        var path = path(pointer);
        var last = path.getLast();
        return switch (path.getFirst()) {
            case "sources" -> RowSources.COLUMNS.contains(last) && !last.equals("title") ? last : "source";
            case "phases" -> BY_LAST_FIELD.getOrDefault(last, "place");
            case "strength" -> BY_LAST_FIELD.getOrDefault(last, "strength_min");
            default -> BY_FIELD.getOrDefault(path.getFirst(), path.getFirst());
        };
    }

    private static List<String> path(String pointer) {
        return List.of(pointer.replaceFirst("^#/?", "").split("/"));
    }
}
