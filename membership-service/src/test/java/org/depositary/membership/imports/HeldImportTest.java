package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.ImportRequests.CHANGES;
import static org.depositary.membership.imports.ImportRequests.aSet;
import static org.depositary.membership.imports.ImportRequests.admin;
import static org.depositary.membership.imports.ImportRequests.correct;
import static org.depositary.membership.imports.ImportRequests.counts;
import static org.depositary.membership.imports.ImportRequests.curator;
import static org.depositary.membership.imports.ImportRequests.ended;
import static org.depositary.membership.imports.ImportRequests.registered;
import static org.depositary.membership.imports.ImportRequests.report;
import static org.depositary.membership.imports.ImportRequests.send;
import static org.depositary.membership.imports.ImportRequests.status;
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
import org.depositary.vocabulary.Parties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that would take back much of what its set states waits until somebody releases it. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class HeldImportTest {

    @Inject
    StoredStreams streams;

    private final String set = aSet();
    private String id;

    @BeforeEach
    void register() {
        id = registered();
    }

    /** A file of accessions of so many states, behind the first ones; the first of them in another year. */
    private String file(int behind, int states, int moved) {
        var line = new int[1];
        return Parties.all().stream()
                .filter(party -> party.code().length() == 2)
                .skip(behind)
                .limit(states)
                .map(party -> "%s,%s,accession,%d,,,A\n".formatted(id, party, line[0]++ < moved ? 1991 : 1990))
                .collect(Collectors.joining("", CHANGES, ""));
    }

    private String imported(String file) {
        return imported(file, Map.of());
    }

    private String imported(String file, Map<String, String> more) {
        var query = new HashMap<>(more);
        query.put("set", set);
        return ImportRequests.imported(query, file);
    }

    private static void held(String location, int retracted, int moved, int of) {
        var view = status(location);
        assertThat(view.getString("status")).isEqualTo("held");
        assertThat(view.getMap("held")).isEqualTo(Map.of("retracted", retracted, "moved", moved, "of", of));
        for (var count : new String[] {"accepted", "known", "corrected", "retracted", "kept"}) {
            assertThat(view.getInt(count)).as(count).isZero();
        }
    }

    @Test
    void whatWouldRetractMuchRecordsNothingUntilItIsReleased() throws SQLException {
        imported(file(0, 40, 0));
        var before = streams.count();
        var location = imported(file(11, 40, 0));
        held(location, 11, 0, 40);
        assertThat(status(location).getString("problem"))
                .startsWith("It would retract 11 and move the dates of 0 of the 40 facts that the set states.")
                .contains("POST " + location + "/release");
        assertThat(streams.count()).isEqualTo(before);
        var released = admin().post(location + "/release");
        released.then().statusCode(202).header("Location", location);
        assertThat(status(ended(location)).getString("held")).isNull();
        counts(location, "retracted", 11, "known", 29, "accepted", 11);
        admin().post(location + "/release").then().statusCode(202).body("status", equalTo("completed"));
        admin().post(location + "/undo").then().statusCode(202);
        assertThat(status(ended(location)).getString("status")).isEqualTo("undone");
        admin().post(location + "/release").then().statusCode(409);
    }

    @Test
    void aTenthOrTenAreNotMuch() {
        imported(file(0, 40, 0));
        counts(imported(file(10, 40, 0)), "retracted", 10, "accepted", 10);
        imported(file(10, 110, 0));
        counts(imported(file(21, 110, 0)), "retracted", 11, "accepted", 11);
        counts(imported(file(21, 110, 11)), "corrected", 11, "known", 99);
        held(imported(file(33, 110, 0)), 12, 0, 110);
    }

    @Test
    void whatWouldMoveManyDatesIsHeld() {
        imported(file(0, 100, 0));
        held(imported(file(0, 100, 11)), 0, 11, 100);
        held(imported(file(8, 100, 11)), 8, 11, 100);
        counts(imported(file(8, 100, 10)), "retracted", 8, "corrected", 10, "accepted", 8);
    }

    @Test
    void otherParticularsAreNoOtherDate() {
        imported(file(0, 40, 0));
        counts(imported(file(0, 40, 0).replace(",,,A", ",a note,,A")), "corrected", 40);
    }

    @Test
    void itIsDecidedAfreshWhenItIsReleased() {
        var first = imported(file(0, 40, 0));
        var location = imported(file(11, 40, 0));
        var touched = report(first, "accepted").getFirst();
        correct(touched.get("fact").toString(), "{\"effective\":\"1990-05-01\",\"reason\":\"as the treaty has it\"}");
        admin().post(location + "/release").then().statusCode(202);
        counts(ended(location), "retracted", 10, "kept", 1, "accepted", 11);
        assertThat(report(location, "kept").getFirst()).containsEntry("party", touched.get("party"));
    }

    @Test
    void anUndoDiscardsIt() throws SQLException {
        imported(file(0, 40, 0));
        var before = streams.count();
        var location = imported(file(11, 40, 0));
        admin().post(location + "/undo").then().statusCode(202).body("status", equalTo("undone"));
        admin().post(location + "/undo").then().statusCode(202).body("status", equalTo("undone"));
        admin().post(location + "/release")
                .then()
                .statusCode(409)
                .body("detail", containsString("The import is undone"));
        assertThat(status(location).getString("held")).isNull();
        assertThat(streams.count()).isEqualTo(before);
        assertThat(streams.rowsOf(location)).isZero();
        counts(imported(file(0, 40, 0)), "known", 40);
    }

    @Test
    void aLaterImportOfTheSetSupersedesIt() throws SQLException {
        imported(file(0, 40, 0));
        var held = imported(file(11, 40, 0));
        counts(ImportRequests.imported(Map.of("set", aSet()), file(11, 40, 0)), "known", 29, "accepted", 11);
        assertThat(status(held).getString("supersededBy")).isNull();
        imported(file(11, 40, 0), Map.of("dry-run", "true"));
        assertThat(status(held).getString("supersededBy")).isNull();
        var later = imported(file(12, 40, 0));
        assertThat(status(held).getString("supersededBy")).isEqualTo(later);
        admin().post(held + "/release")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString(later));
        held(held, 11, 0, 40);
        assertThat(streams.rowsOf(held)).isZero();
        admin().post(later + "/release").then().statusCode(202);
        counts(ended(later), "retracted", 12);
        admin().post(held + "/undo").then().statusCode(202).body("status", equalTo("undone"));
    }

    @Test
    void whoAgreesBeforehandIsNotHeldUp() {
        imported(file(0, 40, 0));
        counts(imported(file(11, 40, 0), Map.of("allow-retractions", "true")), "retracted", 11, "accepted", 11);
        send(Map.of("allow-retractions", "perhaps"), file(0, 1, 0).getBytes())
                .then()
                .statusCode(400);
    }

    @Test
    void aDryRunSaysThatItWouldBeHeld() throws SQLException {
        imported(file(0, 40, 0));
        var before = streams.count();
        var location = imported(file(11, 40, 3), Map.of("dry-run", "true"));
        counts(location, "retracted", 11, "corrected", 3, "known", 26, "accepted", 11);
        assertThat(status(location).getMap("held")).isEqualTo(Map.of("retracted", 11, "moved", 3, "of", 40));
        assertThat(report(location, "retracted")).hasSize(11);
        assertThat(streams.count()).isEqualTo(before);
        var agreed = imported(file(11, 40, 0), Map.of("dry-run", "true", "allow-retractions", "true"));
        assertThat(status(agreed).getString("held")).isNull();
        admin().post(location + "/release").then().statusCode(409);
    }

    @Test
    void onlyAnAdministratorReleases() {
        curator().post("/api/imports/" + UUID.randomUUID() + "/release").then().statusCode(403);
        admin().post("/api/imports/" + UUID.randomUUID() + "/release").then().statusCode(404);
        var completed = imported(file(0, 1, 0));
        admin().post(completed + "/release")
                .then()
                .statusCode(409)
                .body("detail", equalTo("The import is completed: only a held one can be released"));
    }

    @Test
    void whatRejectedRowsKeepIsNotCounted() {
        imported(file(0, 40, 0));
        var damaged =
                file(0, 40, 0).replace(",1990,", ",19x0,") + file(39, 1, 0).substring(CHANGES.length());
        counts(imported(damaged), "rejected", 40, "kept", 39, "known", 1);
    }
}
