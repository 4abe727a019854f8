package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of {@code docs/quick-start.md} as they are, against a running installation. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class QuickStartTest {

    private static final Pattern BLOCK = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /** Every command must succeed, and every answer of the register must be a success. */
    private static final String STRICT = """
        set -euo pipefail
        curl() { command curl --fail-with-body --silent --show-error "$@"; }
        """;

    private final TestInstallation installation;

    QuickStartTest(TestInstallation installation) {
        this.installation = installation;
    }

    @Test
    void every_command_of_the_quick_start_succeeds(@TempDir Path directory) throws IOException {
        var page = Files.readString(TestInstallation.ROOT.resolve("docs/quick-start.md"));
        var commands =
                BLOCK.matcher(page).results().map(block -> block.group(1)).collect(Collectors.joining());
        assertThat(commands).contains("members.csv", "/api/changes/stream", "/retraction");
        var output = SystemCommand.of("bash", "-c", STRICT + "cd '" + directory + "'\n" + here(commands))
                .must();
        assertThat(output).contains("\"status\":\"member\"", "HTTP/1.1 201");
        assertThat(directory.resolve("members.csv")).isNotEmptyFile();
        assertThat(directory.resolve("years.csv")).isNotEmptyFile();
    }

    /** The same commands for this installation instead of the usual one. */
    private String here(String commands) {
        var launcher =
                "'%s' token --data '%s'".formatted(TestInstallation.ROOT.resolve("depositary"), installation.data());
        return commands.replace("http://localhost:8080", "http://localhost:" + installation.port())
                .replace("./depositary token", launcher);
    }
}
