package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.ImportRequests.CHANGES;
import static org.depositary.membership.imports.ImportRequests.admin;
import static org.depositary.membership.imports.ImportRequests.assertCompleted;
import static org.depositary.membership.imports.ImportRequests.correct;
import static org.depositary.membership.imports.ImportRequests.curator;
import static org.depositary.membership.imports.ImportRequests.list;
import static org.depositary.membership.imports.ImportRequests.newSet;
import static org.depositary.membership.imports.ImportRequests.registerOrganization;
import static org.depositary.membership.imports.ImportRequests.report;
import static org.depositary.membership.imports.ImportRequests.send;
import static org.depositary.membership.imports.ImportRequests.status;
import static org.depositary.membership.imports.ImportRequests.waitForEnd;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.vocabulary.parties.PartyLookup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import that would retract or move too many facts of its set waits until it is released. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class HeldImportTest {

    @Inject
    StoredStreams streams;

    private final String set = newSet();
    private String id;

    @BeforeEach
    void register() {
        id = registerOrganization();
    }

    /** A file of accessions in 1990, of consecutive states; the first {@code moved} of them in 1991. */
    private String file(int skip, int states, int moved) {
        var line = new int[1];
        return PartyLookup.all().stream()
                .filter(party -> party.code().length() == 2)
                .skip(skip)
                .limit(states)
                .map(party -> "%s,%s,accession,%d,,,A\n".formatted(id, party, line[0]++ < moved ? 1991 : 1990))
                .collect(Collectors.joining("", CHANGES, ""));
    }

    private String sendAndWait(String file) {
        return sendAndWait(file, Map.of());
    }

    private String sendAndWait(String file, Map<String, String> parameters) {
        var query = new HashMap<>(parameters);
        query.put("set", set);
        return ImportRequests.sendAndWait(query, file);
    }

    private static void assertHeld(String location, int retracted, int moved, int of) {
        var status = status(location);
        assertThat(status.getString("status")).isEqualTo("held");
        assertThat(status.getMap("held")).isEqualTo(Map.of("retracted", retracted, "moved", moved, "of", of));
        for (var count : new String[] {"accepted", "known", "corrected", "retracted", "kept"}) {
            assertThat(status.getInt(count)).as(count).isZero();
        }
    }

    @Test
    void an_import_with_many_retractions_records_nothing_until_it_is_released() throws SQLException {
        sendAndWait(file(0, 40, 0));
        var before = streams.countEvents();
        var location = sendAndWait(file(11, 40, 0));
        assertHeld(location, 11, 0, 40);
        assertThat(status(location).getString("problem"))
                .startsWith("The import would retract 11 and move the dates of 0 of the 40 facts that the set states.")
                .contains("POST " + location + "/release");
        assertThat(streams.countEvents()).isEqualTo(before);
        assertThat(report(location, "retracted"))
                .hasSize(11)
                .extracting(item -> item.get("reason"))
                .containsOnly("No longer in the file: accession of 1990");
        var released = admin().post(location + "/release");
        released.then().statusCode(202).header("Location", location);
        assertThat(status(waitForEnd(location)).getString("held")).isNull();
        assertCompleted(location, "retracted", 11, "known", 29, "accepted", 11);
        assertThat(report(location, "retracted")).hasSize(11);
        admin().post(location + "/release").then().statusCode(202).body("status", equalTo("completed"));
        admin().post(location + "/undo").then().statusCode(202);
        assertThat(status(waitForEnd(location)).getString("status")).isEqualTo("undone");
        admin().post(location + "/release").then().statusCode(409);
    }

    @Test
    void ten_facts_or_a_tenth_of_the_set_do_not_hold_an_import() {
        sendAndWait(file(0, 40, 0));
        assertCompleted(sendAndWait(file(10, 40, 0)), "retracted", 10, "accepted", 10);
        sendAndWait(file(10, 110, 0));
        assertCompleted(sendAndWait(file(21, 110, 0)), "retracted", 11, "accepted", 11);
        assertCompleted(sendAndWait(file(21, 110, 11)), "corrected", 11, "known", 99);
        assertHeld(sendAndWait(file(33, 110, 0)), 12, 0, 110);
    }

    @Test
    void an_import_that_moves_many_dates_is_held() {
        sendAndWait(file(0, 100, 0));
        assertHeld(sendAndWait(file(0, 100, 11)), 0, 11, 100);
        assertHeld(sendAndWait(file(8, 100, 11)), 8, 11, 100);
        assertCompleted(sendAndWait(file(8, 100, 10)), "retracted", 8, "corrected", 10, "accepted", 8);
    }

    @Test
    void corrections_without_a_new_date_do_not_hold_an_import() {
        sendAndWait(file(0, 40, 0));
        assertCompleted(sendAndWait(file(0, 40, 0).replace(",,,A", ",a note,,A")), "corrected", 40);
    }

    @Test
    void a_released_import_is_decided_again() {
        var first = sendAndWait(file(0, 40, 0));
        var location = sendAndWait(file(11, 40, 0));
        var touched = report(first, "accepted").getFirst();
        correct(touched.get("fact").toString(), "{\"effective\":\"1990-05-01\",\"reason\":\"as the treaty has it\"}");
        admin().post(location + "/release").then().statusCode(202);
        assertCompleted(waitForEnd(location), "retracted", 10, "kept", 1, "accepted", 11);
        assertThat(report(location, "kept").getFirst()).containsEntry("party", touched.get("party"));
    }

    @Test
    void an_undo_discards_a_held_import() throws SQLException {
        sendAndWait(file(0, 40, 0));
        var before = streams.countEvents();
        var location = sendAndWait(file(11, 40, 0));
        admin().post(location + "/undo").then().statusCode(202).body("status", equalTo("undone"));
        admin().post(location + "/undo").then().statusCode(202).body("status", equalTo("undone"));
        admin().post(location + "/release")
                .then()
                .statusCode(409)
                .body("detail", containsString("The import is undone"));
        assertThat(status(location).getString("held")).isNull();
        assertThat(streams.countEvents()).isEqualTo(before);
        assertThat(streams.countStagedRows(location)).isZero();
        assertCompleted(sendAndWait(file(0, 40, 0)), "known", 40);
    }

    @Test
    void a_held_import_is_in_the_list_of_held_ones_until_it_is_decided() {
        var first = sendAndWait(file(0, 40, 0));
        var location = sendAndWait(file(11, 40, 0));
        assertThat(list(Map.of("set", set))).containsExactly(location, first);
        assertThat(list(Map.of("set", set, "status", "held"))).containsExactly(location);
        assertThat(list(Map.of("status", "held", "limit", "1000"))).contains(location);
        admin().post(location + "/undo").then().statusCode(202);
        assertThat(list(Map.of("set", set, "status", "held"))).isEmpty();
        assertThat(list(Map.of("set", set, "status", "undone"))).containsExactly(location);
    }

    @Test
    void a_later_import_of_the_set_supersedes_a_held_one() throws SQLException {
        sendAndWait(file(0, 40, 0));
        var held = sendAndWait(file(11, 40, 0));
        assertCompleted(
                ImportRequests.sendAndWait(Map.of("set", newSet()), file(11, 40, 0)), "known", 29, "accepted", 11);
        assertThat(status(held).getString("supersededBy")).isNull();
        sendAndWait(file(11, 40, 0), Map.of("dry-run", "true"));
        assertThat(status(held).getString("supersededBy")).isNull();
        var later = sendAndWait(file(12, 40, 0));
        assertThat(status(held).getString("supersededBy")).isEqualTo(later);
        admin().post(held + "/release")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString(later));
        assertHeld(held, 11, 0, 40);
        assertThat(streams.countStagedRows(held)).isZero();
        admin().post(later + "/release").then().statusCode(202);
        assertCompleted(waitForEnd(later), "retracted", 12);
        admin().post(held + "/undo").then().statusCode(202).body("status", equalTo("undone"));
    }

    @Test
    void an_import_that_allows_retractions_is_not_held() {
        sendAndWait(file(0, 40, 0));
        assertCompleted(
                sendAndWait(file(11, 40, 0), Map.of("allow-retractions", "true")), "retracted", 11, "accepted", 11);
        send(Map.of("allow-retractions", "perhaps"), file(0, 1, 0).getBytes())
                .then()
                .statusCode(400);
    }

    @Test
    void a_dry_run_reports_that_the_import_would_be_held() throws SQLException {
        sendAndWait(file(0, 40, 0));
        var before = streams.countEvents();
        var location = sendAndWait(file(11, 40, 3), Map.of("dry-run", "true"));
        assertCompleted(location, "retracted", 11, "corrected", 3, "known", 26, "accepted", 11);
        assertThat(status(location).getMap("held")).isEqualTo(Map.of("retracted", 11, "moved", 3, "of", 40));
        assertThat(report(location, "retracted")).hasSize(11);
        assertThat(streams.countEvents()).isEqualTo(before);
        var agreed = sendAndWait(file(11, 40, 0), Map.of("dry-run", "true", "allow-retractions", "true"));
        assertThat(status(agreed).getString("held")).isNull();
        admin().post(location + "/release").then().statusCode(409);
    }

    @Test
    void only_an_administrator_can_release() {
        curator().post("/api/imports/" + UUID.randomUUID() + "/release").then().statusCode(403);
        admin().post("/api/imports/" + UUID.randomUUID() + "/release").then().statusCode(404);
        var completed = sendAndWait(file(0, 1, 0));
        admin().post(completed + "/release")
                .then()
                .statusCode(409)
                .body("detail", equalTo("The import is completed. Only a held import can be released"));
    }

    @Test
    void facts_kept_because_of_rejected_rows_do_not_count() {
        sendAndWait(file(0, 40, 0));
        var damaged =
                file(0, 40, 0).replace(",1990,", ",19x0,") + file(39, 1, 0).substring(CHANGES.length());
        assertCompleted(sendAndWait(damaged), "rejected", 40, "kept", 39, "known", 1);
    }
}
