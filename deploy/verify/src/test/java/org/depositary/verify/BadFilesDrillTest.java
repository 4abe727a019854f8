package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.depositary.documents.extraction.samples.BadFile;
import org.depositary.documents.extraction.samples.BadFiles;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Uploads all bad files to an installation, one after the other. Other uploads and reads go on in between. A server on
 * this machine must see no connection. {@code ./depositary drill files} runs it.
 */
@Tag("drill")
class BadFilesDrillTest {

    private static final Duration SLOWEST = Duration.ofSeconds(30);
    private static final String UNFINISHED = "received";

    private final List<String> failures = new ArrayList<>();
    private Duration slowestFile = Duration.ZERO;
    private Duration slowestRead = Duration.ZERO;
    private Duration slowestUpload = Duration.ZERO;
    private int reads;

    @Test
    void each_has_the_right_status_within_thirty_seconds() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var installation = TestInstallation.start("bad-files");
                var memory = ExtractionMemory.watch(installation)) {
            server.setSoTimeout(1);
            await("the documents of the register are extracted")
                    .until(() -> new EventTables(installation).unread() == 0);
            var files = BadFiles.all("http://localhost:%d/secret.dtd".formatted(server.getLocalPort()));
            for (var file : files) {
                check(installation, file);
                if (isContacted(server)) {
                    failures.add(file.name() + ": the server saw a connection");
                }
            }
            System.out.printf(
                    "drill: %d files, the slowest took %.1f s; %s; beside them %d reads and as many uploads, the slowest"
                            + " took %.2f s and %.2f s%n",
                    files.size(), seconds(slowestFile), memory, reads, seconds(slowestRead), seconds(slowestUpload));
            assertThat(failures).isEmpty();
            assertThat(slowestFile).isLessThan(SLOWEST);
            assertThat(memory.highest()).isLessThan(ExtractionMemory.LIMIT);
        }
    }

    private void check(TestInstallation installation, BadFile file) {
        var client = installation.client().with(installation.token("contributor"));
        var bytes = file.bytes().get();
        long start = System.nanoTime();
        var answer = upload(client, bytes, file.declared().isEmpty() ? "application/octet-stream" : file.declared());
        var location = answer.header("Location");
        useOtherwise(client);
        var document = await(file.name())
                .until(
                        () -> client.get(location),
                        read -> read.status() == 200
                                && !UNFINISHED.equals(read.body().path("status").asText()))
                .body();
        slowestFile = longer(slowestFile, start);
        var status = document.path("status").asText();
        var problem = document.path("problem").asText();
        if (file.expected().stream().map(ExtractionStatus::label).noneMatch(status::equals)
                || !status.equals(ExtractionStatus.OK.label()) && problem.isEmpty()) {
            failures.add("%s: %s, %s".formatted(file.name(), status, problem));
        }
    }

    /** Others upload and read while the bad file is extracted. */
    private void useOtherwise(OriginClient client) {
        reads++;
        long start = System.nanoTime();
        client.get("/api/organizations/sco/members").expect(200);
        slowestRead = longer(slowestRead, start);
        start = System.nanoTime();
        upload(
                client,
                "The council met for the %d. time.".formatted(reads).getBytes(StandardCharsets.UTF_8),
                "text/plain");
        slowestUpload = longer(slowestUpload, start);
    }

    private static GatewayAnswer upload(OriginClient client, byte[] bytes, String mediaType) {
        var answer =
                client.send("POST", "/api/documents", BodyPublishers.ofByteArray(bytes), "Content-Type", mediaType);
        assertThat(answer.status()).as(answer.text()).isIn(200, 202);
        return answer;
    }

    private static boolean isContacted(ServerSocket server) throws IOException {
        try (var connection = server.accept()) {
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    private static Duration longer(Duration longest, long start) {
        var duration = Duration.ofNanos(System.nanoTime() - start);
        return duration.compareTo(longest) > 0 ? duration : longest;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
