package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.ImportRequests.CHANGES;
import static org.depositary.membership.imports.ImportRequests.YEARS;
import static org.depositary.membership.imports.ImportRequests.aSet;
import static org.depositary.membership.imports.ImportRequests.admin;
import static org.depositary.membership.imports.ImportRequests.anOrganization;
import static org.depositary.membership.imports.ImportRequests.correct;
import static org.depositary.membership.imports.ImportRequests.counts;
import static org.depositary.membership.imports.ImportRequests.curator;
import static org.depositary.membership.imports.ImportRequests.ended;
import static org.depositary.membership.imports.ImportRequests.fact;
import static org.depositary.membership.imports.ImportRequests.imported;
import static org.depositary.membership.imports.ImportRequests.registered;
import static org.depositary.membership.imports.ImportRequests.report;
import static org.depositary.membership.imports.ImportRequests.status;
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
    void theSameFileAgainRecordsNothing() throws SQLException {
        var id = anOrganization();
        var file = YEARS + "%1$s,The League,KZ,1990,member,A\n%1$s,The League,RU,1992,member,A\n".formatted(id);
        for (var query : List.of(Map.of("format", "state-years"), Map.of("format", "state-years", "set", aSet()))) {
            counts(imported(query, file), "rejected", 0);
            var before = streams.count();
            counts(imported(query, file), "accepted", 0, "known", 3, "corrected", 0, "retracted", 0);
            assertThat(streams.count()).isEqualTo(before);
        }
    }

    @Test
    void aLaterFileOfASetIsComparedWithWhatTheSetSaid() throws SQLException {
        var id = registered();
        var query = Map.of("set", aSet());
        imported(query, CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,KZ,withdrawal,1995,,,A
            %1$s,RU,accession,1990,,,A
            %1$s,CN,accession,1991,,,A
            """.formatted(id));
        var location = imported(query, CHANGES + """
            %1$s,KZ,accession,1992,,,A
            %1$s,KZ,withdrawal,1999-01,,,A
            %1$s,CN,accession,1991,,,A
            %1$s,UZ,accession,1993,,,A
            """.formatted(id));
        counts(location, "accepted", 1, "known", 1, "corrected", 2, "retracted", 1, "kept", 0, "rejected", 0);
        assertThat(streams.events("membership:" + id + "/KZ"))
                .containsExactly(
                        "membership-changed",
                        "membership-changed",
                        "membership-change-corrected",
                        "membership-change-corrected");
        assertThat(streams.events("membership:" + id + "/RU"))
                .containsExactly("membership-changed", "membership-change-retracted");
        assertThat(report(location, "corrected").get(0).get("reason")).isEqualTo("accession: 1992, was 1990");
    }

    @Test
    void whatACuratorChangedSinceStaysAndIsTold() throws SQLException {
        var id = registered();
        var query = Map.of("set", aSet());
        var first = imported(query, CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,RU,accession,1990,,,A
            %1$s,CN,accession,1990,,,A
            %1$s,UZ,accession,1990,,,A
            """.formatted(id));
        correct(fact(first, "KZ"), "{\"effective\":\"1990-05-01\",\"reason\":\"as the treaty has it\"}");
        correct(fact(first, "RU"), "{\"effective\":\"1990-06-01\",\"reason\":\"as the treaty has it\"}");
        curator()
                .body("{\"reason\":\"never\"}")
                .post(fact(first, "CN") + "/retraction")
                .then()
                .statusCode(201);
        var before = streams.events("membership:" + id + "/KZ").size();
        var location = imported(query, CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,CN,accession,1990,,,A
            %1$s,UZ,accession,1991,,,A
            """.formatted(id));
        counts(location, "kept", 3, "corrected", 1, "retracted", 0, "accepted", 0, "rejected", 0);
        assertThat(report(location, "kept").stream().map(item -> item.get("party")))
                .containsExactlyInAnyOrder("KZ", "RU", "CN");
        assertThat(streams.events("membership:" + id + "/KZ")).hasSize(before);
    }

    @Test
    void anUndoTakesBackWhatTheImportDidAndLeavesWhatOthersChanged() throws SQLException {
        var id = registered();
        var query = Map.of("set", aSet());
        var one = CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,RU,accession,1990,,,A
            """.formatted(id);
        imported(query, one);
        var second = imported(query, CHANGES + """
            %1$s,KZ,accession,1992,,,A
            %1$s,UZ,accession,1993,,,A
            %1$s,CN,accession,1994,,,A
            """.formatted(id));
        correct(fact(second, "CN"), "{\"effective\":\"1994-05-01\",\"reason\":\"as the treaty has it\"}");
        admin().post(second + "/undo").then().statusCode(202).body("status", equalTo("running"));
        ended(second);
        assertThat(status(second).getString("status")).isEqualTo("undone");
        assertThat(streams.events("membership:" + id + "/KZ"))
                .containsExactly("membership-changed", "membership-change-corrected", "membership-change-corrected");
        assertThat(streams.events("membership:" + id + "/UZ"))
                .containsExactly("membership-changed", "membership-change-retracted");
        assertThat(streams.events("membership:" + id + "/CN"))
                .containsExactly("membership-changed", "membership-change-corrected");
        assertThat(streams.events("membership:" + id + "/RU"))
                .containsExactly("membership-changed", "membership-change-retracted", "membership-changed");
        admin().post(second + "/undo").then().statusCode(202);
        var before = streams.count();
        counts(imported(query, one), "known", 2, "accepted", 0, "corrected", 0, "retracted", 0, "kept", 1);
        assertThat(streams.count()).isEqualTo(before);
    }

    @Test
    void anUndoRestoresInTheOldOrderWhatHappenedOnOneDate() throws SQLException {
        var id = registered();
        var query = Map.of("set", aSet());
        imported(query, CHANGES + """
            %1$s,KZ,accession,1992,,,A
            %1$s,KZ,withdrawal,1992,,,A
            """.formatted(id));
        var second = imported(query, CHANGES + "%s,RU,accession,1992,,,A\n".formatted(id));
        counts(second, "retracted", 2, "accepted", 1);
        admin().post(second + "/undo").then().statusCode(202);
        ended(second);
        assertThat(streams.statements("membership:" + id + "/KZ"))
                .containsExactly("accession 1992", "withdrawal 1992", "accession 1992", "withdrawal 1992");
    }
}
