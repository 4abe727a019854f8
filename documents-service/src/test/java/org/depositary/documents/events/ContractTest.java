package org.depositary.documents.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.documents.events.DocumentEventTypes.DOCUMENTS;
import static org.depositary.documents.events.InstrumentFactKinds.ACTS;
import static org.depositary.documents.events.InstrumentFactKinds.INSTRUMENTS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.depositary.documents.texts.TextChunk;
import org.depositary.eventsourcing.http.ObjectMapperSettings;
import org.depositary.eventsourcing.store.EventCodec;
import org.depositary.testing.ContractFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples in {@code contracts/} are valid, and survive a round trip through this service. */
class ContractTest {

    private final ObjectMapper mapper = ObjectMapperSettings.mapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document-received",
                "document-extracted",
                "document-metadata-corrected",
                "document-taken-down",
                "document-takedown-lifted"
            })
    void events_keep_their_contract(String name) throws JsonProcessingException {
        var sample = ContractFiles.sample("events/document/" + name);

        var written = DOCUMENTS.codec().encode(DOCUMENTS.codec().decode(name, 1, sample));

        assertThat(written.name()).isEqualTo(name);
        assertThat(written.schemaVersion()).isEqualTo(1);
        assertThat(mapper.readTree(written.data().toString())).isEqualTo(sample);
        ContractFiles.assertValid("events/document/" + name, 1, sample);
    }

    static Stream<Arguments> factEvents() {
        return Stream.of(
                        "-corrected",
                        "-retracted",
                        "-sourced",
                        "-verified",
                        "-claimed",
                        "-claim-preferred",
                        "-claim-withdrawn")
                .flatMap(later -> Stream.of(
                        Arguments.of("instrument" + later, INSTRUMENTS.codec()),
                        Arguments.of("act" + later, ACTS.codec())));
    }

    @ParameterizedTest
    @MethodSource("factEvents")
    void later_events_of_instruments_and_acts_keep_their_contract(String name, EventCodec<?> codec)
            throws JsonProcessingException {
        assertContract(name, codec);
    }

    @Test
    void instruments_and_acts_keep_their_contract() throws JsonProcessingException {
        assertContract("instrument-registered", INSTRUMENTS.codec());
        assertContract("act-recorded", ACTS.codec());
    }

    private <E> void assertContract(String name, EventCodec<E> codec) throws JsonProcessingException {
        var sample = ContractFiles.sample("events/document/" + name);
        ContractFiles.assertValid("events/document/" + name, 1, sample);

        var written = codec.encode(codec.decode(name, 1, sample));

        assertThat(written.name()).isEqualTo(name);
        assertThat(written.schemaVersion()).isEqualTo(1);
        assertThat(mapper.readTree(written.data().toString())).isEqualTo(sample);
    }

    @Test
    void chunks_of_text_keep_their_contract() throws JsonProcessingException {
        var sample = ContractFiles.sample("state/documents.text");

        JsonNode written = mapper.valueToTree(mapper.treeToValue(sample, TextChunk.class));

        assertThat(written).isEqualTo(sample);
        ContractFiles.assertValid("state/documents.text", 1, written);
    }
}
