package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.ImportRequests.CHANGES;
import static org.depositary.membership.imports.ImportRequests.admin;
import static org.depositary.membership.imports.ImportRequests.assertCompleted;
import static org.depositary.membership.imports.ImportRequests.newSet;
import static org.depositary.membership.imports.ImportRequests.registerOrganization;
import static org.depositary.membership.imports.ImportRequests.report;
import static org.depositary.membership.imports.ImportRequests.sendAndWait;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.depositary.eventsourcing.retention.RetentionLoops;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** The report of an import is deleted some time after its end; what its set said is not. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class ImportRetentionTest {

    @Inject
    DataSource dataSource;

    @Inject
    RetentionLoops retention;

    @Test
    void an_old_report_is_deleted_and_the_counts_and_the_memory_of_the_set_stay() throws SQLException {
        var set = newSet();
        var one = registerOrganization();
        var two = registerOrganization();
        var file = CHANGES + """
            %1$s,UZ,accession,2001,,,A yearbook
            %2$s,UZ,accession,2001,,,A yearbook
            """.formatted(one, two);
        var rejected = "%s,Atlantis,accession,2001,,,A yearbook%n".formatted(one);
        var old = sendAndWait(Map.of("set", set), file + rejected);
        var recent = sendAndWait(Map.of("set", set), file);
        finishedDaysAgo(old, 366);
        finishedDaysAgo(recent, 364);
        retention.wake();
        await().untilAsserted(() -> assertThat(count("import_outcome", old)).isZero());
        await().untilAsserted(() -> assertThat(count("import_unit", old)).isEqualTo(1));

        admin().get(old + "/report").then().statusCode(410).body("type", equalTo("/problems/report-deleted"));
        admin().post(old + "/undo").then().statusCode(410).body("type", equalTo("/problems/report-deleted"));
        assertCompleted(old, "rows", 3, "accepted", 2, "rejected", 1);
        assertThat(report(recent, "known")).hasSize(2);

        var moved = sendAndWait(Map.of("set", set), file.replace("2001", "2002"));
        assertCompleted(moved, "corrected", 2, "accepted", 0);
    }

    @Test
    void an_import_that_waits_for_a_release_keeps_its_rows() throws SQLException {
        var set = newSet();
        var organization = registerOrganization();
        var rows = new StringBuilder(CHANGES);
        for (int year = 1900; year < 1930; year += 2) {
            rows.append("%1$s,UZ,accession,%2$d,,,A yearbook%n%1$s,UZ,lapse,%3$d,,,A yearbook%n"
                    .formatted(organization, year, year + 1));
        }
        sendAndWait(Map.of("set", set), rows.toString());
        var held = sendAndWait(
                Map.of("set", set), CHANGES + "%s,KZ,accession,2001,,,A yearbook%n".formatted(organization));
        assertThat(ImportRequests.status(held).getString("status")).isEqualTo("held");
        var old = sendAndWait(
                Map.of("set", newSet()), CHANGES + "%s,KG,accession,2001,,,A yearbook%n".formatted(organization));
        finishedDaysAgo(held, 1_000);
        finishedDaysAgo(old, 1_000);
        retention.wake();
        await().untilAsserted(() -> assertThat(count("import_outcome", old)).isZero());
        assertThat(count("import_rows", held)).isPositive();
    }

    private void finishedDaysAgo(String location, int days) throws SQLException {
        var sql = "UPDATE import SET finished_at = clock_timestamp() - make_interval(days => ?) WHERE id = ?";
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setInt(1, days);
            update.setObject(2, id(location));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private int count(String table, String location) throws SQLException {
        var sql = "SELECT count(*) FROM %s WHERE import = ?".formatted(table);
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, id(location));
            var row = select.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private static UUID id(String location) {
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }
}
