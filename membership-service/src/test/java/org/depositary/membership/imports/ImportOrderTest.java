package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.ImportRequests.CHANGES;
import static org.depositary.membership.imports.ImportRequests.admin;
import static org.depositary.membership.imports.ImportRequests.assertCompleted;
import static org.depositary.membership.imports.ImportRequests.newSet;
import static org.depositary.membership.imports.ImportRequests.registerOrganization;
import static org.depositary.membership.imports.ImportRequests.send;
import static org.depositary.membership.imports.ImportRequests.sendAndWait;
import static org.depositary.membership.imports.ImportRequests.status;
import static org.depositary.membership.imports.ImportRequests.waitForEnd;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.depositary.imports.file.LineNumbers;
import org.depositary.imports.job.FileRowCounts;
import org.depositary.imports.job.HeldImports;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportQueue;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.ImportUnitStore;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Imports run one after the other, in the order of the queue. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class ImportOrderTest {

    @Inject
    DataSource dataSource;

    @Inject
    StoredStreams streams;

    @FunctionalInterface
    private interface DatabaseWork {
        void on(Connection connection) throws SQLException;
    }

    private void inRolledBackTransaction(DatabaseWork work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @Test
    void a_worker_that_wakes_up_late_claims_no_unit_of_the_undo() throws SQLException {
        var location = sendAndWait(Map.of(), CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(registerOrganization()));
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        inRolledBackTransaction(connection -> {
            var sql = new ImportSql(connection);
            var jobs = new ImportQueue(sql);
            var unitStore = new ImportUnitStore(sql);
            var job = jobs.find(id).orElseThrow();
            jobs.enqueueUndo(id);
            var undo = jobs.find(id).orElseThrow();
            assertThat(jobs.start(withStatus(job, ImportJob.Status.RUNNING))).isFalse();
            assertThat(jobs.start(undo)).isTrue();
            assertThat(unitStore.claim(withStatus(job, ImportJob.Status.RUNNING)))
                    .isEmpty();
            assertThat(unitStore.claim(undo)).isPresent();
            jobs.fail(withStatus(job, ImportJob.Status.RUNNING), "Woken up late");
            assertThat(jobs.find(id).orElseThrow().status()).isEqualTo(ImportJob.Status.UNDOING);
        });
    }

    private static ImportJob withStatus(ImportJob job, ImportJob.Status status) {
        return new ImportJob(job.id(), job.set(), job.format(), job.dryRun(), false, job.actor(), status, true);
    }

    @Test
    void imports_run_one_after_the_other_in_the_order_of_staging() throws SQLException {
        inRolledBackTransaction(connection -> {
            var jobs = new ImportQueue(new ImportSql(connection));
            var early = queuedJob("00000000-0000-7000-8000-000000000002");
            var late = queuedJob("00000000-0000-7000-8000-000000000001");
            jobs.insert(early);
            jobs.enqueue(early, new FileRowCounts(0, 0, LineNumbers.NONE));
            assertThat(jobs.next()).contains(early);
            jobs.insert(late);
            jobs.enqueue(late, new FileRowCounts(0, 0, LineNumbers.NONE));
            assertThat(jobs.next()).contains(early);
            assertThat(jobs.start(early)).isTrue();
            assertThat(jobs.start(late)).isFalse();
            assertThat(jobs.next().orElseThrow().id()).isEqualTo(early.id());
            jobs.finishIfDone(early.id());
            assertThat(jobs.next()).contains(late);
            jobs.enqueueUndo(early.id());
            assertThat(jobs.next()).contains(late);
            assertThat(jobs.start(late)).isTrue();
            assertThat(jobs.start(jobs.find(early.id()).orElseThrow())).isFalse();
        });
    }

    @Test
    void a_released_import_runs_before_later_imports_of_its_set() throws SQLException {
        inRolledBackTransaction(connection -> {
            var sql = new ImportSql(connection);
            var jobs = new ImportQueue(sql);
            var early = queuedJob("00000000-0000-7000-8000-000000000001");
            var late = new ImportJob(
                    UUID.fromString("00000000-0000-7000-8000-000000000002"),
                    early.set(),
                    "changes",
                    false,
                    false,
                    "somebody",
                    ImportJob.Status.RUNNING,
                    false);
            for (var job : List.of(early, late)) {
                jobs.insert(job);
                jobs.enqueue(job, new FileRowCounts(0, 0, LineNumbers.NONE));
            }
            sql.update("UPDATE import SET status = 'held' WHERE id = ?", early.id());
            assertThat(jobs.next()).contains(late);
            new HeldImports(sql).release(early.id());
            assertThat(jobs.start(late)).isFalse();
            assertThat(new HeldImports(sql).supersededBy(early.id())).isEmpty();
            var released = jobs.next().orElseThrow();
            assertThat(released.id()).isEqualTo(early.id());
            assertThat(released.allowRetractions()).isTrue();
            assertThat(jobs.start(released)).isTrue();
        });
    }

    private static ImportJob queuedJob(String id) {
        return new ImportJob(
                UUID.fromString(id), newSet(), "changes", false, false, "somebody", ImportJob.Status.RUNNING, false);
    }

    @Test
    void a_later_file_of_a_set_waits_for_the_earlier_one() {
        var id = registerOrganization();
        var query = Map.of("set", newSet(), "allow-retractions", "true");
        var one = new StringBuilder(CHANGES);
        for (int year = 1800; year < 1900; year += 2) {
            one.append("%1$s,KZ,accession,%2$d,,,A\n%1$s,KZ,withdrawal,%3$d,,,A\n".formatted(id, year, year + 1));
        }
        var first = send(query, one.toString().getBytes());
        var second = send(query, (CHANGES + "%s,KZ,accession,1800,,,A\n".formatted(id)).getBytes());
        assertCompleted(waitForEnd(second), "known", 1, "retracted", 99);
        assertCompleted(waitForEnd(first), "accepted", 100);
    }

    @Test
    @Tag("full")
    void a_failed_import_leaves_no_rows_and_blocks_no_other() throws SQLException {
        var broken = registerOrganization();
        try (var connection = dataSource.getConnection()) {
            var sql = new ImportSql(connection);
            sql.update("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE 'no memory for that' USING ERRCODE = '53200'; END $$
                """);
            sql.update("""
                CREATE TRIGGER refuse BEFORE INSERT ON set_fact FOR EACH ROW
                WHEN (NEW.unit = '%s') EXECUTE FUNCTION refuse()
                """.formatted(broken));
            var first = send(Map.of(), (CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(broken)).getBytes());
            var second = send(
                    Map.of(), (CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(registerOrganization())).getBytes());
            assertThat(status(waitForEnd(first)).getString("status")).isEqualTo("failed");
            assertCompleted(waitForEnd(second), "accepted", 1);
            assertThat(streams.countStagedRows(first.header("Location"))).isZero();
            sql.update("DROP TRIGGER refuse ON set_fact");
            admin().post(first.header("Location") + "/undo").then().statusCode(202);
            assertThat(status(waitForEnd(first)).getString("status")).isEqualTo("undone");
        }
    }
}
