package org.depositary.verify;

import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.depositary.verify.ArchivedAnswers.Import;
import org.junit.jupiter.api.Test;

/**
 * Creates an archive of an installation of this version in the directory {@code -Darchive.make=}. The test runs do
 * not include it: it runs only with {@code -Dtest=ArchiveMaker}. {@code archive/README.md} has the whole command.
 */
class ArchiveMaker {

    private static final String SET = "yearbook";
    private static final String HALF = "half";
    private static final int PARTIES = 8;
    private static final int RECORDED = 6;

    private final InstallationArchive archive = new InstallationArchive(
            Path.of(Objects.requireNonNull(System.getProperty("archive.make"), "-Darchive.make=DIRECTORY is missing"))
                    .toAbsolutePath());

    private TestInstallation installation;
    private MembershipImports imports;
    private ArchiveContents contents;

    @Test
    void make() throws Exception {
        try (var started = TestInstallation.start("archive-maker", "--empty")) {
            installation = started;
            imports = new MembershipImports(installation);
            contents = new ArchiveContents(installation);
            // A recycled segment of the write-ahead log is full of old records, and does not compress.
            administer("ALTER SYSTEM SET wal_recycle = off", "SELECT pg_reload_conf()");
            fill();
            park();
            archive.write(expectations());
            administer("ALTER SYSTEM RESET wal_recycle", "SELECT pg_switch_wal()", "CHECKPOINT");
        }
        KilledImport.mend(installation, TestInstallation.MEMBERSHIP_SERVICE);
        archive.pack(installation.data());
    }

    private void fill() {
        contents.upload("communique", "communique.html", "text/html");
        contents.upload("waterraad", "waterraad.txt", "text/plain");
        contents.write();
        archive.writeFile(SET, StateYearFile.of(1, SET, 3, 24).ofFirst(PARTIES).text());
        archive.writeFile(
                HALF, StateYearFile.of(2, HALF, 16, 64).ofFirst(PARTIES).text());
        contents.name(SET, imports.send(SET, archive.file(SET)));
        contents.name("rehearsal", imports.rehearse(HALF, archive.file(HALF)));
    }

    /** One record for each reason why a record is parked. */
    private void park() {
        var known = awaitChanges().stream()
                .map(change -> change.path("subject").asText())
                .filter(subject -> subject.startsWith("membership:" + SET))
                .findFirst()
                .orElseThrow();
        try (var stranger = new StrangerProducer(installation.kafka())) {
            stranger.sendNonsense("nonsense");
            stranger.sendEvent("membership:river-council/PT", 2, "membership-changed", "{}");
            stranger.sendEvent(known, 1, "membership-changed", "{}");
        }
        var admin = installation.client().with(installation.token("admin"));
        await("three records are parked")
                .until(() -> admin.get("/api/parked").expect(200).items().size() == 3);
    }

    private ArchivedAnswers expectations() throws Exception {
        var yearbook = new Import(contents.named(SET), imports.completed(contents.named(SET)));
        var rehearsed = imports.completed(contents.named("rehearsal"));
        var changes = awaitChanges().stream().map(ArchivedAnswers.Change::of).toList();
        var reads = contents.reads();
        var half = new Import(KilledImport.ofMemberships(installation, HALF, archive.file(HALF), RECORDED), rehearsed);
        return new ArchivedAnswers(
                Instant.now().toString(),
                changes,
                new EventTables(installation).events().entries(),
                contents.writes(),
                reads,
                Map.of(SET, yearbook, HALF, half));
    }

    /** Waits until everything recorded is in the change log. Returns all changes. */
    private List<JsonNode> awaitChanges() {
        var tables = new EventTables(installation);
        var changes = new ChangeFeedClient(installation.client());
        await("everything can be read")
                .until(() -> tables.outbox() == 0 && changes.all().size() == tables.count());
        return changes.all();
    }

    private void administer(String... statements) throws SQLException {
        var address = installation.administration("postgres");
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }
}
