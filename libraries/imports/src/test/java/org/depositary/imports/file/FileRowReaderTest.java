package org.depositary.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.depositary.eventsourcing.Problem;
import org.depositary.imports.file.FileRow.Readable;
import org.depositary.imports.file.FileRow.Unreadable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRowReaderTest {

    private static final FileColumns SHAPE = new FileColumns() {
        @Override
        public List<String> columns() {
            return List.of(HEADER.strip().split(","));
        }

        @Override
        public Set<String> wholeNumberColumns() {
            return Set.of("year");
        }

        @Override
        public Optional<String> headerError(List<String> columns) {
            return Optional.of("Unexpected columns")
                    .filter(error -> !HEADER.strip().equals(String.join(",", columns)));
        }

        @Override
        public void putValue(ObjectNode row, String column, String value) {
            row.put(column, value);
        }

        @Override
        public Map<String, Predicate<String>> recognizableColumns() {
            return Map.of();
        }

        @Override
        public List<String> subjectFields() {
            return List.of("organization");
        }
    };

    private static final String HEADER = "organization,party,year,status,source\n";

    @Test
    void csv_rows_have_fields_and_line_numbers() throws IOException {
        var rows = rows(HEADER + "sco,KZ,2001,member,A\r\n\nsco,RU,2002,member,\"B, \"\"C\"\"\"");
        assertThat(rows).hasSize(2);
        assertThat(fields(rows.get(0)))
                .isEqualTo("{\"organization\":\"sco\",\"party\":\"KZ\",\"year\":\"2001\","
                        + "\"status\":\"member\",\"source\":\"A\"}");
        assertThat(rows.get(1).line()).isEqualTo(4);
        assertThat(fields(rows.get(1))).contains("\"source\":\"B, \\\"C\\\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_detected_and_a_byte_order_mark_skipped(String separator) throws IOException {
        var file = ("\uFEFF" + HEADER + "sco,KZ,2001,member,\"A,B;C\tD\"\n").replace(",", separator);
        var rows = rows(file);
        assertThat(rows).hasSize(1);
        assertThat(((Readable) rows.getFirst()).fields().get("organization").asText())
                .isEqualTo("sco");
    }

    @Test
    void blank_lines_before_the_header_are_skipped() throws IOException {
        var rows = rows((" \r\n\n" + HEADER + "sco,KZ,2001,member,A\n").replace(",", ";"));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().line()).isEqualTo(4);
        assertThat(rows.getFirst()).isInstanceOf(Readable.class);
    }

    @Test
    void a_quoted_field_may_contain_line_breaks() throws IOException {
        var rows = rows(HEADER + "sco,KZ,2001,member,\"A\nB\r\nC\"\nsco,RU,2001,member,D\n");
        assertThat(fields(rows.get(0))).contains("A\\nB\\r\\nC");
        assertThat(rows.get(1).line()).isEqualTo(5);
    }

    @Test
    void an_unclosed_quote_damages_only_its_line() throws IOException {
        var rows = rows(HEADER + "sco,KZ,2001,member,\"A\nsco,RU,2001,member,B\nsco,CN,2001,member,C\n");
        assertThat(rows).hasSize(3);
        assertThat(reason(rows.get(0))).contains("not closed");
        assertThat(rows.get(1)).isInstanceOf(Readable.class);
        assertThat(rows.get(2).line()).isEqualTo(4);
    }

    @Test
    void an_unclosed_quote_at_the_start_of_a_large_file_damages_only_its_line() throws IOException {
        var file = new StringBuilder(HEADER + "\"sco,KZ,2001,member,A\n");
        for (int i = 0; i < 20_000; i++) {
            file.append("sco,RU,2001,member,source ").append(i).append('\n');
        }
        var rows = rows(file.toString());
        assertThat(rows).hasSize(20_001);
        assertThat(rows.stream().filter(Unreadable.class::isInstance)).hasSize(1);
        assertThat(rows.getLast().line()).isEqualTo(20_002);
    }

    @Test
    void a_line_of_ten_megabytes_is_reported_and_the_next_line_read() throws IOException {
        var rows = rows(HEADER + "sco,KZ,2001,member," + "x".repeat(10_000_000) + "\nsco,RU,2001,member,B\n");
        assertThat(rows).hasSize(2);
        assertThat(reason(rows.get(0))).contains("256 KiB");
        assertThat(rows.get(1).line()).isEqualTo(3);
        assertThat(rows.get(1)).isInstanceOf(Readable.class);
    }

    @Test
    void invalid_utf8_is_reported_and_not_replaced() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write((HEADER + "sco,KZ,2001,member,A").getBytes(StandardCharsets.UTF_8));
        bytes.write(0xC3);
        bytes.write(("\nsco,RU,2001,member,Ünïcode\n").getBytes(StandardCharsets.UTF_8));
        var rows = rows(bytes.toByteArray());
        assertThat(reason(rows.get(0))).contains("UTF-8");
        assertThat(fields(rows.get(1))).contains("Ünïcode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Year\"book", "\"A\rB", "\"A", "\"\"\"", "A\rB"})
    void invalid_csv_damages_only_its_line(String field) throws IOException {
        var rows = rows(HEADER + "sco,KZ,2001,member," + field + "\nsco,RU,2001,member,B\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).line()).isEqualTo(2);
        assertThat(reason(rows.get(0))).matches("(This is not CSV: |A quote is opened here).+");
        assertThat(rows.get(1)).isInstanceOf(Readable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void a_row_has_at_most_256_ki_b(int more) throws IOException {
        var row = "sco,KZ,2001,member,";
        var exact = row + "x".repeat(TextLine.MAX_BYTES + more - row.length());
        for (var end : List.of("\n", "\r\n", "")) {
            var rows = rows(HEADER + exact + end);
            assertThat(rows).hasSize(1);
            assertThat(rows.getFirst() instanceof Readable).as(end).isEqualTo(more <= 0);
        }
        assertThat(rows(HEADER + exact + "\nsco,RU,2001,member,B\n").getLast())
                .isInstanceOfSatisfying(
                        Readable.class, next -> assertThat(next.line()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"x\"", "\"x"})
    void a_row_of_several_lines_that_is_too_long_is_one_row(String rest) throws IOException {
        var longer = rest.replace("x", "x".repeat(TextLine.MAX_BYTES));
        var rows = rows(HEADER + "\"s\nco\",KZ,2001,member," + longer + "\nsco,RU,2001,member,B\n");
        assertThat(rows).hasSize(2);
        assertThat(reason(rows.get(0))).contains("256 KiB").doesNotContain("quote");
        assertThat(rows.get(1).line()).isEqualTo(4);
        assertThat(rows.get(1)).isInstanceOf(Readable.class);
    }

    @Test
    @Tag("full")
    void a_file_with_a_thousand_unclosed_quotes_is_refused() {
        for (var line : List.of("a\",\"\n", "abc\",\"\n", "abcd\",\"\n", "abcdef\",\"\n")) {
            var file = HEADER + line.repeat(2 * 1024 * 1024 / line.length());
            assertThatThrownBy(() -> rows(file)).isInstanceOf(Problem.class).hasMessageContaining("1,000 quotes");
        }
    }

    @Test
    void a_row_has_as_many_columns_as_the_header() throws IOException {
        var rows = rows(HEADER + "sco,KZ,2001,member\nsco,KZ,2001,member,A,B\n");
        assertThat(reason(rows.get(0))).isEqualTo("It has 4 columns where the header has 5");
        assertThat(reason(rows.get(1))).isEqualTo("It has 6 columns where the header has 5");
    }

    @Test
    void ndjson_is_detected_by_its_first_character() throws IOException {
        var rows = rows("""
            {"organization":"sco","party":"KZ","year":2001,"status":"member","source":"A \\"b\\""}
            {"organization":"sco",
            ["sco"]

            {"organization":"sco","party":"RU","year":2001,"status":"member","source":"A"}\
            """);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).isInstanceOf(Readable.class);
        assertThat(reason(rows.get(1))).startsWith("This is not JSON");
        assertThat(reason(rows.get(2))).contains("object");
        assertThat(rows.get(3).line()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "organization,party,year,status,colour\n",
                "organization,party,year,status,\"source\"s\n",
                "organization,party,year,status,\"source\n"
            })
    void a_file_with_an_invalid_header_is_refused(String header) {
        assertThatThrownBy(() -> rows(header)).isInstanceOf(Problem.class);
    }

    private static List<FileRow> rows(String file) throws IOException {
        return rows(file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<FileRow> rows(byte[] file) throws IOException {
        var reader = new FileRowReader(
                new ImportFile(new ByteArrayInputStream(file), Optional.empty(), Optional.empty()),
                SHAPE,
                new ObjectMapper());
        var rows = new ArrayList<FileRow>();
        for (var row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    private static String fields(FileRow row) {
        return ((Readable) row).fields().toString();
    }

    private static String reason(FileRow row) {
        return ((Unreadable) row).reason();
    }
}
