package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.depositary.local.installation.LocalServers;
import org.depositary.local.process.LaunchFailure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A register is lost and restored to a moment, as the runbooks say. It then answers what it answered at that moment.
 *
 * <p>{@code ./depositary drill restore} writes more; {@code -Drestore.writes=N} sets the number.
 */
@Tag("full")
class RestoreDrillTest {

    private static final int WRITES = Integer.getInteger("restore.writes", 200);
    /** The blocks of the runbook. */
    private static final int RESTORE = 5;

    private static final int TAKE_KAFKA_ALONG = 6;
    private static final int CHECK = 7;

    private static final String REACHED = "recovery stopping before commit";

    private static LostRegister lost;

    @BeforeAll
    static void lose_a_register() throws Exception {
        lost = LostRegister.create(WRITES);
        // Nothing below may use the old files.
        Files.move(
                lost.installation().data().resolve("postgres/cluster"),
                lost.installation().data().resolve("postgres/lost"));
    }

    @Test
    void a_register_is_restored_to_a_moment_and_kafka_is_ahead_of_it() throws Exception {
        var runbook = restored("restored", lost.backup());
        runbook.run(TAKE_KAFKA_ALONG);
        answersAsAtTheMoment("restored", runbook, true);
    }

    @Test
    void a_register_is_restored_into_another_installation() throws Exception {
        var runbook = restored("restored-elsewhere", lost.backup());
        answersAsAtTheMoment("restored-elsewhere", runbook, false);
    }

