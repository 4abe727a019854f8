package org.depositary.kubernetes.rules;

import static org.depositary.kubernetes.rules.AllRules.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** Topics and rights in Kafka are those of the code, and a lost broker loses no record. */
final class KafkaRule implements Rule {

    private static final Set<String> WRITE = Set.of("Create", "Describe", "Write");
    private static final Set<String> READ = Set.of("Describe", "Read");

    @Override
    public Stream<String> violations(Overlay overlay) {
        return Stream.of(
                        topics(overlay),
                        users(overlay),
                        overlay.ofKind("Kafka").flatMap(kafka -> durability(overlay, kafka)),
                        Stream.of("KafkaTopic", "KafkaUser", "KafkaNodePool")
                                .flatMap(overlay::ofKind)
                                .flatMap(manifest -> ofCluster(overlay, manifest)))
                .flatMap(violations -> violations);
    }

    private static Stream<String> topics(Overlay overlay) {
        var declared = overlay.ofKind("KafkaTopic")
                .collect(Collectors.toMap(Manifest::name, topic -> Manifest.strings(topic.at("/spec/config"))));
        return Stream.concat(
                unless(
                        declared.equals(CodeFacts.topics()),
                        "The topics are %s, in the code %s",
                        declared,
                        CodeFacts.topics()),
                overlay.ofKind("KafkaTopic")
                        .flatMap(topic -> unless(
                                topic.at("/spec/partitions").asInt() == CodeFacts.partitions(),
                                "%s does not have %s partitions",
                                topic,
                                CodeFacts.partitions())));
    }

    private static Stream<String> users(Overlay overlay) {
        Set<String> allowed = overlay.ofKind("KafkaUser")
                .flatMap(user -> user.each("/spec/authorization/acls").map(acl -> right(user.name(), acl)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> needed = new TreeSet<>();
        CodeFacts.writers().forEach((topic, service) -> needed.add(right(service, "topic", topic, WRITE)));
        CodeFacts.readers().forEach(reader -> {
            needed.add(right(reader.service(), "group", reader.group(), Set.of("Read")));
            reader.topics().forEach(topic -> needed.add(right(reader.service(), "topic", topic, READ)));
        });
        return unless(allowed.equals(needed), "The users may %s, but need %s", allowed, needed);
    }

    private static String right(String user, JsonNode acl) {
        var exact = acl.at("/resource/patternType").asText().equals("literal") ? "" : " (pattern)";
        return right(
                        user,
                        acl.at("/resource/type").asText(),
                        acl.at("/resource/name").asText(),
                        Manifest.elements(acl.path("operations"))
                                .map(JsonNode::asText)
                                .collect(Collectors.toSet()))
                + exact;
    }

    private static String right(String user, String type, String name, Set<String> operations) {
        return "%s: %s %s %s".formatted(user, new TreeSet<>(operations), type, name);
    }

    private static Stream<String> durability(Overlay overlay, Manifest kafka) {
        long brokers = overlay.ofKind("KafkaNodePool")
                .filter(pool ->
                        pool.each("/spec/roles").anyMatch(role -> role.asText().equals("broker")))
                .mapToLong(pool -> pool.at("/spec/replicas").asLong())
                .sum();
        long replicas = Math.min(3, brokers);
        var config = Manifest.strings(kafka.at("/spec/kafka/config"));
        var wanted = Map.of(
                "default.replication.factor", Long.toString(replicas),
                "min.insync.replicas", Long.toString(Math.max(1, replicas - 1)),
                "delete.topic.enable", "false",
                "auto.create.topics.enable", "false",
                "unclean.leader.election.enable", "false");
        return Stream.concat(
                unless(config.entrySet().containsAll(wanted.entrySet()), "%s does not have %s", kafka, wanted),
                overlay.ofKind("KafkaTopic")
                        .flatMap(topic -> unless(
                                topic.at("/spec/replicas").asLong() == replicas,
                                "%s does not have %s replicas",
                                topic,
                                replicas)));
    }

    private static Stream<String> ofCluster(Overlay overlay, Manifest manifest) {
        var cluster = Manifest.strings(manifest.at("/metadata/labels")).getOrDefault("strimzi.io/cluster", "");
        return unless(overlay.find("Kafka", cluster).isPresent(), "%s belongs to no Kafka", manifest);
    }
}
