package org.depositary.eventsourcing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.depositary.eventsourcing.Problem;
import org.junit.jupiter.api.Test;

class StoredJsonEncoderTest {

    @Test
    void a_nul_is_refused_wherever_it_stands() {
        assertThatThrownBy(() -> StoredJsonEncoder.of(object("a\0b"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> StoredJsonEncoder.of(object("\\\0"))).isInstanceOf(Problem.class);
    }

    @Test
    void what_only_looks_like_one_is_kept() {
        assertThat(StoredJsonEncoder.of(object("\\u0000"))).isEqualTo("{\"text\":\"\\\\u0000\"}");
    }

    private static ObjectNode object(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text);
    }
}
