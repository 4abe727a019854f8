package org.depositary.verify.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** Creates the topics and the rights of an overlay, as Strimzi's operators do. */
record KafkaManifests(Overlay overlay) {

    void apply(int port) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            admin.createTopics(overlay.ofKind("KafkaTopic")
                            .map(KafkaManifests::topic)
                            .toList())
                    .all()
                    .get();
            admin.createAcls(overlay.ofKind("KafkaUser")
                            .flatMap(KafkaManifests::rights)
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static NewTopic topic(Manifest topic) {
        var partitions = Optional.of(topic.at("/spec/partitions").asInt());
        var replicas = Optional.of((short) topic.at("/spec/replicas").asInt());
        var settings = new HashMap<>(Manifest.strings(topic.at("/spec/config")));
        return new NewTopic(topic.name(), partitions, replicas).configs(settings);
    }

    private static Stream<AclBinding> rights(Manifest user) {
        return user.each("/spec/authorization/acls").flatMap(acl -> rights("User:CN=" + user.name(), acl));
    }

    private static Stream<AclBinding> rights(String principal, JsonNode acl) {
        var resource = acl.path("resource");
        var pattern = new ResourcePattern(
                ResourceType.fromString(resource.path("type").asText()),
                resource.path("name").asText(),
                PatternType.fromString(resource.path("patternType").asText().toUpperCase(Locale.ROOT)));
        return Manifest.elements(acl.path("operations"))
                .map(operation -> AclOperation.fromString(operation.asText().toUpperCase(Locale.ROOT)))
                .map(operation -> new AclBinding(
                        pattern, new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
    }
}
