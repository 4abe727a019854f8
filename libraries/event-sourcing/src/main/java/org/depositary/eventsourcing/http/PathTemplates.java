package org.depositary.eventsourcing.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the path template that a requested path matches, for example {@code /api/organizations/{id}}. */
public final class PathTemplates {

    private final Map<Integer, List<Template>> byLength;

    public PathTemplates(Collection<String> templates) {
        // If several templates match a path, the one with the fewest parameters is chosen.
        byLength = templates.stream()
                .map(Template::of)
                .sorted(Comparator.comparing(Template::parameters))
                .collect(Collectors.groupingBy(template -> template.segments().length));
    }

    /** The template of this path. A trailing slash makes no difference. */
    public Optional<String> of(String path) {
        var segments = segments(path);
        return byLength.getOrDefault(segments.length, List.of()).stream()
                .filter(template -> template.matches(segments))
                .map(Template::text)
                .findFirst();
    }

    private static String[] segments(String path) {
        var shown = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return shown.split("/", -1);
    }

    private record Template(String text, String[] segments) {

        static Template of(String text) {
            return new Template(text, PathTemplates.segments(text));
        }

        long parameters() {
            return text.chars().filter(character -> character == '{').count();
        }

        boolean matches(String[] path) {
            for (int i = 0; i < segments.length; i++) {
                if (!(isParameter(segments[i]) ? !path[i].isEmpty() : segments[i].equals(path[i]))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isParameter(String segment) {
            return segment.startsWith("{");
        }
    }
}
