package org.depositary.gateway.exports.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An export of 100,000 changes needs no more memory than a part of it. */
@Tag("full")
class ExportMemoryTest {

    private static final int ROWS = 100_000;
    private static final int REPEATED = 300;

    /** A fifth of the rows. Parquet keeps a row group of 8 MiB and its buffers. */
    private static final long MOST = 40L * 1024 * 1024;

    private record Change(String id, String type, JsonNode data) {}

    private final ObjectMapper mapper = new ObjectMapper().registerModule(new Jdk8Module());

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void memory_does_not_grow_with_the_rows(ExportFormat format) throws Exception {
        var about = new ExportDescription(
                "changes", "2026-01-31T12:00:00Z", "2026-01-31", Optional.empty(), List.of("id"), "https://", "tests");
        var writer = new RowWriters(mapper)
                .writer(format, Change.class, false, false, about, OutputStream.nullOutputStream());
        long before = used();
        writer.begin();
        for (int row = 0; row < ROWS; row++) {
            writer.row(row(row));
        }
        assertThat(used() - before).isLessThan(MOST);
        writer.end(ROWS);
    }

    /** The texts differ, so that no dictionary holds them once. */
    private static ExportRow row(int number) {
        var text = "%06d ".formatted(number).repeat(REPEATED);
        var json = "{\"id\":\"%d\",\"type\":\"changed\",\"data\":{\"note\":\"%s\"}}".formatted(number, text);
        return new ExportRow(List.of(Integer.toString(number)), json.getBytes(StandardCharsets.US_ASCII));
    }

    /** The heap in use after a collection, in bytes. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
