package org.depositary.kubernetes.defects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;
import org.depositary.kubernetes.rules.AllRules;

/** Kinds of mistakes in manifests. Each can be planted at a random place of an overlay. */
public enum Defect {
    TYPO_IN_A_FIELD(Defect::hasFields) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var object = pick(objects(manifest.json().path("spec")), random);
            var field = pick(object.properties().stream().map(Map.Entry::getKey).toList(), random);
            object.set(field + "x", object.remove(field));
        }
    },
    WRONG_TYPE(Defect::hasFields) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var object = pick(objects(manifest.json().path("spec")), random);
            var field = pick(object.properties().stream().map(Map.Entry::getKey).toList(), random);
            object.putObject(field).putObject("wrong").put("type", 1);
        }
    },
    REMOVED_API_VERSION(manifest -> manifest.apiVersion().contains("/")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            manifest.json().put("apiVersion", manifest.apiVersion().replaceAll("/.*", "/v1beta1"));
        }
    },
    SELECTOR_THAT_MATCHES_NOTHING(ofKind("Service", "PodDisruptionBudget", "Deployment", "NetworkPolicy")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var spec = (ObjectNode) manifest.at("/spec");
            var selector = spec.has("podSelector") ? spec.path("podSelector") : spec.path("selector");
            var labels = (ObjectNode) (selector.has("matchLabels") ? selector.path("matchLabels") : selector);
            labels.put(pick(labels.properties().stream().map(Map.Entry::getKey).toList(), random), "nothing");
        }
    },
    MISSING_PROBE(ofKind("Deployment")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            container(manifest).remove(pick(PROBES, random));
        }
    },
    PROBE_OF_THE_PUBLIC_PORT(ofKind("Deployment")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            ((ObjectNode) container(manifest).path(pick(PROBES, random)).path("httpGet")).put("port", "http");
        }
    },
    PORT_WITHOUT_SERVICE(ofKind("Service")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var ports = (ArrayNode) manifest.at("/spec/ports");
            ports.remove(random.nextInt(ports.size()));
        }
    },
    ADDRESS_THAT_NOTHING_ANSWERS(Defect::hasAddresses) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var settings = (ObjectNode) manifest.at("/data");
            settings.put("KAFKA_BOOTSTRAP_SERVERS", "event-kafka-bootstrap:9093");
        }
    },
    TOPIC_NOT_IN_THE_CODE(ofKind("KafkaTopic")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            ((ObjectNode) manifest.at("/metadata")).put("name", manifest.name() + "s");
        }
    },
    OTHER_TOPIC_SETTINGS(ofKind("KafkaTopic")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            ((ObjectNode) manifest.at("/spec/config")).put("cleanup.policy", "compact,delete");
        }
    },
    TOO_MANY_RIGHTS(ofKind("KafkaUser")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var acl = pick(manifest.each("/spec/authorization/acls").toList(), random);
            ((ArrayNode) acl.path("operations")).add("Delete");
        }
    },
    MISSING_RIGHT(ofKind("KafkaUser")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var acls = (ArrayNode) manifest.at("/spec/authorization/acls");
            acls.remove(random.nextInt(acls.size()));
        }
    },
    PLAIN_SECRET(Manifest::isWorkload) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            ((ArrayNode) container(manifest).path("env"))
                    .addObject()
                    .put("name", "QUARKUS_DATASOURCE_PASSWORD")
                    .put("value", "hunter2");
        }
    },
    SECRET_THAT_NOTHING_CREATES(Manifest::isWorkload) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var references = manifest.json().findValues("secretKeyRef");
            ((ObjectNode) pick(references, random)).put("name", "by-hand");
        }
    },
    ROOT_USER(Manifest::isWorkload) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            ((ObjectNode) manifest.podSpec().path("securityContext")).put("runAsUser", 0);
        }
    },
    WRITABLE_ROOT(Manifest::isWorkload) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var security = (ObjectNode) container(manifest).path("securityContext");
            security.remove(
                    pick(List.of("readOnlyRootFilesystem", "allowPrivilegeEscalation", "capabilities"), random));
        }
    },
    NO_LIMIT(Manifest::isWorkload) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var resources = container(manifest).path("resources");
            ((ObjectNode) resources.path(pick(List.of("requests", "limits"), random))).remove("memory");
        }
    },
    HEAP_ABOVE_ITS_MEMORY(Manifest::isWorkload) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            Manifest.elements(container(manifest).path("env"))
                    .filter(variable -> variable.path("name").asText().equals("JDK_JAVA_OPTIONS"))
                    .forEach(variable -> ((ObjectNode) variable).put("value", "-Xmx4096m"));
        }
    },
    SETTING_THAT_DOES_NOT_EXIST(Manifest::isWorkload) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            ((ArrayNode) container(manifest).path("env"))
                    .addObject()
                    .put("name", pick(List.of("DEPOSITARY_FEEDER_TOPIC", "QUARKUS_HTTP_HOSTS", "KAFKA_ACK"), random))
                    .put("value", "1");
        }
    },
    OPEN_NETWORK(ofKind("NetworkPolicy")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var spec = (ObjectNode) manifest.at("/spec");
            spec.set(
                    "podSelector",
                    overlay.find("NetworkPolicy", "default-deny").orElseThrow().at("/spec/podSelector"));
            spec.putArray("ingress").addObject();
        }
    },
    CLOSED_NETWORK(manifest -> manifest.kind().equals("NetworkPolicy") && isOfService(manifest)) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            overlay.manifests().remove(manifest);
        }
    },
    PRIVATE_ADDRESS_REACHED(manifest -> !manifest.json().findValues("except").isEmpty()) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var exceptions = (ArrayNode) pick(manifest.json().findValues("except"), random);
            exceptions.remove(random.nextInt(exceptions.size()));
        }
    },
    NO_TIME_TO_END(ofKind("Deployment")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            ((ObjectNode) manifest.podSpec()).put("terminationGracePeriodSeconds", 30);
        }
    },
    MIGRATION_THAT_COMPARES_FIRST(ofKind("Job")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var variables = (ArrayNode) container(manifest).path("env");
            variables.removeIf(variable -> variable.path("name").asText().equals("QUARKUS_FLYWAY_VALIDATE_AT_START"));
        }
    },
    MIGRATION_OF_ANOTHER_VERSION(ofKind("Job")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            container(manifest).put("image", container(manifest).path("image").asText() + "1");
        }
    },
    IMAGE_WITHOUT_VERSION(Manifest::isWorkload) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            container(manifest).put("image", "registry.example.org/depositary/gateway:latest");
        }
    },
    BUDGET_THAT_BLOCKS(ofKind("Deployment")) {
        @Override
        void spoil(Overlay overlay, Manifest manifest, Random random) {
            var budget = overlay.find("PodDisruptionBudget", manifest.name());
            budget.ifPresentOrElse(
                    overlay.manifests()::remove, () -> ((ObjectNode) manifest.at("/spec")).put("replicas", 2));
        }
    };

    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

    private static final List<String> MAPS = List.of(
            "labels",
            "annotations",
            "matchLabels",
            "selector",
            "config",
            "parameters",
            "requests",
            "limits",
            "metadata");

    private final Predicate<Manifest> place;

    Defect(Predicate<Manifest> place) {
        this.place = place;
    }

    abstract void spoil(Overlay overlay, Manifest manifest, Random random);

    /** Returns a copy of the overlay with this defect. */
    public Overlay plantedIn(Overlay overlay, Random random) {
        var copy = overlay.copy();
        spoil(copy, pick(copy.manifests().stream().filter(place).toList(), random), random);
        return copy;
    }

    private static Predicate<Manifest> ofKind(String... kinds) {
        return manifest -> List.of(kinds).contains(manifest.kind());
    }

    private static boolean hasFields(Manifest manifest) {
        return manifest.at("/spec").isObject() && AllRules.checkFieldsOf(manifest);
    }

    private static boolean hasAddresses(Manifest manifest) {
        return manifest.at("/data").has("KAFKA_BOOTSTRAP_SERVERS");
    }

    private static boolean isOfService(Manifest policy) {
        return policy.at("/spec/podSelector/matchLabels").has("app.kubernetes.io/name");
    }

    private static ObjectNode container(Manifest manifest) {
        return (ObjectNode) manifest.podSpec().path("containers").path(0);
    }

    /** The objects below a node whose fields have fixed names; maps of labels and settings are left out. */
    private static List<ObjectNode> objects(JsonNode node) {
        var objects = new ArrayList<ObjectNode>();
        collect(node, objects);
        return objects;
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            objects.add(object);
        }
        node.properties().stream()
                .filter(field -> !MAPS.contains(field.getKey()))
                .forEach(field -> collect(field.getValue(), objects));
        if (node.isArray()) {
            node.forEach(element -> collect(element, objects));
        }
    }

    private static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
