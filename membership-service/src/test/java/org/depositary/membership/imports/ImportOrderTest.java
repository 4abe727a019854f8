package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.ImportRequests.CHANGES;
import static org.depositary.membership.imports.ImportRequests.aSet;
import static org.depositary.membership.imports.ImportRequests.admin;
import static org.depositary.membership.imports.ImportRequests.counts;
import static org.depositary.membership.imports.ImportRequests.ended;
import static org.depositary.membership.imports.ImportRequests.imported;
import static org.depositary.membership.imports.ImportRequests.registered;
import static org.depositary.membership.imports.ImportRequests.send;
import static org.depositary.membership.imports.ImportRequests.status;

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
import org.depositary.membership.imports.file.LineNumbers;
import org.depositary.membership.imports.job.HeldImports;
import org.depositary.membership.imports.job.ImportFormat;
import org.depositary.membership.imports.job.ImportJob;
import org.depositary.membership.imports.job.ImportJobs;
import org.depositary.membership.imports.job.ImportSql;
import org.depositary.membership.imports.job.ImportUnits;
import org.depositary.membership.imports.staging.FileStaging;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Who works on what, and when: one import after the other, whatever wakes up late. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class ImportOrderTest {

    @Inject
    DataSource dataSource;

    @Inject
    StoredStreams streams;

    @FunctionalInterface
    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** Nobody else sees it, and nothing of it stays. */
    private void unseen(Work work) throws SQLException {
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
    void whoWakesUpAfterTheEndTakesNothingOfTheUndo() throws SQLException {
        var location = imported(Map.of(), CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(registered()));
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        unseen(connection -> {
            var sql = new ImportSql(connection);
            var imports = new ImportJobs(sql);
            var units = new ImportUnits(sql);
            var asked = imports.find(id).orElseThrow();
            imports.beginUndo(id);
            var undo = imports.find(id).orElseThrow();
            assertThat(imports.begin(asWas(asked, ImportJob.Status.RUNNING))).isFalse();
            assertThat(imports.begin(undo)).isTrue();
            assertThat(units.claim(asWas(asked, ImportJob.Status.RUNNING))).isEmpty();
            assertThat(units.claim(undo)).isPresent();
            imports.fail(asWas(asked, ImportJob.Status.RUNNING), "It woke up late");
            assertThat(imports.find(id).orElseThrow().status()).isEqualTo(ImportJob.Status.UNDOING);
        });
    }

    private static ImportJob asWas(ImportJob asked, ImportJob.Status status) {
        return new ImportJob(asked.id(), asked.set(), asked.format(), asked.dryRun(), false, asked.actor(), status, true);
    }

    @Test
    void importsComeInTheOrderInWhichTheyWereStagedAndNoneBeginsBeforeTheOneThatBeganHasEnded() throws SQLException {
        unseen(connection -> {
            var imports = new ImportJobs(new ImportSql(connection));
            var early = anImport("00000000-0000-7000-8000-000000000002");
            var late = anImport("00000000-0000-7000-8000-000000000001");
            imports.add(early);
            imports.staged(early, new FileStaging.Counts(0, 0, LineNumbers.NONE));
            assertThat(imports.nextToDo()).contains(early);
            imports.add(late);
            imports.staged(late, new FileStaging.Counts(0, 0, LineNumbers.NONE));
            assertThat(imports.nextToDo()).contains(early);
            assertThat(imports.begin(early)).isTrue();
            assertThat(imports.begin(late)).isFalse();
            assertThat(imports.nextToDo().orElseThrow().id()).isEqualTo(early.id());
            imports.endIfDone(early.id());
            assertThat(imports.nextToDo()).contains(late);
            imports.beginUndo(early.id());
            assertThat(imports.nextToDo()).contains(late);
            assertThat(imports.begin(late)).isTrue();
            assertThat(imports.begin(imports.find(early.id()).orElseThrow())).isFalse();
        });
    }

    @Test
    void aReleasedImportComesBeforeLaterOnesOfItsSetThatHaveNotBegun() throws SQLException {
        unseen(connection -> {
            var sql = new ImportSql(connection);
            var imports = new ImportJobs(sql);
            var early = anImport("00000000-0000-7000-8000-000000000001");
            var late = new ImportJob(
                    UUID.fromString("00000000-0000-7000-8000-000000000002"),
                    early.set(),
                    ImportFormat.CHANGES,
                    false,
                    false,
                    "somebody",
                    ImportJob.Status.RUNNING,
                    false);
            for (var asked : List.of(early, late)) {
                imports.add(asked);
                imports.staged(asked, new FileStaging.Counts(0, 0, LineNumbers.NONE));
            }
            sql.update("UPDATE import SET status = 'held' WHERE id = ?", early.id());
            assertThat(imports.nextToDo()).contains(late);
            new HeldImports(sql).release(early.id());
            assertThat(imports.begin(late)).isFalse();
            assertThat(new HeldImports(sql).supersededBy(early.id())).isEmpty();
            var released = imports.nextToDo().orElseThrow();
            assertThat(released.id()).isEqualTo(early.id());
            assertThat(released.allowRetractions()).isTrue();
            assertThat(imports.begin(released)).isTrue();
        });
    }

    private static ImportJob anImport(String id) {
        return new ImportJob(
                UUID.fromString(id), aSet(), ImportFormat.CHANGES, false, false, "somebody", ImportJob.Status.RUNNING, false);
    }

    @Test
    void aLaterFileOfASetWaitsForTheEndOfTheEarlierOne() {
        var id = registered();
        var query = Map.of("set", aSet(), "allow-retractions", "true");
        var one = new StringBuilder(CHANGES);
        for (int year = 1800; year < 1900; year += 2) {
            one.append("%1$s,KZ,accession,%2$d,,,A\n%1$s,KZ,withdrawal,%3$d,,,A\n".formatted(id, year, year + 1));
        }
        var first = send(query, one.toString().getBytes());
        var second = send(query, (CHANGES + "%s,KZ,accession,1800,,,A\n".formatted(id)).getBytes());
        counts(ended(second), "known", 1, "retracted", 99);
        counts(ended(first), "accepted", 100);
    }

    @Test
    void anImportThatFailsLeavesNoRowsAndHoldsNobodyUp() throws SQLException {
        var broken = registered();
        try (var connection = dataSource.getConnection()) {
            var sql = new ImportSql(connection);
            sql.update("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE 'no memory for that' USING ERRCODE = '53200'; END $$
                """);
            sql.update("""
                CREATE TRIGGER refuse BEFORE INSERT ON set_fact FOR EACH ROW
                WHEN (NEW.organization = '%s') EXECUTE FUNCTION refuse()
                """.formatted(broken));
            var first = send(Map.of(), (CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(broken)).getBytes());
            var second = send(Map.of(), (CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(registered())).getBytes());
            assertThat(status(ended(first)).getString("status")).isEqualTo("failed");
            counts(ended(second), "accepted", 1);
            assertThat(streams.rowsOf(first.header("Location"))).isZero();
            sql.update("DROP TRIGGER refuse ON set_fact");
            admin().post(first.header("Location") + "/undo").then().statusCode(202);
            assertThat(status(ended(first)).getString("status")).isEqualTo("undone");
        }
    }
}
