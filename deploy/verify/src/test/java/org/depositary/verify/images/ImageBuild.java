package org.depositary.verify.images;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.depositary.kubernetes.render.ProjectFiles;

/** Builds the base image and the images of the services from what Maven has packaged, with the scripts of operators. */
public final class ImageBuild {

    private static final String BASE = "localhost/depositary/base:dev";
    private static final Path SCRIPTS = ProjectFiles.ROOT.resolve("deploy/images");

    private ImageBuild() {}

    public static void run() {
        HostCommand.require("podman", "apt-get", "dpkg-deb");
        script("base", BASE).run();
        script("build", "localhost", "dev")
                .with("BASE", BASE)
                // Uses the existing build.
                .with("DEPOSITARY_BUILD", "never")
                .run();
    }

    /** Removes the images, also those of earlier builds that newer ones have replaced. */
    public static void remove() {
        var images = Podman.run("image", "list", "--format", "{{.Repository}}:{{.Tag}}")
                .lines()
                .filter(image -> image.matches("localhost/depositary/[^:]+:dev"))
                .toList();
        images.forEach(image -> Podman.run("image", "rm", "--force", image));
        Podman.run("image", "prune", "--force", "--filter", "label=org.depositary.sbom");
    }

    private static HostCommand script(String name, String... arguments) {
        var words = new ArrayList<>(List.of(SCRIPTS.resolve(name).toString()));
        words.addAll(List.of(arguments));
        return Podman.withSettings(HostCommand.of(words.toArray(String[]::new)))
                .with("JAVA_HOME", System.getProperty("java.home"));
    }
}
