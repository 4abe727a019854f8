package org.depositary.gateway.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.gateway.exports.formats.ExportRow;
import org.junit.jupiter.api.Test;

/** Tests the comparison of two exports. A row is written {@code key=content}. */
class RowDifferencesTest {

    private static Iterator<ExportRow> export(String... rows) {
        return Stream.of(rows)
                .map(row -> new ExportRow(List.of(row.split("=")[0]), row.getBytes(StandardCharsets.UTF_8)))
                .iterator();
    }

    private static List<String> differences(Iterator<ExportRow> before, Iterator<ExportRow> after) {
        var found = new ArrayList<String>();
        new RowDifferences(before, after, RowOrder.TEXT)
                .forEachRemaining(row -> found.add(
                        row.delta().orElseThrow().text() + " " + new String(row.json(), StandardCharsets.UTF_8)));
        return found;
    }

    @Test
    void equal_exports_have_no_differences() {
        assertThat(differences(export("a=1", "b=2"), export("a=1", "b=2"))).isEmpty();
        assertThat(differences(export(), export())).isEmpty();
    }

    @Test
    void added_changed_and_gone_rows_are_found_in_their_order() {
        assertThat(differences(export("a=1", "b=2", "d=4", "f=6"), export("b=2", "c=3", "d=5", "g=7")))
                .containsExactly("gone a=1", "added c=3", "changed d=5", "gone f=6", "added g=7");
    }

    @Test
    void one_of_them_can_be_empty() {
        assertThat(differences(export(), export("a=1", "b=2"))).containsExactly("added a=1", "added b=2");
        assertThat(differences(export("a=1"), export())).containsExactly("gone a=1");
    }

    @Test
    void rows_out_of_order_are_refused() {
        assertThatThrownBy(() -> differences(export("b=1", "a=2"), export("b=1", "c=2")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[b] is not before [a]");
    }

    @Test
    void the_last_part_of_a_key_can_be_a_number() {
        assertThat(RowOrder.TEXT_THEN_NUMBER.compare(List.of("sco", "999"), List.of("sco", "1000")))
                .isNegative();
        assertThat(RowOrder.TEXT.compare(List.of("sco", "999"), List.of("sco", "1000")))
                .isPositive();
    }
}
