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

    private static final Path SOURCES = Path.of("../../dashboard/src").toAbsolutePath();
    private static final Path CONTRACTS = Path.of("../../contracts/openapi").toAbsolutePath();

    @Test
    void types_are_right() {
        var copy = ForeignClients.copiedDirectory(SOURCES, "dashboard");
        ForeignClients.tool("tsc", "--project", copy.resolve("test/ts").toString());
    }

    @Test
    void functions_do_what_their_tests_say() throws IOException {
        var copy = ForeignClients.copiedDirectory(SOURCES, "dashboard");
        ForeignClients.copiedDirectory(CONTRACTS, "openapi");
        var tests = tests(copy.resolve("test/ts"));
        var arguments = Stream.concat(Stream.of("--test", "--test-reporter=tap"), tests.map(Path::toString));
        assertThat(ForeignClients.tool("tsx", arguments.toArray(String[]::new)))
                .contains("# fail 0")
                .doesNotContain("# pass 0");
    }

    private static Stream<Path> tests(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".test.ts")).toList().stream();
        }
    }
}
