package org.depositary.membership.imports.file;

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
    void quotesThatAreNotClosedMakeItScanNoByteMoreThanTwice(int quotes) throws IOException {
        var file = "a,b\n" + "abc\",\"\n".repeat(quotes) + "sco,KZ\n".repeat(RecordSplitter.LONGEST);
        var cutter = new RecordSplitter(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)));
        cutter.cutFields();
        assertThat(records(cutter))
                .filteredOn(record -> record.flaw().isPresent())
                .hasSize(quotes);
        assertThat(cutter.reread()).isPositive().isLessThan(file.length());
    }

    private static List<RawRecord> records(RecordSplitter cutter) throws IOException {
        var records = new ArrayList<RawRecord>();
        for (var record = cutter.next(); record.isPresent(); record = cutter.next()) {
            records.add(record.get());
        }
        return records;
    }
}
