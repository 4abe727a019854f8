package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The TypeScript of the dashboard: its types, which its bundler does not check, and the tests of its functions. */
@Tag("full")
class DashboardSourcesTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath();

    @Test
    void types_are_right() {
        ForeignClients.tool("tsc", "--project", copiedTests().toString());
    }

    @Test
    void functions_do_what_their_tests_say() throws IOException {
        var tests = tests(copiedTests());
        var arguments = Stream.concat(Stream.of("--test"), tests.map(Path::toString));
        assertThat(ForeignClients.tool("tsx", arguments.toArray(String[]::new)))
                .contains("# fail 0")
                .doesNotContain("# pass 0");
    }

    /** Some tests read the contracts of the services. */
    private static Path copiedTests() {
        ForeignClients.copiedDirectory(ROOT.resolve("contracts"), "contracts");
        return ForeignClients.copiedDirectory(ROOT.resolve("dashboard"), "dashboard")
                .resolve("src/test/ts");
    }

    private static Stream<Path> tests(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".test.ts")).toList().stream();
        }
    }
}
