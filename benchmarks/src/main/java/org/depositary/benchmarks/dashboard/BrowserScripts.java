package org.depositary.benchmarks.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.depositary.benchmarks.BenchmarkRun;

/**
 * Runs scripts of {@code deploy/verify/src/test/browser}, with the packages that {@code src/test/clients} there pins. They
 * need Node.js and Chromium.
 */
final class BrowserScripts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PACKAGES = List.of("package.json", "package-lock.json", ".npmrc");

    private final Path directory;

    private BrowserScripts(Path directory) {
        this.directory = directory;
    }

    /** Copies the scripts and installs their packages. */
    static BrowserScripts install(BenchmarkRun run) throws IOException, InterruptedException {
        run.say("  installing the packages of the browser scripts");
        var tests = run.home().resolve("deploy/verify/src/test");
        var directory = Files.createDirectories(run.data().resolve("browser"));
        for (var file : PACKAGES) {
            Files.copy(tests.resolve("clients").resolve(file), directory.resolve(file));
        }
        try (var scripts = Files.newDirectoryStream(tests.resolve("browser"), "*.js")) {
            for (var script : scripts) {
                Files.copy(script, directory.resolve(script.getFileName()));
            }
        }
        output(new ProcessBuilder("npm", "--prefix", directory.toString(), "ci"));
        return new BrowserScripts(directory);
    }

    /** Runs a script. Returns the line of its output that is a JSON object. */
    JsonNode run(String script, Map<String, Object> parameters) throws IOException, InterruptedException {
        var command = List.of("node", directory.resolve(script).toString(), JSON.writeValueAsString(parameters));
        var output = output(new ProcessBuilder(command));
        var figures = output.lines().filter(line -> line.startsWith("{")).findFirst();
        return JSON.readTree(figures.orElseThrow(() -> new IOException(script + " printed no figures: " + output)));
    }

    private static String output(ProcessBuilder command) throws IOException, InterruptedException {
        var process = command.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("%s failed: %s".formatted(command.command(), output));
        }
        return output;
    }
}
