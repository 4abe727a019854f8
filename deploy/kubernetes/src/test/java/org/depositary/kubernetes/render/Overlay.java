package org.depositary.kubernetes.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that {@code kubectl apply -k} would send for one overlay. */
public record Overlay(String name, List<Manifest> manifests) {

    public static final List<String> NAMES = List.of("dev", "staging", "production");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, Overlay> RENDERED = new HashMap<>();

    /** Renders an overlay, once per run. The caller must not change it; see {@link #copy()}. */
    public static synchronized Overlay of(String name) {
        return RENDERED.computeIfAbsent(name, Overlay::render);
    }

    private static Overlay render(String name) {
        try {
            var directory =
                    ProjectFiles.ROOT.resolve("deploy/kubernetes/overlays").resolve(name);
            var manifests = new ArrayList<Manifest>();
            try (var documents =
                    YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(Kubectl.kustomize(directory))) {
                documents.forEachRemaining(document -> manifests.add(new Manifest(document)));
            }
            return new Overlay(name, manifests);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Overlay copy() {
        return new Overlay(
                name,
                new ArrayList<>(manifests.stream()
                        .map(manifest -> new Manifest(manifest.json().deepCopy()))
                        .toList()));
    }

    public Stream<Manifest> ofKind(String kind) {
        return manifests.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    public Optional<Manifest> find(String kind, String name) {
        return ofKind(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
    }

    public Stream<Manifest> deployments() {
        return ofKind("Deployment");
    }

    public Stream<Manifest> workloads() {
        return manifests.stream().filter(Manifest::isWorkload);
    }

    /** The clusters of PostgreSQL. */
    public Stream<Manifest> databases() {
        return ofKind("Cluster");
    }
}