    @Test
    void a_recovery_that_cannot_reach_the_moment_does_not_start() throws Exception {
        var runbook = restored("restored-without-a-segment", backupWithoutASegment());
        assertThatThrownBy(() -> LocalServers.start(TestInstallation.ROOT, data("restored-without-a-segment")))
                .isInstanceOf(LaunchFailure.class);
        assertThatThrownBy(() -> runbook.run(CHECK)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_recovery_without_a_moment_that_ends_early_without_a_word_is_reported() throws Exception {
        var name = "restored-too-early";
        var runbook = restored(name, backupWithoutASegment());
        askForNoMoment(name);
        try (var servers = LocalServers.start(TestInstallation.ROOT, data(name))) {
            assertThat(servers.postgres().isReady()).as("no error").isTrue();
            assertThatThrownBy(() -> runbook.run(CHECK)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void a_recovery_without_a_moment_restores_everything_that_is_archived() throws Exception {
        var name = "restored-to-the-end";
        var runbook = restored(name, lost.backup());
        askForNoMoment(name);
        try (var servers = LocalServers.start(TestInstallation.ROOT, data(name))) {
            assertThat(servers.postgres().isReady()).isTrue();
            assertThat(runbook.run(CHECK)).contains("restored log file").doesNotContain(REACHED);
        }
    }

    private static void askForNoMoment(String name) throws IOException {
        var settings = data(name).resolve("postgres/cluster/postgresql.auto.conf");
        Files.writeString(settings, Files.readString(settings).replaceFirst("recovery_target_time = '.*'", ""));
    }

    private static Path data(String name) {
        return lost.installation().data().resolveSibling(name);
    }

    /** Restores the files of PostgreSQL into an empty data directory with this name. */
    private static Runbook restored(String name, Path backup) {
        var variables = Map.of(
                "BACKUP", backup.toString(),
                "RESTORED", TestInstallation.emptied(name).toString(),
                "MOMENT", lost.moment().toString());
        var runbook = Runbook.of("backup-and-restore", lost.installation(), variables);
        runbook.run(RESTORE);
        return runbook;
    }

    /** A copy of the backup without the segment of the log in which the moment is. */
    private static Path backupWithoutASegment() throws IOException {
        var backup = TestInstallation.emptied("restore-backup-with-a-gap");
        SystemCommand.of("cp", "-R", lost.backup().toString(), backup.toString())
                .must();
        Files.delete(backup.resolve("wal").resolve(lost.segment()));
        return backup;
    }

    private static void answersAsAtTheMoment(String name, Runbook restoring, boolean kafkaIsAhead) throws Exception {
        var began = Instant.now();
        try (var restored =
                TestInstallation.startPrepared(name, lost.installation().port())) {
            assertThat(restoring.run(CHECK)).contains(REACHED);
            new EventTables(restored).events().sameAs(lost.events());
            if (kafkaIsAhead) {
                await("the gateway has what only Kafka has").until(() -> hasLaterChange(restored));
            }
            var kept = makeConsistent(restored);
            if (kafkaIsAhead) {
                assertThat(kept).as("what curators record again").contains(lost.later());
            }
            var contributor = restored.client().with(restored.token("contributor"));
            await("the answers at the moment")
                    .untilAsserted(() -> assertThat(RegisterAnswers.at(contributor, lost.moment()))
                            .isEqualTo(lost.answers()));
            assertThat(hasLaterChange(restored)).isFalse();
            var all = worksOn(restored);
            System.out.printf(
                    "restore: %s: %d writes before and after the moment, %d events restored, the same answers after %d s; %d"
                            + " events afterwards%n",
                    name,
                    lost.writes(),
                    lost.events().entries().size(),
                    Duration.between(began, Instant.now()).toSeconds(),
                    all);
        }
    }

    private static boolean hasLaterChange(TestInstallation restored) {
        return new ChangeFeedClient(restored.client())
                .all().stream()
                        .anyMatch(change ->
                                change.path("data").path("id").asText().equals(lost.later()));
    }

    /** Follows the runbook for a Kafka that is ahead. Returns the newest events of the old log. */
    private static String makeConsistent(TestInstallation restored) {
        var runbook = Runbook.of("restored-service-database", restored, Map.of());
        runbook.run(1);
        restored.close();
        runbook.run(2);
        restored.again();
        runbook.run(3);
        var tables = new EventTables(restored);
        await("everything is published again").until(() -> tables.outbox() == 0);
        new EventTopicReader(restored)
                .events()
                .withoutRepeats()
                .gapless()
                .sameAs(tables.events().gapless());
        var pages = new ChangeFeedClient(restored.client()).follow();
        await("the gateway has everything")
                .ignoreExceptions()
                .until(() -> pages.more() >= lost.events().entries().size());
        pages.ledger().gapless().sameAs(lost.events());
        var kept = runbook.run(4);
        runbook.wasCarriedOut();
        return kept;
    }

    /** Writes as before, and checks that nothing is lost or repeated. Returns the number of events. */
    private static int worksOn(TestInstallation restored) throws Exception {
        var curator = restored.client().with(restored.token("curator"));
        assertThat(LostRegister.recordWithKey(curator).header("Idempotency-Replayed"))
                .as("a write before the moment, repeated")
                .isEqualTo("true");
        quoteNewDocument(curator);
        var changes = new ChangeFeedClient(restored.client());
        try (var subscriber = EventSourceClient.to(changes.stream(ChangeFeedClient.FROM_THE_START));
                var load = new WriteLoad(curator, LostRegister.WRITES_PER_SECOND, () -> subscriber.count("change"))) {
            load.start();
            await("writes go on").until(() -> load.count() >= WRITES);
            assertThat(load.stop(LIMIT)).isTrue();
            assertThat(load.unexpected()).isEmpty();
            return new EventLossCheck(restored, load, true).compare(subscriber);
        }
    }

    /** Services read the texts of documents from Kafka, which they had read further before. */
    private static void quoteNewDocument(OriginClient curator) {
        var text = BodyPublishers.ofString("The council met in Osh. All its members agreed to the plan.");
        var document = curator.send("POST", "/api/documents", text, "Content-Type", "text/plain")
                .expect(202)
                .header("Location");
        var passages = await("its passages")
                .until(
                        () -> curator.get(document + "/passages"),
                        answer -> answer.status() == 200 && !answer.items().isEmpty())
                .items();
        var source = new HashMap<String, Object>();
        source.put("document", document.substring(document.lastIndexOf('/') + 1));
        source.put("anchor", passages.getFirst().path("anchor").asText());
        source.put("quote", "The council met");
        var organization = CommandBodies.with(CommandBodies.organization("Quoted"), "sources", List.of(source));
        await("a quote of it is accepted")
                .until(() -> curator.put("/api/organizations/quoted", organization), put -> put.status() != 503)
                .expect(201);
    }
}
