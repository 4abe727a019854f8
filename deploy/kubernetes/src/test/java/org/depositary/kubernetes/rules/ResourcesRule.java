package org.depositary.kubernetes.rules;

import static org.depositary.kubernetes.rules.AllRules.unless;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** Containers have requests and limits, their heap leaves room for the rest of the JVM, and images have a version. */
final class ResourcesRule implements Rule {

    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m");
    private static final double LARGEST_SHARE_OF_HEAP = 0.6;
    private static final long MEBIBYTE = 1024 * 1024;

    @Override
    public Stream<String> violations(Overlay overlay) {
        return overlay.workloads().flatMap(workload -> workload.containers().flatMap(container -> Stream.of(
                        amounts(workload, container), heap(overlay, workload, container), image(workload, container))
                .flatMap(violations -> violations)));
    }

    private static Stream<String> amounts(Manifest workload, JsonNode container) {
        return Stream.of("requests", "limits").flatMap(side -> Stream.of("cpu", "memory", "ephemeral-storage")
                .filter(what ->
                        !container.path("resources").path(side).path(what).isTextual())
                .map(what -> "%s has no %s of %s".formatted(workload, side, what)));
    }

    private static Stream<String> heap(Overlay overlay, Manifest workload, JsonNode container) {
        var limit = container.at("/resources/limits/memory").asText();
        var heap = HEAP.matcher(
                new Environment(overlay, workload).value("JDK_JAVA_OPTIONS").orElse(""));
        if (!heap.find() || limit.isEmpty()) {
            return Stream.of(workload + " has no limit of its heap or memory");
        }
        long bytes = Quantity.parse(limit).getNumericalAmount().longValue();
        return unless(
                Long.parseLong(heap.group(1)) * MEBIBYTE <= LARGEST_SHARE_OF_HEAP * bytes,
                "%s: the heap takes more than 60 %% of its memory",
                workload);
    }

    private static Stream<String> image(Manifest workload, JsonNode container) {
        var image = container.path("image").asText();
        int colon = image.lastIndexOf(':');
        return unless(
                colon > image.lastIndexOf('/') && !List.of("latest", "").contains(image.substring(colon + 1)),
                "%s: the image %s has no version",
                workload,
                image);
    }
}
