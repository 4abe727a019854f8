package org.depositary.kubernetes.rules;

import static org.depositary.kubernetes.rules.AllRules.unless;

import java.util.Map;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** A Job migrates the schema and ends. A service only compares its schema, and works on a newer one. */
final class MigrationRule implements Rule {

    private static final Map<String, String> OF_A_JOB = Map.of(
            "QUARKUS_INIT_AND_EXIT", "true",
            "QUARKUS_FLYWAY_MIGRATE_AT_START", "true",
            // Flyway compares before it migrates, so a Job that compares never migrates.
            "QUARKUS_FLYWAY_VALIDATE_AT_START", "false",
            "QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS", "*:future,*:missing");

    private static final Map<String, String> OF_A_SERVICE = Map.of(
            "QUARKUS_FLYWAY_MIGRATE_AT_START", "false",
            "QUARKUS_FLYWAY_VALIDATE_AT_START", "true",
            "QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS", "*:future,*:missing");

    @Override
    public Stream<String> violations(Overlay overlay) {
        return Stream.concat(
                overlay.deployments()
                        .flatMap(service ->
                                Stream.concat(settings(overlay, service, OF_A_SERVICE), job(overlay, service))),
                overlay.ofKind("Job").flatMap(job -> settings(overlay, job, OF_A_JOB)));
    }

    private static Stream<String> settings(Overlay overlay, Manifest workload, Map<String, String> wanted) {
        var environment = new Environment(overlay, workload);
        return wanted.entrySet().stream()
                .filter(setting -> !environment
                        .value(setting.getKey())
                        .filter(setting.getValue()::equals)
                        .isPresent())
                .map(setting -> "%s does not have %s".formatted(workload, setting));
    }

    /** The Job of a service has its image and its database. */
    private static Stream<String> job(Overlay overlay, Manifest service) {
        return overlay.find("Job", service.name() + "-migration").stream()
                .flatMap(job -> Stream.concat(
                        unless(image(job).equals(image(service)), "%s has another image than its service", job),
                        unless(
                                database(overlay, job).equals(database(overlay, service)),
                                "%s has another database",
                                job)));
    }

    private static String image(Manifest workload) {
        return workload.at("/spec/template/spec/containers/0/image").asText();
    }

    private static String database(Overlay overlay, Manifest workload) {
        return new Environment(overlay, workload)
                .value("QUARKUS_DATASOURCE_JDBC_URL")
                .orElse("none");
    }
}
