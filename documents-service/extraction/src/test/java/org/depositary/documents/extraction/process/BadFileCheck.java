package org.depositary.documents.extraction.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.depositary.documents.extraction.ExtractionOutcome;
import org.depositary.documents.extraction.ExtractionOutcome.Read;
import org.depositary.documents.extraction.samples.BadFile;
import org.depositary.documents.extraction.samples.BadFiles;
import org.depositary.documents.extraction.structure.DeclaredMediaType;
import org.depositary.documents.extraction.structure.ExtractionLimits;
import org.depositary.documents.extraction.structure.ExtractionStatus;

/**
 * Extracts bad files in a worker, as documents-service does, and checks the status and the reason. A server on this
 * machine must see no connection, and the worker must leave no file outside its directory.
 */
final class BadFileCheck implements AutoCloseable {

    private static final long HEAP = 192L * 1024 * 1024;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final WorkerDirectory directory = WorkerDirectory.create();
    private final ExtractionLimits limits;
    private WorkerProcess worker;

    /** @param limits the limits of each extraction */
    BadFileCheck(ExtractionLimits limits) throws IOException {
        this.limits = limits;
        server.setSoTimeout(1);
    }

    List<BadFile> files() {
        return BadFiles.all("http://localhost:%d/secret.dtd".formatted(server.getLocalPort()));
    }

    void check(BadFile file) throws Exception {
        ExtractionOutcome outcome = extract(file);

        assertThat(outcome.status())
                .as("%s: %s", file.name(), outcome.problem())
                .isIn(file.expected());
        if (outcome.status() != ExtractionStatus.OK) {
            assertThat(outcome.problem().orElseThrow())
                    .as(file.name())
                    .endsWith(".")
                    .hasSizeBetween(15, 300);
        }
        if (outcome instanceof Read read) {
            assertThat(read.text()).as(file.name()).doesNotContain("root:x:0:0");
            assertThat(read.passages()).as(file.name()).isNotEmpty();
        }
        assertThat(isContacted())
                .as("%s: the server saw a connection", file.name())
                .isFalse();
        assertThat(Path.of("/outside.txt")).doesNotExist();
        assertThat(directory.path().resolveSibling("outside.txt")).doesNotExist();
    }

    private ExtractionOutcome extract(BadFile file) throws Exception {
        if (worker == null || !worker.isAlive()) {
            worker = WorkerProcess.start(HEAP, directory.path());
        }
        Files.write(directory.document(), file.bytes().get());
        var response = worker.extract(
                new ExtractionRequest(directory.document(), DeclaredMediaType.of(file.declared()), limits));
        if (response.last()) {
            worker.close();
            worker = null;
        }
        return response.outcome();
    }

    private boolean isContacted() throws IOException {
        try (var connection = server.accept()) {
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (worker != null) {
            worker.close();
        }
        directory.delete();
        server.close();
    }
}
