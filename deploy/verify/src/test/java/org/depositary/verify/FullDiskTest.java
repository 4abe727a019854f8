package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.depositary.verify.Fault.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With a full disk, writes are refused with a reason, and no acknowledged write is lost. */
@Tag("full")
class FullDiskTest {

    private static final int WRITES_PER_SECOND = 100;
    private static final int REFUSALS = 20;

    @Test
    void nothing_is_lost_on_a_full_disk_and_all_goes_on_once_there_is_room() throws Exception {
        var data = TestInstallation.emptied("full-disk");
        try (var postgres = SmallDisk.mounted(data.resolve("postgres"), 400);
                var kafka = SmallDisk.mounted(data.resolve("kafka"), 200);
                var uploads = SmallDisk.mounted(data.resolve("uploads"), 20)) {
            // The directory in which the launcher lets Java create temporary files.
            Files.createDirectories(data.resolve(TestInstallation.DOCUMENTS_SERVICE));
            Files.writeString(
                    data.resolve(TestInstallation.DOCUMENTS_SERVICE).resolve("environment"),
                    "JDK_JAVA_OPTIONS=-Djava.io.tmpdir=" + uploads.path() + "\n");
            try (var installation = TestInstallation.startPrepared("full-disk", "--empty")) {
                uploadsAreRefused(installation, uploads.path());
                var faults = List.<Fault>of(
                        new FullDisk("PostgreSQL", postgres.path(), FullDiskTest::refuses),
                        new FullDisk("Kafka", kafka.path(), FullDiskTest::publishesNothing));
                new FaultDrill(faults, WRITES_PER_SECOND).run(installation);
            }
        }
    }

    /** A write that cannot be recorded is not acknowledged. */
    private static BooleanSupplier refuses(Scene scene) {
        var before = scene.load().refused();
        return () -> scene.load().refused() >= before + REFUSALS;
    }

    /** Recorded events wait in the outbox. */
    private static BooleanSupplier publishesNothing(Scene scene) {
        return () -> new EventTables(scene.installation()).outbox() > 2 * WRITES_PER_SECOND;
    }

    private static void uploadsAreRefused(TestInstallation installation, Path uploads) throws IOException {
        var contributor = installation.client().with(installation.token("contributor"));
        FullDisk.fill(uploads.resolve("ballast"));
        var refused = upload(contributor);
        assertThat(refused.status()).as(refused.text()).isIn(503, 507);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(new EventTables(installation).count()).as("nothing recorded").isZero();
        Files.delete(uploads.resolve("ballast"));
        assertThat(upload(contributor).status()).isEqualTo(202);
        var tables = new EventTables(installation);
        await("it is read").until(() -> tables.count() == 2);
    }

    private static GatewayAnswer upload(OriginClient contributor) {
        return contributor.send(
                "POST",
                "/api/documents?filename=large.txt",
                BodyPublishers.ofString("The council met in Osh and agreed on all points. ".repeat(4_000)),
                "Content-Type",
                "text/plain");
    }
}
