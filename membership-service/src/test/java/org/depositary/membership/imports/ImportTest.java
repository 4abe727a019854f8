package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.ImportRequests.CHANGES;
import static org.depositary.membership.imports.ImportRequests.YEARS;
import static org.depositary.membership.imports.ImportRequests.admin;
import static org.depositary.membership.imports.ImportRequests.assertCompleted;
import static org.depositary.membership.imports.ImportRequests.curator;
import static org.depositary.membership.imports.ImportRequests.newOrganizationId;
import static org.depositary.membership.imports.ImportRequests.registerOrganization;
import static org.depositary.membership.imports.ImportRequests.report;
import static org.depositary.membership.imports.ImportRequests.send;
import static org.depositary.membership.imports.ImportRequests.sendAndWait;
import static org.depositary.membership.imports.ImportRequests.waitForEnd;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class ImportTest {

    @Inject
    StoredStreams streams;

    @Test
    void state_years_become_changes_of_an_organisation_that_the_file_registers() throws SQLException {
        var id = newOrganizationId();
        var location = sendAndWait(Map.of("format", "state-years"), YEARS + """
            %1$s,The League,KAZ,1990,observer,A yearbook
            %1$s,The League,KAZ,1991,member,A yearbook
            %1$s,The League,cow:365,1990,member,https://example.org/yearbook
            %1$s,The League,cow:365,1993,member,A yearbook
            """.formatted(id));
        assertCompleted(location, "rows", 4, "accepted", 6, "rejected", 0, "known", 0);
        assertThat(streams.eventTypes("organization:" + id)).containsExactly("organization-registered");
        assertThat(streams.changes("membership:" + id + "/KZ"))
                .containsExactly("observer-status 1990", "accession 1991-01-01", "lapse 1992-01-01");
        assertThat(streams.changes("membership:" + id + "/SUHH")).containsExactly("accession 1990", "lapse 1991-01-01");
        assertThat(streams.changes("membership:" + id + "/RU")).containsExactly("accession 1993");
    }

    @Test
    void the_report_warns_of_parties_outside_their_time() {
        var id = registerOrganization();
        var location = sendAndWait(Map.of("format", "state-years"), """
            organization,party,year,status,source
            %1$s,KZ,1985,member,A
            %1$s,cow:817,1980,member,A
            %1$s,UZ,1993,member,A
            """.formatted(id));
        assertCompleted(location, "rows", 3, "rejected", 0);
        assertThat(reasons(location))
                .containsExactlyInAnyOrder(
                        "2 KZ began on 1991-12-16, after the effective date 1985",
                        "3 cow:817 ended on 1975-04-30, before the effective date 1980");
    }

    @Test
    void the_report_warns_of_codes_outside_their_time_in_both_formats() {
        var id = registerOrganization();
        var years = sendAndWait(Map.of("format", "state-years"), """
            organization,party,year,status,source
            %1$s,cow:GFR,1980,member,A
            %1$s,cow:260,1990,member,A
            %1$s,cow:260,2000,member,A
            %1$s,FRA,2001,member,A
            """.formatted(id));
        assertCompleted(years, "rows", 4, "rejected", 0);
        assertThat(reasons(years))
                .containsExactlyInAnyOrder("4 cow:260 ended on 1990-10-03, before the effective date 2000");
        var other = registerOrganization();
        var changes = sendAndWait(Map.of(), CHANGES + """
            %1$s,cow:260,accession,2000,,,A
            %1$s,cow:260,lapse,2001,,,A
            %1$s,gw:255,accession,2002,,,A
            """.formatted(other));
        assertCompleted(changes, "rows", 3, "accepted", 3, "rejected", 0);
        assertThat(reasons(changes))
                .containsExactlyInAnyOrder(
                        "2 cow:260 ended on 1990-10-03, before the effective date 2000",
                        "4 gw:255 ended on 1945-05-08, before the effective date 2002");
    }

    @Test
    void another_code_of_the_same_party_is_the_same_change() throws SQLException {
        var set = ChangesSet.create();
        assertCompleted(set.importRows("%1$s,cow:260,accession,2000,,,A\n"), "accepted", 1);
        var before = streams.countEvents();
        assertCompleted(set.importRows("%1$s,cow:260,accession,2000,,,A\n"), "known", 1, "corrected", 0);
        assertCompleted(set.importRows("%1$s,DE,accession,2000,,,A\n"), "known", 1, "corrected", 0);
        assertThat(streams.countEvents()).isEqualTo(before);
    }

    private static List<String> reasons(String location) {
        return report(location, "accepted").stream()
                .filter(item -> item.get("reason") != null)
                .map(item -> item.get("line") + " " + item.get("reason"))
                .toList();
    }

    @Test
    void changes_in_any_order_are_decided_in_effective_order() throws SQLException {
        var id = registerOrganization();
        var location = sendAndWait(Map.of(), CHANGES + """
            %1$s,Uzbekistan,lapse,2012,,,A yearbook
            %1$s,UZ,accession,2006-08-16,"again,
            after seven years",2006-06,A yearbook
            %1$s,UZ,withdrawal,1999~,,,A yearbook
            %1$s,UZ,accession,1992-05-15,,,A yearbook
            """.formatted(id));
        assertCompleted(location, "rows", 4, "accepted", 4, "rejected", 0);
        assertThat(streams.changes("membership:" + id + "/UZ"))
                .containsExactly("accession 1992-05-15", "withdrawal 1999~", "accession 2006-08-16", "lapse 2012");
    }

    @Test
    void a_date_time_is_recorded_as_written_and_an_interval_with_times_is_rejected() throws SQLException {
        var id = registerOrganization();
        var location = sendAndWait(Map.of(), CHANGES + """
            %1$s,UZ,accession,2005-07-25T10:10:10Z,,,A yearbook
            %1$s,KZ,accession,2005-07-25T10:10:10Z/2006,,,A yearbook
            """.formatted(id));
        assertCompleted(location, "rows", 2, "accepted", 1, "rejected", 1);
        assertThat(streams.changes("membership:" + id + "/UZ")).containsExactly("accession 2005-07-25T10:10:10Z");
        assertThat(report(location, "rejected").get(0).get("reason").toString())
                .contains("an interval has no times; write the day alone");
    }

    @Test
    void ndjson_can_state_more_than_csv() throws SQLException {
        var id = registerOrganization();
        var file = """
            {"organization":"%1$s","party":"KZ","change":"accession","effective":"2001-06-15","founding":true,"dates":{"signed":"2001-06-15"},"sources":[{"title":"A yearbook","locator":"p. 12"}]}
            {"organization":"%1$s","party":"MN","change":"observer-status","effective":"2004-06","source":"A yearbook"}
            """.formatted(id);
        var location = waitForEnd(admin().contentType("application/x-ndjson")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/imports/memberships"));
        assertCompleted(location, "rows", 2, "accepted", 2);
        assertThat(streams.changes("membership:" + id + "/KZ")).containsExactly("accession 2001-06-15");
    }

    @Test
    void an_invalid_row_is_skipped_and_reported_with_its_line_and_reason() throws IOException, SQLException {
        var id = registerOrganization();
        var file = new ByteArrayOutputStream();
        var rows = """
            organization,party,year,status,source
            %1$s,KZ,1990,member,A
            %1$s,Atlantis,1990,member,A
            %1$s,KZ,19x0,member,A
            %1$s,KZ,1991,member
            %1$s,KZ,1990,member,A
            %1$s,KZ,1990,observer,A
            %1$s,KZ,1991,emperor,A
            %1$s,KZ,1991,member,
            nobody-%1$s,KZ,1990,member,A
            No Slug,KZ,1990,member,A
            """.formatted(id);
        file.write(rows.getBytes(StandardCharsets.UTF_8));
        file.write((id + ",KZ,1991,member,").getBytes(StandardCharsets.UTF_8));
        file.write(0xFF);
        file.write(("\n" + id + ",KZ,1991,member," + "x".repeat(10_000_000)).getBytes(StandardCharsets.UTF_8));
        file.write(("\n" + id + ",RU,1990,member,A\n").getBytes(StandardCharsets.UTF_8));
        var location = waitForEnd(send(Map.of("format", "state-years"), file.toByteArray()));
        assertCompleted(location, "rows", 13, "accepted", 2, "rejected", 11);
        var reasons = new ArrayList<String>();
        report(location, "rejected").forEach(item -> reasons.add(item.get("line") + " " + item.get("reason")));
        assertThat(reasons).hasSize(11);
        var expected = List.of(
                "3 party: .*Atlantis.*",
                "4 year: '19x0' .*",
                "5 It has 4 columns where the header has 5",
                "6 Repeats line 2",
                "7 Contradicts line 2: status member in 1990",
                "8 status: 'emperor' .*",
                "9 source: Every fact needs .*",
                "10 Organisation nobody-.* is not registered.*",
                "11 An organisation id must be a slug.*",
                "12 .*UTF-8",
                "13 .*256 KiB");
        for (int i = 0; i < expected.size(); i++) {
            assertThat(reasons.get(i)).matches(expected.get(i));
        }
        // Line 4 may be of 1989.
        assertThat(streams.changes("membership:" + id + "/KZ")).containsExactly("accession 1989/1990");
    }

    @Test
    void a_change_that_contradicts_the_timeline_is_rejected_and_the_others_recorded() throws SQLException {
        var id = registerOrganization();
        curator()
                .body("""
                    {"party":"KZ","change":"accession","effective":"1995","sources":[{"title":"A chronicle"}]}\
                    """)
                .post("/api/organizations/" + id + "/membership-changes")
                .then()
                .statusCode(201);
        var location = sendAndWait(Map.of(), CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,KZ,withdrawal,1999,,,A
            %1$s,RU,withdrawal,1999,,,A
            %1$s,RU,accession,2001,,,A
            """.formatted(id));
        assertCompleted(location, "accepted", 2, "rejected", 2);
        assertThat(report(location, "rejected").get(0).get("reason").toString()).contains("/api/membership-changes/");
        assertThat(streams.changes("membership:" + id + "/KZ")).containsExactly("accession 1995", "withdrawal 1999");
        assertThat(streams.changes("membership:" + id + "/RU")).containsExactly("accession 2001");
    }

    @Test
    void a_change_that_others_recorded_more_precisely_is_known_and_gets_another_source() throws SQLException {
        var id = registerOrganization();
        curator()
                .body("""
                    {"party":"KZ","change":"accession","effective":"1995-03-01","sources":[{"title":"A chronicle"}]}\
                    """)
                .post("/api/organizations/" + id + "/membership-changes")
                .then()
                .statusCode(201);
        var location = sendAndWait(Map.of(), CHANGES + "%s,KZ,accession,1995,,,A\n".formatted(id));
        assertCompleted(location, "accepted", 0, "known", 1, "rejected", 0);
        assertThat(streams.eventTypes("membership:" + id + "/KZ"))
                .containsExactly("membership-changed", "membership-change-sourced");
    }

    @Test
    void a_dry_run_reports_and_records_nothing() throws SQLException {
        var id = newOrganizationId();
        var before = streams.countEvents();
        var location = sendAndWait(
                Map.of("format", "state-years", "dry-run", "true"),
                YEARS + "%1$s,The League,KZ,1990,member,A\n%1$s,The League,KZ,1990,guest,A\n".formatted(id));
        assertCompleted(location, "rows", 2, "accepted", 1, "rejected", 1);
        assertThat(streams.countEvents()).isEqualTo(before);
        admin().post(location + "/undo").then().statusCode(409);
    }
}
