package org.depositary.documents.extraction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depositary.testing.Waiting.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.depositary.documents.extraction.ExtractedDocument;
import org.depositary.documents.extraction.ExtractionOutcome.Read;
import org.depositary.documents.extraction.process.WorkerProcess.WorkerEnded;
import org.depositary.documents.extraction.samples.SampleFiles;
import org.depositary.documents.extraction.samples.SampleText;
import org.depositary.documents.extraction.structure.DeclaredMediaType;
import org.depositary.documents.extraction.structure.ExtractionLimits;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerProcessTest {

    private static final long HEAP = 192L * 1024 * 1024;

    private final WorkerDirectory directory = WorkerDirectory.create();

    @AfterEach
    void delete() {
        directory.delete();
    }

    @Test
    void a_worker_gives_the_same_result_as_an_extraction_in_this_process() throws Exception {
        byte[] file = SampleFiles.docx(SampleText.treaty(3, 10));

        try (var worker = WorkerProcess.start(HEAP, directory.path())) {
            for (int times = 0; times < 2; times++) {
                var response = extract(worker, file, ExtractedDocument.LIMITS);

                assertThat(response.outcome()).isEqualTo(ExtractedDocument.outcome(file, "", ExtractedDocument.LIMITS));
                assertThat(response.last()).isFalse();
            }
        }
    }

    @Test
    void a_killed_worker_says_so() throws Exception {
        try (var worker = WorkerProcess.start(HEAP, directory.path())) {
            worker.handle().destroyForcibly();

            assertThatThrownBy(() -> extract(worker, "text".getBytes(StandardCharsets.UTF_8), ExtractedDocument.LIMITS))
                    .isInstanceOf(WorkerEnded.class);
        }
    }

    @Test
    void a_worker_without_enough_memory_costs_only_its_document() throws Exception {
        byte[] large = "Some words of a long text.\n".repeat(180_000).getBytes(StandardCharsets.UTF_8);

        try (var worker = WorkerProcess.start(24L * 1024 * 1024, directory.path())) {
            try {
                var response = extract(worker, large, ExtractedDocument.LIMITS);

                assertThat(response.outcome().status())
                        .isIn(ExtractionStatus.TOO_LARGE, ExtractionStatus.PARTIAL, ExtractionStatus.TIMEOUT);
                assertThat(response.last()).isTrue();
            } catch (WorkerEnded alsoRight) {
                assertThat(alsoRight).hasMessageContaining("ended");
            }
        }
    }

    @Test
    void an_extraction_that_takes_too_long_keeps_the_text_that_it_has() throws Exception {
        byte[] book = SampleFiles.epub(SampleText.treaty(5, 4_000));
        var hurried = new ExtractionLimits(50_000_000, 5_000_000, Duration.ofMillis(100));

        try (var worker = WorkerProcess.start(HEAP * 2, directory.path())) {
            var outcome = extract(worker, book, hurried).outcome();

            assertThat(outcome.status()).isIn(ExtractionStatus.PARTIAL, ExtractionStatus.TIMEOUT);
            assertThat(outcome.problem())
                    .hasValueSatisfying(problem -> assertThat(problem).contains("took longer"));
            assertThat(!(outcome instanceof Read read) || !read.text().isEmpty())
                    .isTrue();
        }
    }

    @Test
    void a_worker_ends_when_its_input_ends() throws Exception {
        var worker = WorkerProcess.start(HEAP, directory.path());

        worker.endInput();

        await().until(() -> !worker.isAlive());
    }

    private ExtractionResponse extract(WorkerProcess worker, byte[] file, ExtractionLimits limits) throws Exception {
        Files.write(directory.document(), file);
        return worker.extract(new ExtractionRequest(directory.document(), DeclaredMediaType.of(""), limits));
    }
}
