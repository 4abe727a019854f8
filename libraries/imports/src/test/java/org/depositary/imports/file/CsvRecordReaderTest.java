package org.depositary.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.depositary.imports.file.CsvRecordReader.CsvRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordReaderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 250, 998})
    void unclosed_quotes_cause_no_character_to_be_read_more_than_twice(int quotes) throws IOException {
        var file = "abc\",\"\n".repeat(quotes) + "sco,KZ\n".repeat(2 * TextLine.MAX_BYTES);
        var feed = new CsvLineFeed(new LineReader(new StringReader(file)));
        var records = records(new CsvRecordReader(feed, ',', '\r'));
        assertThat(records).hasSize(quotes + 2 * TextLine.MAX_BYTES);
        assertThat(records).filteredOn(record -> record.error().isPresent()).hasSize(quotes);
        assertThat(feed.givenCharacters()).isBetween((long) file.length(), 2L * file.length());
    }

    @Test
    void a_record_begins_on_the_line_of_its_first_value() throws IOException {
        var records = records("a,b\n\n\"c\n\n\",d\n\r\ne,f");
        assertThat(records).extracting(CsvRecord::line).containsExactly(1, 3, 7);
        assertThat(records.get(1).values()).containsExactly("c\n\n", "d");
    }

    @Test
    void the_lines_after_a_quoting_error_are_read_again() throws IOException {
        var records = records("a,\"b\nc,\"d\"\n\"e\nf\",g\n");
        assertThat(records).extracting(CsvRecord::line).containsExactly(1, 2, 3);
        assertThat(records.get(0).error())
                .hasValueSatisfying(error -> assertThat(error).startsWith("This is not CSV: "));
        assertThat(records.get(1).values()).containsExactly("c", "d");
        assertThat(records.get(2).values()).containsExactly("e\nf", "g");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 8_191, 8_192, 16_384, 100_000})
    void an_error_at_the_start_of_a_long_line_costs_that_line_only(int length) throws IOException {
        var rest = "x".repeat(length);
        for (var end : List.of("\n", "\r\n")) {
            var records =
                    records("\"a\"b," + rest + end + "c," + rest + end + "e,\"" + rest + "\"" + end + "g,h" + end);
            assertThat(records).extracting(CsvRecord::line).containsExactly(1, 2, 3, 4);
            assertThat(records.getFirst().error()).isPresent();
            assertThat(records.get(1).values()).containsExactly("c", rest);
            assertThat(records.get(2).values()).containsExactly("e", rest);
            assertThat(records.get(3).values()).containsExactly("g", "h");
        }
    }

    @Test
    void a_closed_quote_after_lines_that_a_failed_search_has_passed_ends_its_record() throws IOException {
        var filler = "x".repeat(1_000) + "\n";
        // The first search ends in the lines of the second quote, which closes within its own limit.
        var file = "a,\"b\n" + "c,d\n".repeat(100) + "e,\"\"\"f\n" + filler.repeat(262) + "g\"\nh,i\n";
        var records = records(file);
        assertThat(records.getFirst().error()).isPresent();
        assertThat(records.getLast().values()).containsExactly("h", "i");
        assertThat(records).extracting(CsvRecord::line).startsWith(1, 2, 3).doesNotHaveDuplicates();
    }

    private static List<CsvRecord> records(String file) throws IOException {
        return records(new CsvRecordReader(new CsvLineFeed(new LineReader(new StringReader(file))), ',', '\r'));
    }

    private static List<CsvRecord> records(CsvRecordReader reader) {
        var records = new ArrayList<CsvRecord>();
        for (var record = reader.next(); record.isPresent(); record = reader.next()) {
            records.add(record.get());
        }
        return records;
    }
}
