package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.depositary.documents.extraction.samples.SampleFiles;
import org.depositary.documents.extraction.samples.SamplePdf;
import org.depositary.documents.extraction.samples.SampleText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * documents-service or one of its extraction workers is killed while documents of several formats are extracted. Each
 * document is extracted once, completely.
 *
 * <p>{@code ./depositary drill extractions} kills a hundred times; {@code -Dextractions.kills=N} sets the number.
 */
@Tag("full")
class ExtractionKillTest {

    private static final int KILLS = Integer.getInteger("extractions.kills", 5);
    private static final int ARTICLES = 100;
    /** Longer than one document takes, so a kill can hit each of its steps. */
    private static final int LONGEST_PAUSE_MILLIS = 1_500;

    private static final List<SampleFormat> FORMATS = List.of(
            new SampleFormat("text/plain", SampleFiles::txt),
            new SampleFormat("text/html", SampleFiles::html),
            new SampleFormat("application/rtf", SampleFiles::rtf),
            new SampleFormat("application/vnd.oasis.opendocument.text", SampleFiles::odt),
            new SampleFormat("application/epub+zip", SampleFiles::epub),
            new SampleFormat(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", SampleFiles::docx),
            new SampleFormat("application/pdf", text -> SamplePdf.of(text, SamplePdf.Style.GAPS)));

    private record SampleFormat(String mediaType, Function<SampleText, byte[]> file) {}

    private final long seed = FaultDrill.anySeed();
    private final Random random = new Random(seed);
    /** The last words of each uploaded document, by its address. */
    private final Map<String, String> uploaded = new LinkedHashMap<>();

    private int cutOff;

    @Test
    void documents_that_a_kill_cuts_off_are_extracted_once() throws Exception {
        System.out.printf("drill: %d kills; repeat them with -Ddrill.seed=%d%n", KILLS, seed);
        try (var installation = TestInstallation.start("extractions", "--empty");
                var memory = ExtractionMemory.watch(installation)) {
            for (int n = 0; n < KILLS; n++) {
                kill(installation, n);
            }
            assertEveryDocumentOnce(installation);
            System.out.printf(
                    "drill: %d kills, %d of them while documents waited; %d documents; %s%n",
                    KILLS, cutOff, uploaded.size(), memory);
            assertThat(memory.highest()).isLessThan(ExtractionMemory.LIMIT);
        }
    }

    /** Uploads one document of each format and kills the service or a worker while they are extracted. */
    private void kill(TestInstallation installation, int n) {
        var tables = new EventTables(installation);
        for (var format : FORMATS) {
            upload(installation, format, SampleText.treaty(seed + uploaded.size(), ARTICLES));
        }
        boolean killsService = n % 2 == 0;
        FaultPause.millis(random.nextInt(LONGEST_PAUSE_MILLIS));
        long waiting = tables.unread();
        if (killsService) {
            var healed = installation.kill(TestInstallation.DOCUMENTS_SERVICE);
            await("documents-service has healed").until(healed::getAsBoolean);
        } else {
            var workers = await("a worker runs").until(() -> workers(installation), running -> !running.isEmpty());
            workers.get(random.nextInt(workers.size())).destroyForcibly();
        }
        cutOff += waiting > 0 ? 1 : 0;
        await("every document is extracted").until(() -> tables.unread() == 0);
        System.out.printf(
                "drill: %d/%d kill -9 %s with %d documents waiting%n",
                n + 1, KILLS, killsService ? "documents-service" : "a worker", waiting);
    }

    private static List<ProcessHandle> workers(TestInstallation installation) {
        return installation.process(TestInstallation.DOCUMENTS_SERVICE).stream()
                .flatMap(ProcessHandle::children)
                .toList();
    }

    private void upload(TestInstallation installation, SampleFormat format, SampleText text) {
        var location = installation
                .client()
                .with(installation.token("contributor"))
                .send(
                        "POST",
                        "/api/documents?rights=public",
                        BodyPublishers.ofByteArray(format.file().apply(text)),
                        "Content-Type",
                        format.mediaType())
                .expect(202)
                .header("Location");
        uploaded.put(location, text.texts().getLast());
    }

    private void assertEveryDocumentOnce(TestInstallation installation) {
        var tables = new EventTables(installation);
        await("the outbox is empty").until(() -> tables.outbox() == 0);
        var recorded = tables.events().gapless();
        var events = recorded.entries().stream()
                .collect(Collectors.groupingBy(ObservedEvent::stream, Collectors.counting()));
        // One was received, one extracted.
        assertThat(events)
                .hasSize(uploaded.size())
                .allSatisfy((stream, count) -> assertThat(count).as(stream).isEqualTo(2));
        new EventTopicReader(installation).events().withoutRepeats().gapless().sameAs(recorded);
        var pages = new ChangeFeedClient(installation.client()).follow();
        await("the gateway has every event")
                .until(() -> pages.more() >= recorded.entries().size());
        pages.ledger().gapless().sameAs(recorded);
        uploaded.forEach((location, lastWords) -> assertComplete(installation, location, lastWords));
    }

    private static void assertComplete(TestInstallation installation, String location, String lastWords) {
        var reader = installation.client().with(installation.token("contributor"));
        assertThat(reader.get(location).expect(200).body().path("status").asText())
                .as(location)
                .isEqualTo("ok");
        var text = await().until(() -> reader.get(location + "/text"), answer -> answer.status() != 503)
                .expect(200)
                .text();
        assertThat(text.replaceAll("\\s+", " ")).as(location).contains(lastWords);
    }
}
