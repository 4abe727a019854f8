package org.depositary.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.local.LocalWaiting.LIMIT;
import static org.depositary.local.LocalWaiting.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    /** Short, so that a test can wait for its end. A program that is live may take longer. */
    private static final Duration START_LIMIT = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final LinkedBlockingQueue<Long> starts = new LinkedBlockingQueue<>();
    private Supervisor keeper;

    @BeforeEach
    void start() {
        var console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
        var surroundings = new Supervisor.Environment(
                console,
                new PidFiles(directory),
                new LogFiles(directory),
                START_LIMIT,
                Duration.ofSeconds(1),
                this::note);
        keeper = new Supervisor(new CatProgram("cat", directory), List.of(), surroundings);
        keeper.start();
    }

    private void note() {
        keeper.pid().ifPresent(starts::add);
    }

    @AfterEach
    void stop() {
        keeper.stop();
    }

    @Test
    void a_program_that_is_killed_is_started_again_and_that_is_said() throws Exception {
        var first = nextStart();
        ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(nextStart()).isNotEqualTo(first);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("cat was ended by signal 9; restarting it");
    }

    @Test
    void a_program_that_is_not_live_is_restarted_and_this_is_reported() throws Exception {
        var first = nextStart();
        Files.createFile(directory.resolve(CatProgram.NOT_LIVE));
        assertThat(nextStart()).isNotEqualTo(first);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("cat was not live for 1 seconds");
    }

    @Test
    void an_unexpected_exception_does_not_end_the_supervision() throws Exception {
        var first = nextStart();
        Files.createFile(directory.resolve(CatProgram.BROKEN));
        ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(nextStart()).isNotEqualTo(first);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("the start is broken once");
    }

    @Test
    void a_program_that_is_live_may_take_longer_to_become_ready() throws Exception {
        var first = nextStart();
        Files.createFile(directory.resolve(CatProgram.NOT_READY));
        ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
        await().until(() -> printed.toString(StandardCharsets.UTF_8)
                .contains("cat runs and is not ready yet: the file not-ready is there"));
        Files.delete(directory.resolve(CatProgram.NOT_READY));
        nextStart();
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("did not answer");
    }

    @Test
    void what_an_operator_sets_for_it_reaches_its_next_start() throws Exception {
        var first = nextStart();
        Files.writeString(directory.resolve("environment"), "# greets\n\nGREETING=good morning\n");
        ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
        nextStart();
        await().until(() -> printed.toString(StandardCharsets.UTF_8).contains("started good morning"));
    }

    @Test
    void a_line_that_sets_nothing_is_named() throws Exception {
        var first = nextStart();
        Files.writeString(directory.resolve("environment"), "GREETING\n");
        ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
        await().until(() -> printed.toString(StandardCharsets.UTF_8).contains("not NAME=value: GREETING"));
    }

    @Test
    void a_program_that_is_told_to_stop_ends_and_stays_ended() throws Exception {
        var process = ProcessHandle.of(nextStart()).orElseThrow();
        keeper.stop();
        assertThat(ProcessStatus.isRunning(process)).isFalse();
        assertThat(keeper.pid()).isEmpty();
        assertThat(directory.resolve("cat.pid")).doesNotExist();
        // Whoever could start it again has ended.
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("supervisor-cat")));
        assertThat(starts).isEmpty();
    }

    private Long nextStart() throws InterruptedException {
        var pid = starts.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(pid).as("a start").isNotNull();
        return pid;
    }
}
