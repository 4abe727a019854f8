package org.depositary.membership.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.events.ImportSetEvents.IMPORT_SETS;
import static org.depositary.membership.events.MembershipFactKinds.MEMBERSHIP;
import static org.depositary.membership.events.MembershipFactKinds.ORGANIZATIONS;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.eventsourcing.store.EventCodec;
import org.depositary.testing.ContractFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples in {@code contracts/} are valid, and survive a round trip through this service. */
class ContractTest {

    private static final List<String> HAPPENINGS = List.of(
            "-recorded",
            "-corrected",
            "-retracted",
            "-sourced",
            "-verified",
            "-claimed",
            "-claim-preferred",
            "-claim-withdrawn");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "membership-changed",
                "membership-change-corrected",
                "membership-change-retracted",
                "membership-change-sourced",
                "membership-change-verified",
                "membership-change-claimed",
                "membership-change-claim-preferred",
                "membership-change-claim-withdrawn"
            })
    void membership_events_keep_their_contract(String name) throws IOException {
        keepsItsContract(name, MEMBERSHIP.codec());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organization-registered",
                "organization-corrected",
                "organization-retracted",
                "organization-sourced",
                "organization-verified",
                "organization-claimed",
                "organization-claim-preferred",
                "organization-claim-withdrawn",
                "organization-changed",
                "organization-change-corrected",
                "organization-change-retracted",
                "organization-change-sourced",
                "organization-change-verified",
                "organization-change-claimed",
                "organization-change-claim-preferred",
                "organization-change-claim-withdrawn"
            })
    void organizationEventsKeepTheirContract(String name) throws IOException {
        keepsItsContract(name, ORGANIZATIONS.codec());
    }

    @ParameterizedTest
    @ValueSource(strings = {"import-set-covered", "import-set-coverage-retracted"})
    void events_of_import_sets_keep_their_contract(String name) throws IOException {
        keepsItsContract(name, IMPORT_SETS.codec());
    }

    static Stream<Arguments> institutionalEvents() {
        return InstitutionKind.ALL.stream().flatMap(kind -> HAPPENINGS.stream()
                .map(happened -> Arguments.of(
                        kind.kind().name() + happened, kind.aggregate().codec())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("institutionalEvents")
    void institutional_events_keep_their_contract(String name, EventCodec<?> codec) throws IOException {
        keepsItsContract(name, codec);
    }

    private static <E> void keepsItsContract(String name, EventCodec<E> codec) throws IOException {
        var sample = ContractFiles.sample("events/membership/" + name);
        var written = codec.encode(codec.decode(name, 1, sample));
        assertThat(written.name()).isEqualTo(name);
        assertThat(written.schemaVersion()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(written.data().toString())).isEqualTo(sample);
        ContractFiles.assertValid("events/membership/" + name, 1, written.data());
    }
}
