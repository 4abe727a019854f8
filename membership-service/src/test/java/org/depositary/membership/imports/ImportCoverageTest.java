package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.ImportRequests.CHANGES;
import static org.depositary.membership.imports.ImportRequests.YEARS;
import static org.depositary.membership.imports.ImportRequests.admin;
import static org.depositary.membership.imports.ImportRequests.assertCompleted;
import static org.depositary.membership.imports.ImportRequests.curator;
import static org.depositary.membership.imports.ImportRequests.fact;
import static org.depositary.membership.imports.ImportRequests.newOrganizationId;
import static org.depositary.membership.imports.ImportRequests.newSet;
import static org.depositary.membership.imports.ImportRequests.registerOrganization;
import static org.depositary.membership.imports.ImportRequests.send;
import static org.depositary.membership.imports.ImportRequests.sendAndWait;
import static org.depositary.membership.imports.ImportRequests.status;
import static org.depositary.membership.imports.ImportRequests.waitForEnd;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An import states the time for which its set speaks, and confirms what others recorded. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class ImportCoverageTest {

    private final String set = newSet();
    private final String stream = "import-set:" + set;

    @Inject
    StoredStreams streams;

    private static String years(String organization, String last) {
        return YEARS
                + "%1$s,The League,KZ,1990,member,A\n%1$s,The League,RU,%2$s,member,A\n".formatted(organization, last);
    }

    private static String undo(String location) {
        admin().post(location + "/undo").then().statusCode(202);
        return waitForEnd(location);
    }

    @Test
    void state_years_cover_the_years_of_their_file() throws SQLException {
        var file = years(newOrganizationId(), "2014");
        var query = Map.of("format", "state-years", "set", set);
        var location = sendAndWait(query, file);
        assertThat(status(location).getString("covers")).isEqualTo("1990/2014");
        assertThat(streams.coverages(stream)).containsExactly("import-set-covered 1990/2014");
        var before = streams.countEvents();
        sendAndWait(query, file);
        assertThat(streams.countEvents()).isEqualTo(before);
    }

    @Test
    void a_new_edition_with_a_longer_coverage_publishes_one_event() throws SQLException {
        var file = CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(registerOrganization());
        sendAndWait(Map.of("set", set, "covers", "1816/2005"), file);
        var before = Integer.parseInt(streams.countEvents());
        var second = sendAndWait(Map.of("set", set, "covers", "1816/2014"), file);
        assertCompleted(second, "known", 1, "corrected", 0, "accepted", 0);
        assertThat(Integer.parseInt(streams.countEvents())).isEqualTo(before + 1);
        assertThat(streams.coverages(stream))
                .containsExactly("import-set-covered 1816/2005", "import-set-covered 1816/2014");
    }

    @Test
    void an_import_that_states_none_leaves_the_coverage_as_it_is() throws SQLException {
        var organization = registerOrganization();
        sendAndWait(Map.of("set", set, "covers", "../2005"), CHANGES + organization + ",KZ,accession,1990,,,A\n");
        var other = sendAndWait(Map.of("set", set), CHANGES + organization + ",KZ,accession,1991,,,A\n");
        assertCompleted(other, "corrected", 1);
        assertThat(status(other).getString("covers")).isNull();
        assertThat(streams.coverages(stream)).containsExactly("import-set-covered ../2005");
    }

    @Test
    void an_undo_restores_the_coverage_before() throws SQLException {
        var file = CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(registerOrganization());
        var first = sendAndWait(Map.of("set", set, "covers", "../2005"), file);
        var second = sendAndWait(Map.of("set", set, "covers", "../2014"), file);
        undo(second);
        undo(first);
        assertThat(streams.coverages(stream))
                .containsExactly(
                        "import-set-covered ../2005",
                        "import-set-covered ../2014",
                        "import-set-covered ../2005",
                        "import-set-coverage-retracted ../2005");
    }

    @Test
    void an_undo_of_an_earlier_import_keeps_the_later_coverage() throws SQLException {
        var file = CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(registerOrganization());
        var first = sendAndWait(Map.of("set", set, "covers", "../2005"), file);
        sendAndWait(Map.of("set", set, "covers", "../2014"), file);
        undo(first);
        assertThat(streams.coverages(stream)).hasSize(2).last().isEqualTo("import-set-covered ../2014");
    }

    @Test
    void dry_and_held_imports_publish_no_coverage() throws SQLException {
        var organization = registerOrganization();
        var many = new StringBuilder(CHANGES);
        for (var party : "AT BE BG CH CN CZ DE DK ES FI FR GB GR".split(" ")) {
            many.append("%s,%s,accession,1990,,,A\n".formatted(organization, party));
        }
        sendAndWait(Map.of("set", set, "covers", "../2005"), many.toString());
        var one = CHANGES + organization + ",AT,accession,1990,,,A\n";
        sendAndWait(Map.of("set", set, "covers", "../2014", "dry-run", "true"), one);
        var held = sendAndWait(Map.of("set", set, "covers", "../2014"), one);
        assertThat(status(held).getString("status")).isEqualTo("held");
        assertThat(streams.coverages(stream)).containsExactly("import-set-covered ../2005");
        admin().post(held + "/release").then().statusCode(202);
        waitForEnd(held);
        assertThat(streams.coverages(stream)).last().isEqualTo("import-set-covered ../2014");
    }

    @Test
    void a_known_row_of_another_set_adds_its_source_once() throws SQLException {
        var organization = registerOrganization();
        var file = CHANGES + organization + ",KZ,accession,1990,,,A\n";
        var recorded = sendAndWait(Map.of("set", newSet(), "covers", "../2005"), file);
        var query = Map.of("set", set, "covers", "../2014");
        var confirming = sendAndWait(query, file);
        assertCompleted(confirming, "known", 1, "accepted", 0);
        var membership = "membership:" + organization + "/KZ";
        assertThat(streams.eventTypes(membership)).containsExactly("membership-changed", "membership-change-sourced");
        assertThat(streams.lastSources(membership)).contains("\"set\":\"" + set + "\"", "\"covers\":\"../\"");
        sendAndWait(query, file);
        assertThat(streams.eventTypes(membership)).hasSize(2);

        undo(confirming);
        assertThat(streams.eventTypes(membership)).hasSize(3).last().isEqualTo("membership-change-corrected");
        assertThat(streams.lastSources(membership)).doesNotContain(set);
        undo(recorded);
        assertThat(streams.eventTypes(membership)).hasSize(4).last().isEqualTo("membership-change-retracted");
    }

    @Test
    void a_confirmed_fact_still_belongs_to_its_own_set() throws SQLException {
        var own = ChangesSet.create();
        own.importRows("%1$s,KZ,accession,1990,,,A\n");
        sendAndWait(Map.of("set", set), CHANGES + own.organization() + ",KZ,accession,1990,,,B\n");
        assertCompleted(own.importRows("%1$s,KZ,accession,1990,,,A\n"), "known", 1, "corrected", 0, "kept", 0);
        assertThat(streams.eventTypes(own.stream("KZ"))).hasSize(2);
        assertCompleted(own.importRows("%1$s,KZ,accession,1990,A note,,A\n"), "corrected", 1);
        assertThat(streams.lastSources(own.stream("KZ"))).contains(set);
        assertCompleted(own.importRows("%1$s,KZ,accession,1992,A note,,A\n"), "corrected", 1);
        assertThat(streams.lastSources(own.stream("KZ"))).doesNotContain(set);
    }

    @ParameterizedTest
    @ValueSource(strings = {"until-2014", "2014/1816", "1816/"})
    void a_wrong_coverage_is_refused(String covers) {
        send(Map.of("covers", covers), CHANGES.getBytes())
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-query"))
                .body("detail", startsWith("covers: "));
    }

    @Test
    void a_command_states_the_coverage_of_its_sources() throws SQLException {
        var organization = registerOrganization();
        var change = "{\"party\":\"KZ\",\"change\":\"accession\",\"effective\":\"1990\",\"covers\":\"%s\","
                + "\"sources\":[{\"title\":\"A\"},{\"title\":\"B\",\"covers\":\"../2001\"}]}";
        var path = "/api/organizations/" + organization + "/membership-changes";
        curator().body(change.formatted("../2014")).post(path).then().statusCode(201);
        assertThat(streams.lastSources("membership:" + organization + "/KZ"))
                .contains("\"covers\":\"../2014\"", "\"covers\":\"../2001\"");
        curator()
                .body(change.formatted("2014/1816"))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/covers"));
        curator()
                .body(change.formatted("../2014").replace("\"title\":\"A\"", "\"title\":\"A\",\"set\":\"x\""))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/sources/0/set"));
    }

    @Test
    void an_added_source_speaks_up_to_its_publication() throws SQLException {
        var set = ChangesSet.create();
        var recorded = fact(set.importRows("%1$s,KZ,accession,1990,,,A\n"), "KZ");
        curator()
                .body("{\"title\":\"A book\",\"published\":\"2020\"}")
                .post(recorded + "/sources")
                .then()
                .statusCode(201);
        assertThat(streams.lastSources(set.stream("KZ"))).contains("\"covers\":\"../2020\"");
    }
}
