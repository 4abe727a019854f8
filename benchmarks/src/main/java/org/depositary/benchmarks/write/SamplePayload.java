package org.depositary.benchmarks.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.depositary.benchmarks.BenchmarkRun;

/**
 * The event that all sides store: the sample of {@code membership-changed} in {@code contracts/}, with its metadata.
 */
record SamplePayload(JsonNode data, String meta) {

    static final String NAME = "membership-changed";
    static final ObjectMapper MAPPER = new ObjectMapper();

    static SamplePayload of(BenchmarkRun run) throws IOException {
        var sample = run.home().resolve("contracts/events/membership/membership-changed/v1.sample.json");
        return new SamplePayload(MAPPER.readTree(sample.toFile()), "{\"actor\":\"local-curator\"}");
    }

    String json() {
        return data.toString();
    }
}
