package org.depositary.kubernetes.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.ProjectFiles;

/** The names of metrics, as Prometheus reads them, by who publishes them. */
final class PublishedMetrics {

    /** Published by Micrometer in every process. */
    static final Set<String> OF_MICROMETER = Set.of(
            "http_server_requests_seconds_count",
            "http_server_requests_seconds_sum",
            "jvm_gc_pause_seconds_sum",
            "jvm_memory_used_bytes",
            "process_cpu_usage",
            "system_cpu_count");

    /** Published by Prometheus itself, the kubelet, kube-state-metrics and cert-manager. */
    static final Set<String> OF_OTHERS = Set.of(
            "up",
            "ALERTS",
            "kubelet_volume_stats_available_bytes",
            "kubelet_volume_stats_capacity_bytes",
            "kube_deployment_status_replicas_unavailable",
            "certmanager_certificate_expiration_timestamp_seconds");

    private static final Pattern METER = Pattern.compile(
            "(Gauge\\.builder|Timer\\.builder|Counter\\.builder|gauge)\\(\\s*\"(depositary\\.[^\"]+)\"");

    private PublishedMetrics() {}

    /** The metrics {@code depositary_*}: those that the sources register. */
    static Set<String> ofDepositary() {
        var names = new TreeSet<String>();
        Stream.of("libraries", "gateway", "membership-service", "documents-service", "exercises-service")
                .flatMap(directory -> ProjectFiles.list(directory, ".java").stream())
                .filter(file -> file.toString().contains("/src/main/java/"))
                .flatMap(file -> METER.matcher(ProjectFiles.read(file)).results())
                .forEach(meter -> {
                    var name = meter.group(2).replaceAll("[.-]", "_");
                    switch (meter.group(1)) {
                        case "Timer.builder" ->
                            Stream.of("", "_count", "_sum", "_max")
                                    .map(end -> name + "_seconds" + end)
                                    .forEach(names::add);
                        case "Counter.builder" -> names.add(name + "_total");
                        default -> names.add(name);
                    }
                });
        return names;
    }

    static Set<String> all() {
        return Stream.of(ofDepositary(), OF_MICROMETER, OF_OTHERS)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
