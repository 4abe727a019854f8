package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.ImportRequests.CHANGES;
import static org.depositary.membership.imports.ImportRequests.YEARS;
import static org.depositary.membership.imports.ImportRequests.admin;
import static org.depositary.membership.imports.ImportRequests.assertCompleted;
import static org.depositary.membership.imports.ImportRequests.correct;
import static org.depositary.membership.imports.ImportRequests.curator;
import static org.depositary.membership.imports.ImportRequests.fact;
import static org.depositary.membership.imports.ImportRequests.newOrganizationId;
import static org.depositary.membership.imports.ImportRequests.newSet;
import static org.depositary.membership.imports.ImportRequests.report;
import static org.depositary.membership.imports.ImportRequests.sendAndWait;
import static org.depositary.membership.imports.ImportRequests.status;
import static org.depositary.membership.imports.ImportRequests.waitForEnd;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class ImportSetTest {

    @Inject
    StoredStreams streams;

    @Test
    void the_same_file_again_records_nothing() throws SQLException {
        var id = newOrganizationId();
        var file = YEARS + "%1$s,The League,KZ,1990,member,A\n%1$s,The League,RU,1992,member,A\n".formatted(id);
        for (var query : List.of(Map.of("format", "state-years"), Map.of("format", "state-years", "set", newSet()))) {
            assertCompleted(sendAndWait(query, file), "rejected", 0);
            var before = streams.countEvents();
            assertCompleted(sendAndWait(query, file), "accepted", 0, "known", 3, "corrected", 0, "retracted", 0);
            assertThat(streams.countEvents()).isEqualTo(before);
        }
    }

    @Test
    void a_later_file_of_a_set_is_compared_with_the_facts_of_the_set() throws SQLException {
        var set = ChangesSet.create();
        set.importRows("""
            %1$s,KZ,accession,1990,,,A
            %1$s,KZ,withdrawal,1995,,,A
            %1$s,RU,accession,1990,,,A
            %1$s,CN,accession,1991,,,A
            """);
        var location = set.importRows("""
            %1$s,KZ,accession,1992,,,A
            %1$s,KZ,withdrawal,1999-01,,,A
            %1$s,CN,accession,1991,,,A
            %1$s,UZ,accession,1993,,,A
            """);
        assertCompleted(location, "accepted", 1, "known", 1, "corrected", 2, "retracted", 1, "kept", 0, "rejected", 0);
        assertThat(streams.eventTypes(set.stream("KZ")))
                .containsExactly(
                        "membership-changed",
                        "membership-changed",
                        "membership-change-corrected",
                        "membership-change-corrected");
        assertThat(streams.eventTypes(set.stream("RU")))
                .containsExactly("membership-changed", "membership-change-retracted");
        assertThat(report(location, "corrected").get(0).get("reason")).isEqualTo("accession: 1992, was 1990");
    }

    @Test
    void facts_that_a_curator_has_changed_since_are_kept_and_reported() throws SQLException {
        var set = ChangesSet.create();
        var first = set.importRows("""
            %1$s,KZ,accession,1990,,,A
            %1$s,RU,accession,1990,,,A
            %1$s,CN,accession,1990,,,A
            %1$s,UZ,accession,1990,,,A
            """);
        correct(fact(first, "KZ"), "{\"effective\":\"1990-05-01\",\"reason\":\"as the treaty has it\"}");
        correct(fact(first, "RU"), "{\"effective\":\"1990-06-01\",\"reason\":\"as the treaty has it\"}");
        curator()
                .body("{\"reason\":\"never\"}")
                .post(fact(first, "CN") + "/retraction")
                .then()
                .statusCode(201);
        var before = streams.eventTypes(set.stream("KZ")).size();
        var location = set.importRows("""
            %1$s,KZ,accession,1990,,,A
            %1$s,CN,accession,1990,,,A
            %1$s,UZ,accession,1991,,,A
            """);
        assertCompleted(location, "kept", 3, "corrected", 1, "retracted", 0, "accepted", 0, "rejected", 0);
        assertThat(report(location, "kept").stream().map(item -> item.get("party")))
                .containsExactlyInAnyOrder("KZ", "RU", "CN");
        assertThat(streams.eventTypes(set.stream("KZ"))).hasSize(before);
    }

    @Test
    void a_verified_fact_is_corrected_and_retracted_like_any_other() {
        var set = ChangesSet.create();
        var first = set.importRows("""
            %1$s,KZ,accession,1990,,,A
            %1$s,RU,accession,1990,,,A
            """);
        for (var party : List.of("KZ", "RU")) {
            curator()
                    .body("{}")
                    .post(fact(first, party) + "/verification")
                    .then()
                    .statusCode(201);
        }
        assertCompleted(set.importRows("%1$s,KZ,accession,1991,,,A\n"), "corrected", 1, "retracted", 1, "kept", 0);
    }

    @Test
    void an_undo_reverts_the_import_and_keeps_changes_by_others() throws SQLException {
        var set = ChangesSet.create();
        var one = CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,RU,accession,1990,,,A
            """.formatted(set.organization());
        sendAndWait(set.query(), one);
        var second = set.importRows("""
            %1$s,KZ,accession,1992,,,A
            %1$s,UZ,accession,1993,,,A
            %1$s,CN,accession,1994,,,A
            """);
        correct(fact(second, "CN"), "{\"effective\":\"1994-05-01\",\"reason\":\"as the treaty has it\"}");
        admin().post(second + "/undo").then().statusCode(202).body("status", equalTo("running"));
        waitForEnd(second);
        assertThat(status(second).getString("status")).isEqualTo("undone");
        assertThat(streams.eventTypes(set.stream("KZ")))
                .containsExactly("membership-changed", "membership-change-corrected", "membership-change-corrected");
        assertThat(streams.eventTypes(set.stream("UZ")))
                .containsExactly("membership-changed", "membership-change-retracted");
        assertThat(streams.eventTypes(set.stream("CN")))
                .containsExactly("membership-changed", "membership-change-corrected");
        assertThat(streams.eventTypes(set.stream("RU")))
                .containsExactly("membership-changed", "membership-change-retracted", "membership-changed");
        admin().post(second + "/undo").then().statusCode(202);
        var before = streams.countEvents();
        assertCompleted(
                sendAndWait(set.query(), one), "known", 2, "accepted", 0, "corrected", 0, "retracted", 0, "kept", 1);
        assertThat(streams.countEvents()).isEqualTo(before);
    }

    @Test
    void an_undo_restores_changes_of_one_date_in_their_order() throws SQLException {
        var set = ChangesSet.create();
        set.importRows("""
            %1$s,KZ,accession,1992,,,A
            %1$s,KZ,withdrawal,1992,,,A
            """);
        var second = set.importRows("%s,RU,accession,1992,,,A\n");
        assertCompleted(second, "retracted", 2, "accepted", 1);
        admin().post(second + "/undo").then().statusCode(202);
        waitForEnd(second);
        assertThat(streams.changes(set.stream("KZ")))
                .containsExactly("accession 1992", "withdrawal 1992", "accession 1992", "withdrawal 1992");
    }
}
