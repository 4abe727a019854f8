package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A refusal because of another fact has the URL of that fact, which can be read. */
@ExtendWith(SharedInstallation.class)
class ConflictsTest {

    private final OriginClient curator;
    private final String organization = "/api/organizations/conflict-" + UUID.randomUUID();

    ConflictsTest(TestInstallation installation) {
        this.curator = installation.client().with(installation.token("curator"));
        projected(curator.put(organization, registration("2001")));
    }

    @Test
    void a_later_and_an_earlier_accession_name_the_recorded_one() {
        var recorded = record(change("accession", "2003"));
        assertConflict(curator.post(changes(), change("accession", "2005")), recorded);
        assertConflict(curator.post(changes(), change("accession", "1995-01-01")), recorded);
        assertConflict(
                curator.post(changes(), List.of(change("observer-status", "1990"), change("accession", "1995"))),
                recorded);
    }

    @Test
    void a_correction_and_a_retraction_name_the_change_that_needs_the_fact() {
        var entry = record(change("accession", "2003"));
        var exit = record(change("withdrawal", "2007"));
        var again = record(change("accession", "2010"));
        assertConflict(correct(entry, Map.of("effective", "2008")), exit);
        assertConflict(correct(again, Map.of("effective", "2005")), entry);
        assertConflict(curator.post(exit + "/retraction", Map.of("reason", "never happened")), again, entry);
    }

    @Test
    void a_preferred_claim_names_the_change_that_it_contradicts() {
        var entry = record(change("accession", "2003"));
        var exit = record(change("withdrawal", "2007"));
        var later = Map.of("value", Map.of("effective", "2009"), "sources", List.of(CommandBodies.SOURCE));
        var claim = curator.post(entry + "/claims", later).expect(201).header("Location");
        assertConflict(curator.post(claim + "/preference", Map.of("reason", "a better source")), exit);
    }

    @Test
    void changes_of_one_request_that_do_not_fit_name_no_recorded_fact() {
        var answer = curator.post(changes(), List.of(change("accession", "2003"), change("accession", "2005")))
                .expect(409);
        assertThat(answer.body().has("conflictsWith")).isFalse();
        assertThat(answer.body().path("detail").asText()).contains("#/0", "#/1");
    }

    @Test
    void what_contradicts_an_organisation_names_its_registration_or_its_change() {
        assertConflict(curator.put(organization, registration("2002")), organization);
        assertConflict(curator.post(organization + "/changes", dissolution("1999")), organization);
        var dissolved = projected(curator.post(organization + "/changes", dissolution("2010")));
        assertConflict(curator.post(organization + "/changes", dissolution("2012")), dissolved);
        assertConflict(correct(organization, Map.of("founded", "2011")), dissolved);
        assertConflict(curator.post(organization + "/retraction", Map.of("reason", "never existed")), dissolved);
    }

    private void assertConflict(GatewayAnswer refusal, String... addresses) {
        var conflicting = StreamSupport.stream(
                        refusal.expect(409).body().path("conflictsWith").spliterator(), false)
                .map(address -> address.asText())
                .toList();
        assertThat(conflicting).containsExactly(addresses);
        for (var address : conflicting) {
            assertThat(refusal.body().path("detail").asText()).contains(address);
            curator.get(address).expect(200);
        }
    }

    private String record(Map<String, Object> change) {
        return projected(curator.post(changes(), change));
    }

    /** Waits until the recorded fact can be read. Returns its URL. */
    private String projected(GatewayAnswer recorded) {
        var address = recorded.expect(201).header("Location");
        curator.getAfter(recorded.header("Depositary-Version"), address).expect(200);
        return address;
    }

    private GatewayAnswer correct(String fact, Map<String, Object> fields) {
        return curator.post(fact + "/corrections", CommandBodies.with(fields, "reason", "misread"));
    }

    private String changes() {
        return organization + "/membership-changes";
    }

    private static Map<String, Object> change(String change, String effective) {
        return CommandBodies.change("NZ", change, effective);
    }

    private static Map<String, Object> registration(String founded) {
        return CommandBodies.with(CommandBodies.organization("Conflicting"), "founded", founded);
    }

    private static Map<String, Object> dissolution(String effective) {
        return Map.of("effective", effective, "dissolved", true, "sources", List.of(CommandBodies.SOURCE));
    }
}
