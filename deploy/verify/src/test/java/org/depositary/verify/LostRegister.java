package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/**
 * A register that was backed up under writes and is then lost. Its answers at one moment are known, and writes continued after
 * that moment.
 *
 * @param installation which has ended
 * @param backup the base backup and the archived log
 * @param segment the file of the log in which the moment is
 * @param events of all services at the moment
 * @param answers at the moment
 * @param later a membership change after the moment
 * @param writes how many were acknowledged before and after the moment
 */
record LostRegister(
        TestInstallation installation,
        Path backup,
        Instant moment,
        String segment,
        EventLedger events,
        RegisterAnswers answers,
        String later,
        long writes) {

    static final String KEPT_KEY = "recorded-before-the-moment";

    static final int WRITES_PER_SECOND = 60;

    /** @param writes in each of five parts: one before the base backup, two up to the moment, two after it */
    static LostRegister create(int writes) throws Exception {
        var backup = TestInstallation.emptied("restore-backup");
        try (var installation = TestInstallation.start("restore-lost")) {
            var runbook = Runbook.of("backup-and-restore", installation, Map.of("BACKUP", backup.toString()));
            runbook.run(1);
            runbook.run(2);
            await("PostgreSQL archives")
                    .ignoreExceptions()
                    .until(() -> ask(installation, "SHOW archive_mode").equals("on") && installation.ready());
            long before;
            try (var load = load(installation)) {
                load.start();
                awaitFurther(load, writes);
                long atStart = load.count();
                runbook.run(3);
                assertThat(load.count()).as("writes during the backup").isGreaterThan(atStart);
                awaitFurther(load, writes);
                runbook.run(4);
                awaitFurther(load, writes);
                before = stop(load);
            }
            recordWithKey(curator(installation));
            var events = settled(installation);
            var moment = new EventTables(installation).now();
            var answers = RegisterAnswers.at(curator(installation), moment);
            var segment = ask(installation, "SELECT pg_walfile_name(pg_current_wal_lsn())");
            try (var load = load(installation)) {
                load.start();
                awaitFurther(load, writes);
                runbook.run(4);
                awaitFurther(load, writes);
                long all = before + stop(load);
                runbook.run(4);
                await("a later segment is archived").until(() -> isArchivedAfter(backup, segment));
                return new LostRegister(installation, backup, moment, segment, events, answers, later(load), all);
            }
        }
    }

    private static OriginClient curator(TestInstallation installation) {
        return installation.client().with(installation.token("curator"));
    }

    /** Records a fact with a key under which the answer is kept. */
    static GatewayAnswer recordWithKey(OriginClient curator) {
        return curator.post(
                        "/api/organizations/sco/membership-changes",
                        CommandBodies.change("BY", "dialogue-partner-status", "2010"),
                        "Idempotency-Key",
                        KEPT_KEY)
                .expect(201);
    }

    private static WriteLoad load(TestInstallation installation) {
        return new WriteLoad(curator(installation), WRITES_PER_SECOND, () -> Integer.MAX_VALUE);
    }

    private static void awaitFurther(WriteLoad load, int writes) {
        var next = load.count() + writes;
        await("writes go on").until(() -> load.count() >= next);
    }

    private static long stop(WriteLoad load) throws InterruptedException {
        assertThat(load.stop(LIMIT)).as("every write is answered").isTrue();
        assertThat(load.unexpected()).isEmpty();
        return load.count();
    }

    /** Waits until nothing is on its way any more. Returns all events. */
    private static EventLedger settled(TestInstallation installation) {
        var tables = new EventTables(installation);
        await("every document is read").until(() -> tables.unread() == 0);
        await("everything is published").until(() -> tables.outbox() == 0);
        var events = tables.events();
        var pages = new ChangeFeedClient(installation.client()).follow();
        await("the gateway has everything")
                .until(() -> pages.more() >= events.entries().size());
        return events;
    }

    private static boolean isArchivedAfter(Path backup, String segment) throws IOException {
        try (var files = Files.list(backup.resolve("wal"))) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.matches("[0-9A-F]{24}") && name.compareTo(segment) > 0);
        }
    }

    private static String later(WriteLoad load) {
        return load.acknowledged().stream()
                .filter(write -> write.stream().startsWith("membership:"))
                .reduce((earlier, last) -> last)
                .orElseThrow()
                .fact();
    }

    private static String ask(TestInstallation installation, String query) throws SQLException {
        var address = installation.administration("postgres");
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
