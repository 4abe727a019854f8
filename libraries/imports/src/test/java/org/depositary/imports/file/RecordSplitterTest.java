package org.depositary.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSplitterTest {

    @ParameterizedTest
    @ValueSource(ints = {250, 500, 998})
    void unclosed_quotes_cause_no_byte_to_be_scanned_more_than_twice(int quotes) throws IOException {
        var file = "a,b\n" + "abc\",\"\n".repeat(quotes) + "sco,KZ\n".repeat(RecordSplitter.MAX_RECORD_BYTES);
        var splitter = new RecordSplitter(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)));
        splitter.useQuotedFields();
        assertThat(records(splitter))
                .filteredOn(record -> record.error().isPresent())
                .hasSize(quotes);
        assertThat(splitter.rescannedBytes()).isPositive().isLessThan(file.length());
    }

    private static List<RawRecord> records(RecordSplitter splitter) throws IOException {
        var records = new ArrayList<RawRecord>();
        for (var record = splitter.next(); record.isPresent(); record = splitter.next()) {
            records.add(record.get());
        }
        return records;
    }
}
