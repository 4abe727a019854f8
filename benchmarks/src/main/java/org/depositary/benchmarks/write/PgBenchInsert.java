package org.depositary.benchmarks.write;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.depositary.benchmarks.fixture.PgBench;

/** Inserts the bytes of the sample event into the event table by pgbench, without any other work. */
final class PgBenchInsert {

    /** The script of pgbench. Each connection writes to its own streams in turn, like {@link AppendClients}. */
    private static final String SCRIPT = """
            \\set n :n + 1
            \\set stream :n %% %d
            \\set version :n / %d * %d
            INSERT INTO event (stream_id, version, id, type, schema_version, data, meta, recorded_at)
            VALUES %s
            """;

    private static final String ROW = "(:streams::text || :client_id::text || '-' || :stream::text,"
            + " :version::int + %d, uuidv7(), :name::text, 1, :data::json, :meta::json, clock_timestamp())";

    private final PgBench pgBench;
    private final SamplePayload payload;
    private final AtomicInteger runs = new AtomicInteger();

    PgBenchInsert(PgBench pgBench, SamplePayload payload) {
        this.pgBench = pgBench;
        this.payload = payload;
    }

    /**
     * Returns the number of transactions per second.
     *
     * @param events the number of events per transaction
     */
    double run(int events, int connections, int seconds) throws IOException, InterruptedException {
        var rows = IntStream.rangeClosed(1, events).mapToObj(ROW::formatted).collect(Collectors.joining(",\n"));
        var script = SCRIPT.formatted(AppendClients.STREAMS, AppendClients.STREAMS, events, rows);
        var variables = Map.of(
                "n", "-1",
                "streams", "membership:raw-%d/".formatted(runs.incrementAndGet()),
                "name", SamplePayload.NAME,
                "data", payload.json(),
                "meta", payload.meta());
        return pgBench.run(script, connections, seconds, variables);
    }
}
