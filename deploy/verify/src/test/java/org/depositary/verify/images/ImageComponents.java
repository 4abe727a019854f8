package org.depositary.verify.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.depositary.kubernetes.render.Manifest;

/**
 * The jars in an image, and those that its lists of components (SBOM) name. Paths are relative to {@code /app}.
 *
 * @param jars in the image
 * @param listed in a list of components
 */
public record ImageComponents(Set<String> jars, Set<String> listed) {

    private static final String WORKER = "extraction-worker";
    private static final String WORKER_LIBRARIES = "lib/" + WORKER + "/";

    public static ImageComponents of(String image) {
        var root = Path.of(Podman.run("image", "mount", image));
        try {
            var app = root.resolve("app");
            var lists = root.resolve(label(image).substring(1));
            return new ImageComponents(jarsBelow(app), listedIn(lists));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Podman.run("image", "unmount", image);
        }
    }

    /** The directory of the lists, as the image says. */
    private static String label(String image) {
        return Podman.run("image", "inspect", "--format", "{{index .Config.Labels \"org.depositary.sbom\"}}", image);
    }

    private static Set<String> jarsBelow(Path app) throws IOException {
        var jars = new TreeSet<String>();
        try (var files = Files.walk(app)) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .forEach(file -> jars.add(app.relativize(file).toString()));
        }
        return jars;
    }

    private static Set<String> listedIn(Path directory) throws IOException {
        var listed = new TreeSet<String>();
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                var list = new ObjectMapper().readTree(file.toFile());
                if (file.getFileName().toString().startsWith(WORKER)) {
                    Manifest.elements(list.path("components")).forEach(library -> listed.add(workerJar(library)));
                } else {
                    listed.addAll(list.at("/metadata/component").findValuesAsText("location"));
                    listed.addAll(list.path("components").findValuesAsText("location"));
                }
            }
        }
        return listed;
    }

    /** Maven's name of the file. */
    private static String workerJar(JsonNode component) {
        return WORKER_LIBRARIES + component.path("name").asText() + "-"
                + component.path("version").asText() + ".jar";
    }
}
