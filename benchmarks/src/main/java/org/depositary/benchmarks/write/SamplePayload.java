package org.depositary.benchmarks.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.depositary.benchmarks.BenchmarkRun;

/**
 * The event that all sides of a benchmark store.
 *
 * @param data the sample of {@code membership-changed} in {@code contracts/}
 * @param meta the metadata of the event, such as the actor
 */
public record SamplePayload(JsonNode data, String meta) {

    static final String NAME = "membership-changed";
    static final ObjectMapper MAPPER = new ObjectMapper();

    public static SamplePayload of(BenchmarkRun run) throws IOException {
        var sample = run.home().resolve("contracts/events/membership/membership-changed/v1.sample.json");
        return new SamplePayload(MAPPER.readTree(sample.toFile()), "{\"actor\":\"local-curator\"}");
    }

    String json() {
        return data.toString();
    }
}
