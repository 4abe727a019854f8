package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.ImportRequests.CHANGES;
import static org.depositary.membership.imports.ImportRequests.YEARS;
import static org.depositary.membership.imports.ImportRequests.assertCompleted;
import static org.depositary.membership.imports.ImportRequests.newOrganizationId;
import static org.depositary.membership.imports.ImportRequests.newSet;
import static org.depositary.membership.imports.ImportRequests.registerOrganization;
import static org.depositary.membership.imports.ImportRequests.report;
import static org.depositary.membership.imports.ImportRequests.send;
import static org.depositary.membership.imports.ImportRequests.sendAndWait;
import static org.depositary.membership.imports.ImportRequests.waitForEnd;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** A rejected row may state a fact of the set, so it never causes a retraction. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class RejectedRowsInSetTest {

    @Inject
    StoredStreams streams;

    @Test
    void a_file_in_another_charset_retracts_nothing() throws SQLException {
        var id = newOrganizationId();
        var other = newOrganizationId();
        var set = newSet();
        var file = YEARS;
        for (int year = 1990; year < 2000; year++) {
            file += "%1$s,Österreichs Bund,AT,%3$d,member,Ä\n%2$s,Österreichs Bund,DE,%3$d,member,Ä\n"
                    .formatted(id, other, year);
        }
        assertCompleted(sendAndWait(Map.of("format", "state-years", "set", set), file), "accepted", 2);
        var before = streams.countEvents();
        for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)) {
            var body = charset == StandardCharsets.UTF_16LE ? YEARS.getBytes(StandardCharsets.UTF_8) : new byte[0];
            var rows = (charset == StandardCharsets.UTF_16LE ? file.substring(YEARS.length()) : file).getBytes(charset);
            var location = waitForEnd(send(Map.of("format", "state-years", "set", set), concat(body, rows)));
            assertCompleted(location, "retracted", 0, "corrected", 0, "accepted", 0, "kept", 2);
            assertThat(report(location, "kept")).hasSize(2).allSatisfy(item -> assertThat(item.get("reason"))
                    .asString()
                    .contains("rejected row"));
        }
        assertThat(streams.countEvents()).isEqualTo(before);
        assertCompleted(
                sendAndWait(Map.of("format", "state-years", "set", set), file), "known", 2, "kept", 0, "rejected", 0);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        var all = new byte[one.length + other.length];
        System.arraycopy(one, 0, all, 0, one.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    @Test
    void a_rejected_row_of_a_party_keeps_only_facts_of_that_party() throws SQLException {
        var set = ChangesSet.create();
        set.importRows("""
            %1$s,KZ,accession,1990,,,A
            %1$s,KZ,withdrawal,1995,,,A
            %1$s,RU,accession,1990,,,A
            %1$s,CN,accession,1990,,,A
            """);
        var location = set.importRows("""
            %1$s,KZ,accession,19x0,,,A
            %1$s,KZ,withdrawal,1996,,,A
            %1$s,CN,accession,1991,,,A
            """);
        assertCompleted(location, "kept", 2, "retracted", 1, "corrected", 1, "rejected", 2, "accepted", 0);
        assertThat(report(location, "kept")).allSatisfy(item -> {
            assertThat(item.get("party")).isEqualTo("KZ");
            assertThat(item.get("reason")).isEqualTo("Not changed: a rejected row of this party may state it (line 2)");
        });
        assertThat(report(location, "rejected").getFirst())
                .containsEntry("organization", set.organization())
                .containsEntry("party", "KZ");
        assertThat(streams.eventTypes(set.stream("KZ"))).containsOnly("membership-changed");
        assertThat(streams.eventTypes(set.stream("RU")))
                .containsExactly("membership-changed", "membership-change-retracted");
    }

    @Test
    void a_rejected_row_without_a_party_keeps_all_facts_of_the_organisation() throws SQLException {
        var id = registerOrganization();
        var other = registerOrganization();
        var query = Map.of("set", newSet());
        sendAndWait(query, CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,RU,accession,1990,,,A
            %2$s,KZ,accession,1990,,,A
            """.formatted(id, other));
        var location = sendAndWait(query, CHANGES + """
            %1$s,Kasachstahn,accession,1990,,,A
            %1$s,RU,accession,1992,,,A
            """.formatted(id));
        assertCompleted(location, "kept", 2, "retracted", 1, "corrected", 0, "rejected", 2);
        assertThat(report(location, "kept").getFirst().get("reason"))
                .isEqualTo("Not changed: a rejected row with an unreadable party may state it (line 2)");
        assertThat(streams.eventTypes("membership:" + id + "/RU")).containsExactly("membership-changed");
        assertThat(streams.eventTypes("membership:" + other + "/KZ")).hasSize(2);
    }

    @Test
    void a_rejected_row_without_an_organisation_prevents_all_retractions() throws SQLException {
        var set = ChangesSet.create();
        set.importRows("""
            %1$s,KZ,accession,1990,,,A
            %1$s,RU,accession,1990,,,A
            """);
        var location = set.importRows("""
            No Slug,CN,accession,1990,,,A
            %1$s,RU,accession,1992,,,A
            """);
        assertCompleted(location, "kept", 1, "retracted", 0, "corrected", 1, "rejected", 1);
        assertThat(report(location, "kept").getFirst())
                .containsEntry("party", "KZ")
                .containsEntry(
                        "reason", "Not changed: a rejected row with an unreadable organisation may state it (line 2)");
        assertCompleted(set.importRows("%s,RU,accession,1992,,,A\n"), "retracted", 1, "known", 1);
    }

    @Test
    void a_duplicate_row_protects_nothing() {
        var set = ChangesSet.create();
        set.importRows("""
            %1$s,KZ,accession,1990,,,A
            %1$s,KZ,withdrawal,1995,,,A
            """);
        var location = set.importRows("""
            %1$s,KZ,accession,1990,,,A
            %1$s,KZ,accession,1990,,,A
            """);
        assertCompleted(location, "retracted", 1, "rejected", 1, "kept", 0);
    }

    @Test
    void facts_of_a_retracted_organisation_are_kept() throws SQLException {
        var set = ChangesSet.create();
        var file = CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(set.organization());
        sendAndWait(set.query(), file);
        ImportRequests.curator()
                .body("{\"reason\":\"never\"}")
                .post("/api/organizations/" + set.organization() + "/retraction")
                .then()
                .statusCode(201);
        var before = streams.countEvents();
        assertCompleted(sendAndWait(set.query(), file), "rejected", 1, "kept", 1, "retracted", 0);
        assertCompleted(sendAndWait(set.query(), CHANGES), "rejected", 0, "kept", 1, "retracted", 0);
        assertThat(streams.countEvents()).isEqualTo(before);
    }

    @Test
    void a_rejected_year_is_no_gap_in_a_first_file() throws SQLException {
        var id = newOrganizationId();
        var query = Map.of("format", "state-years", "set", newSet());
        var file = YEARS + """
            %1$s,The League,KZ,1990,member,A
            %1$s,The League,KZ,1991,emperor,A
            %1$s,The League,KZ,1992,member,A
            %1$s,The League,RU,1989,,A
            %1$s,The League,RU,1990,member,A
            %1$s,The League,RU,1991,member
            %1$s,The League,CN,1990,member,A
            %1$s,The League,Chyna,1991,member,A
            %1$s,The League,CN,1992,member,A
            %1$s,The League,UZ,1990,member,A
            %1$s,The League,UZ,19x1,member,A
            %1$s,The League,TJ,1990,member,A
            %1$s,The League,TJ,1991,member,A
            %1$s,The League,TJ,1995,member,A
            """.formatted(id);
        assertCompleted(sendAndWait(query, file), "rejected", 5, "accepted", 10);
        assertThat(streams.changes("membership:" + id + "/KZ")).containsExactly("accession 1990", "lapse 1993-01-01");
        assertThat(streams.changes("membership:" + id + "/RU"))
                .containsExactly("accession 1989/1990", "lapse 1991-01-01/1992-01-01");
        assertThat(streams.changes("membership:" + id + "/CN")).containsExactly("accession 1990", "lapse 1993-01-01");
        assertThat(streams.changes("membership:" + id + "/UZ")).containsExactly("accession 1989/1990");
        assertThat(streams.changes("membership:" + id + "/TJ"))
                .containsExactly("accession 1990", "lapse 1992-01-01", "accession 1995");
        assertCompleted(
                sendAndWait(query, file), "known", 10, "accepted", 0, "corrected", 0, "retracted", 0, "kept", 0);

        var good = file.replace("emperor", "member")
                .replace("1989,,A", "1989,member,A")
                .replace("RU,1991,member", "RU,1991,member,A")
                .replace("Chyna", "CN")
                .replace("19x1", "1991");
        assertCompleted(
                sendAndWait(query, good), "rejected", 0, "known", 7, "corrected", 3, "accepted", 1, "retracted", 0);
        assertCompleted(sendAndWait(Map.of("format", "state-years"), good), "known", 11, "accepted", 0);
    }

    @Test
    void a_rejected_last_year_does_not_end_the_file_earlier() {
        var id = newOrganizationId();
        var query = Map.of("format", "state-years", "set", newSet());
        var file = YEARS + """
            %1$s,The League,KZ,1990,member,A
            %1$s,The League,RU,1990,member,A
            %1$s,The League,RU,1991,member,A
            """.formatted(id);
        assertCompleted(sendAndWait(query, file), "accepted", 3);
        var location = sendAndWait(query, file.replace("1991,member", "1991,emperor"));
        assertCompleted(location, "known", 2, "kept", 1, "retracted", 0, "accepted", 0);
        assertThat(report(location, "kept").getFirst())
                .containsEntry("party", "KZ")
                .containsEntry("reason", "Not changed: a rejected row of a later year may state it (line 4)");
    }

    @Test
    void a_rejected_year_is_no_gap_in_a_later_file() throws SQLException {
        var id = newOrganizationId();
        var query = Map.of("format", "state-years", "set", newSet());
        var file = YEARS + """
            %1$s,The League,KZ,1990,member,A
            %1$s,The League,KZ,1991,member,A
            %1$s,The League,KZ,1992,member,A
            %1$s,The League,RU,1995,member,A
            """.formatted(id);
        assertCompleted(sendAndWait(query, file), "accepted", 3);
        var before = streams.countEvents();
        for (var year : List.of("1990", "1991", "1992")) {
            var damaged = file.replace("KZ,%s,member".formatted(year), "KZ,%s,emperor".formatted(year));
            var location = sendAndWait(query, damaged);
            assertCompleted(
                    location, "rejected", 1, "known", 3, "kept", 0, "accepted", 0, "corrected", 0, "retracted", 0);
        }
        assertCompleted(
                sendAndWait(query, file.replace("KZ,1992", "KZ,19x2")),
                "known",
                2,
                "kept",
                1,
                "accepted",
                0,
                "corrected",
                0,
                "retracted",
                0);
        assertThat(streams.countEvents()).isEqualTo(before);
    }
}
