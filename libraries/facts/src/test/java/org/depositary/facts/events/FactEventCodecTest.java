package org.depositary.facts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactEvent.Claimed;
import org.junit.jupiter.api.Test;

/** Events of an earlier schema version are read in the shape of today. */
class FactEventCodecTest {

    /** Version 1 called the place a town. */
    record Voyage(String date, String place) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FactKind<Voyage> VOYAGE =
            new FactKind<>("voyage", "voyage-recorded", 2, Voyage.class, "/api/voyages");

    private final FactEventCodec<Voyage> codec = new FactEventCodec<>(VOYAGE).upcast(VOYAGE, 1, fields -> {
        if (fields.has("town")) {
            fields.set("place", fields.remove("town"));
        }
        return fields;
    });

    @Test
    void an_event_of_version_1_has_the_fields_of_version_2() throws Exception {
        var event = decode("voyage-recorded", 1, """
                {"id": "1", "date": "2001", "town": "Bishkek", "sources": [{"title": "A log"}]}
                """);
        assertThat(event.statement()).isEqualTo(new Voyage("2001", "Bishkek"));
    }

    @Test
    void a_claim_of_version_1_has_them_too() throws Exception {
        var event = (Claimed<Voyage>) decode("voyage-claimed", 1, """
                {"id": "1", "date": "2001", "town": "Bishkek", "sources": [{"title": "A diary"}],
                 "claim": {"number": 2, "holds": true, "value": {"town": "Osh"}}}
                """);
        assertThat(event.statement()).isEqualTo(new Voyage("2001", "Bishkek"));
        assertThat(event.claim().statement()).isEqualTo(new Voyage("2001", "Osh"));
        assertThat(event.claim().fields()).containsExactly("place");
    }

    @Test
    void an_event_of_version_2_stays_as_it_is() throws Exception {
        var event = decode("voyage-recorded", 2, """
                {"id": "1", "date": "2001", "place": "Bishkek", "sources": [{"title": "A log"}]}
                """);
        assertThat(event.statement()).isEqualTo(new Voyage("2001", "Bishkek"));
    }

    @Test
    void a_version_without_a_conversion_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> decode("voyage-recorded", 0, "{\"id\": \"1\"}"))
                .withMessageContaining("voyage from version 0");
    }

    private FactEvent<Voyage> decode(String name, int version, String data) throws Exception {
        return codec.decode(name, version, (ObjectNode) JSON.readTree(data));
    }
}
