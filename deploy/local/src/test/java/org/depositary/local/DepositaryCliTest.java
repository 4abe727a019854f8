package org.depositary.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.depositary.local.installation.DataDirectory;
import org.depositary.local.installation.InstallationFile;
import org.depositary.local.installation.InstallationPorts;
import org.depositary.local.process.LaunchFailure;
import org.depositary.local.process.LoopbackPort;
import org.depositary.local.service.LocalTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepositaryCliTest {

    @TempDir
    Path directory;

    private record Ended(int exit, String out, String err) {}

    @Test
    void a_token_is_printed_alone_once_the_key_exists() {
        LocalTokens.in(directory);
        var ended = run("token", "--role", "admin", "--data", directory.toString());
        assertThat(ended.exit()).isZero();
        assertThat(ended.out().strip()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void without_an_installation_there_is_no_token() {
        var ended = run("token", "--data", directory.toString());
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("No installation exists").contains("./depositary up");
    }

    @Test
    void an_unknown_role_is_answered_with_the_roles_there_are() {
        LocalTokens.in(directory);
        var ended = run("token", "--role", "editor", "--data", directory.toString());
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("editor").contains("reader, contributor, curator, admin");
    }

    @Test
    void a_port_that_is_taken_is_named_with_what_to_do() throws Exception {
        int gateway = LoopbackPort.anyFree();
        try (var taken = new ServerSocket(gateway + 1, 1, InetAddress.getLoopbackAddress())) {
            assertThat(failure(() -> new InstallationPorts(gateway).mustBeFree()))
                    .contains("port " + taken.getLocalPort())
                    .contains("membership-service")
                    .contains("--port N");
        }
    }

    @Test
    void a_management_port_that_is_taken_is_named_with_what_to_do() throws Exception {
        int gateway = LoopbackPort.anyFree();
        try (var taken = new ServerSocket(gateway + 1003, 1, InetAddress.getLoopbackAddress())) {
            assertThat(failure(() -> new InstallationPorts(gateway).mustBeFree()))
                    .contains("port " + taken.getLocalPort())
                    .contains("the management interface of exercises-service")
                    .contains("--port N");
        }
    }

    @Test
    void a_port_that_is_none_is_refused() {
        assertThat(run("up", "--port", "70000", "--data", directory.toString()).err())
                .contains("--port must be a number from 1 to");
        assertThat(run("up", "--port", "64533", "--data", directory.toString()).err())
                .contains("--port must be a number from 1 to 64532");
        assertThat(run("up", "--port", "http", "--data", directory.toString()).err())
                .contains("--port");
    }

    @Test
    void an_unknown_service_in_dev_mode_is_answered_with_the_services_there_are() {
        var ended = run("up", "--dev", "archive", "--data", directory.toString());
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("archive").contains("gateway, membership, documents, exercises");
    }

    @Test
    void a_data_directory_takes_one_installation_at_a_time() {
        var data = new DataDirectory(directory);
        data.create();
        var lock = data.lock();
        data.installationFile().write(new InstallationFile.Running(42, "http://127.0.0.1:9080", true, List.of()));
        assertThat(lock.isValid()).isTrue();
        var ended = run("up", "--data", directory.toString());
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err())
                .contains("already runs on " + directory)
                .contains("process 42, http://127.0.0.1:9080")
                .contains("--data DIR --port N");
    }

    @Test
    void a_data_directory_that_cannot_be_made_is_named() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "in the way");
        var ended = run("up", "--data", file.resolve("data").toString());
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("cannot be written").contains("--data DIR");
    }

    @Test
    void ingest_says_when_no_installation_runs() throws Exception {
        LocalTokens.in(directory);
        var text = Files.writeString(directory.resolve("text.txt"), "Text.");
        int nobody = LoopbackPort.anyFree();
        var ended = run("ingest", text.toString(), "--data", directory.toString(), "--port", "" + nobody);
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("No installation answers at http://127.0.0.1:" + nobody);
    }

    @Test
    void every_command_explains_itself() {
        for (var command : List.of("up", "token", "ingest")) {
            var ended = run(command, "--help");
            assertThat(ended.exit()).isZero();
            assertThat(ended.out()).contains("Usage: ./depositary " + command).contains("--data");
        }
    }

    private static String failure(Runnable action) {
        try {
            action.run();
            return "";
        } catch (LaunchFailure failure) {
            return failure.getMessage();
        }
    }

    private static Ended run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = DepositaryCli.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ended(exit, out.toString(), err.toString());
    }
}
