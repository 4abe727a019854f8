package org.depositary.membership.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.relay.MembershipFacts.MEMBERSHIP;
import static org.depositary.membership.relay.MembershipFacts.ORGANIZATIONS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import org.depositary.eventsourcing.store.EventCodec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in {@code contracts/} is what this service reads and writes: samples are valid, and survive a round trip. */
class ContractTest {

    private static final String PUBLIC = "https://depositary.org/contracts/";
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(PUBLIC, "classpath:contracts/")));

    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "membership-changed",
                "membership-change-corrected",
                "membership-change-retracted",
                "membership-change-sourced",
                "membership-change-claimed",
                "membership-change-claim-preferred",
                "membership-change-claim-withdrawn"
            })
    void membershipEventsKeepTheirContract(String name) throws IOException {
        keepsItsContract(name, MEMBERSHIP.codec());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organization-registered",
                "organization-corrected",
                "organization-retracted",
                "organization-sourced",
                "organization-claimed",
                "organization-claim-preferred",
                "organization-claim-withdrawn",
                "organization-changed",
                "organization-change-corrected",
                "organization-change-retracted",
                "organization-change-sourced",
                "organization-change-claimed",
                "organization-change-claim-preferred",
                "organization-change-claim-withdrawn"
            })
    void organizationEventsKeepTheirContract(String name) throws IOException {
        keepsItsContract(name, ORGANIZATIONS.codec());
    }

    private <E> void keepsItsContract(String name, EventCodec<E> codec) throws IOException {
        var sample = sample(name);
        var written = codec.encode(codec.decode(name, 1, sample));
        assertThat(written.name()).isEqualTo(name);
        assertThat(written.schemaVersion()).isEqualTo(1);
        assertThat(written.data()).isEqualTo(sample);
        var schema = SCHEMAS.getSchema(SchemaLocation.of(PUBLIC + "events/membership/" + name + "/v1.schema.json"));
        assertThat(schema.validate(written.data())).isEmpty();
    }

    private JsonNode sample(String name) throws IOException {
        try (var stream = getClass().getResourceAsStream("/contracts/events/membership/" + name + "/v1.sample.json")) {
            return mapper.readTree(stream);
        }
    }
}
