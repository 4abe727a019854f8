package org.depositary.kubernetes.rules;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** The pods, addresses and Secrets that the operators create for custom resources. */
final class OperatorPods {

    private static final int POSTGRESQL = 5432;
    private static final int KEYCLOAK = 8080;

    private OperatorPods() {}

    /** The labels of the operators' pods that policies use. */
    static Stream<Map<String, String>> labels(Overlay overlay) {
        return Stream.concat(
                overlay.databases().map(OperatorPods::labelsOfDatabase),
                Stream.concat(
                        overlay.ofKind("Kafka").map(kafka -> Map.of("strimzi.io/name", kafka.name() + "-kafka")),
                        overlay.ofKind("Keycloak").map(keycloak -> Map.of("app", keycloak.name()))));
    }

    private static Map<String, String> labelsOfDatabase(Manifest database) {
        var labels = Manifest.strings(database.at("/spec/inheritedMetadata/labels"));
        labels.put("cnpg.io/cluster", database.name());
        return labels;
    }

    /** Addresses that pods can use, as {@code host:port}, with the label of the pods behind them. */
    static Map<String, String> addresses(Overlay overlay) {
        var databases = overlay.databases()
                .map(database ->
                        Map.entry(database.name() + "-rw:" + POSTGRESQL, "cnpg.io/cluster=" + database.name()));
        var kafka = overlay.ofKind("Kafka").flatMap(cluster -> cluster.each("/spec/kafka/listeners")
                .map(listener -> Map.entry(
                        cluster.name() + "-kafka-bootstrap:"
                                + listener.path("port").asInt(),
                        "strimzi.io/name=" + cluster.name() + "-kafka")));
        var keycloak = overlay.ofKind("Keycloak")
                .map(server -> Map.entry(server.name() + "-service:" + KEYCLOAK, "app=" + server.name()));
        var services = overlay.ofKind("Service").flatMap(service -> service.each("/spec/ports")
                .filter(port -> port.path("name").asText().equals("http"))
                .map(port -> Map.entry(
                        service.name() + ":" + port.path("port").asInt(), "app.kubernetes.io/name=" + service.name())));
        return Stream.of(databases, kafka, keycloak, services)
                .flatMap(entries -> entries)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Set<String> secrets(Overlay overlay) {
        return Stream.of(
                        overlay.databases()
                                .flatMap(database -> Stream.of(database.name() + "-app", database.name() + "-ca")),
                        overlay.ofKind("KafkaUser").map(Manifest::name),
                        overlay.ofKind("Kafka").map(kafka -> kafka.name() + "-cluster-ca-cert"),
                        overlay.ofKind("Certificate")
                                .map(certificate ->
                                        certificate.at("/spec/secretName").asText()),
                        overlay.ofKind("ExternalSecret")
                                .map(secret -> secret.at("/spec/target/name").asText()))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }
}
