package org.depositary.documents.extraction.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLinesTest {

    @Test
    void a_field_has_no_control_characters() {
        assertThat(TextLines.asField("Charter\0of the\tSCO\n\0")).contains("Charter of the SCO");
        assertThat(TextLines.asField("\0\0")).isEmpty();
    }
}
