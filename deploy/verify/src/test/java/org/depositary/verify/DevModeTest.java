package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.depositary.local.process.ProcessStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service in dev mode works like the packaged one, and a saved file changes its answers. */
@Tag("full")
class DevModeTest {

    private static final List<String> COMPILED = Stream.concat(
                    SourceTreeCopy.LIBRARIES.stream(), Stream.of(TestInstallation.EXERCISES_SERVICE))
            .toList();

    private static final String EXERCISE =
            "exercises-service/src/main/java/org/depositary/exercises/domain/Exercise.java";

    @Test
    void a_saved_file_changes_the_answers_of_the_service() {
        var sources = SourceTreeCopy.of("dev-mode-sources", COMPILED);
        try (var installation = TestInstallation.start(sources, "dev-mode", "--empty", "--dev", "exercises")) {
            var curator = installation.client().with(installation.token("curator"));
            record(curator).expect(201);

            sources.replace(EXERCISE, "LONGEST_NAME = 300", "LONGEST_NAME = 3");
            await("the new limit").until(() -> record(curator).status() == 422);
            assertThat(record(curator).expect(422).text()).contains("#/name");

            var killed = installation.kill(TestInstallation.EXERCISES_SERVICE);
            await("the service is started again").until(killed::getAsBoolean);
            record(curator).expect(422);

            var processes = devModeProcesses(installation);
            assertThat(processes).hasSizeGreaterThanOrEqualTo(3);
            installation.close();
            assertThat(processes).noneMatch(ProcessStatus::isRunning);
        }
    }

    private static GatewayAnswer record(OriginClient curator) {
        return curator.post("/api/exercises", CommandBodies.exercise("Exercise " + UUID.randomUUID(), "2007", "CN"));
    }

    /** The shell, Maven and the JVM of the service. */
    private static List<ProcessHandle> devModeProcesses(TestInstallation installation) {
        var directory = installation.data().resolve(TestInstallation.EXERCISES_SERVICE);
        return ProcessHandle.allProcesses()
                .filter(process -> ProcessStatus.command(process).contains(directory.toString()))
                .toList();
    }
}
