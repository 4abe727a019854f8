package org.depositary.benchmarks.write;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.Run;
import org.depositary.benchmarks.Side;
import org.depositary.benchmarks.Target;
import org.depositary.benchmarks.Together;
import org.depositary.benchmarks.fixture.PgBench;
import org.depositary.benchmarks.fixture.Servers;

/** Commands over HTTP, each acknowledged with 201, against bare inserts into the table that their events end in. */
public final class CommandBenchmark implements Benchmark {

    private static final int CONNECTIONS = 16;
    private static final int SECONDS = 4;
    private static final int WARM_UP = 1;
    /** The service begins cold: it takes tens of thousands of commands until all that they need is compiled. */
    private static final int COLD_SECONDS = 120;

    private static final String COMMANDS = "commands";
    private static final String RAW = "pgbench";

    @Override
    public String name() {
        return "command";
    }

    @Override
    public String description() {
        return "HTTP command to 201 at the membership-service, relayed to Kafka, against pgbench";
    }

    @Override
    public void run(Run run) throws Exception {
        try (var servers = Servers.start(run)) {
            run.say("  starting the membership-service");
            var service = servers.startService("membership-service");
            var database = servers.database("membership");
            var payload = Payload.of(run);
            var raw = new RawInsert(new PgBench(database, run.data()), payload);
            var curators = curators(service, servers.token("curator"), payload);
            try (var together = new Together<>(curators)) {
                run.say("  commands until the service is warm");
                together.run(COLD_SECONDS, Curator::send);
                var rounds = run.inTurns(
                        name(),
                        WARM_UP,
                        List.of(
                                new Side(
                                        COMMANDS,
                                        () -> Drained.rate(database, () -> together.run(SECONDS, Curator::send))),
                                new Side(RAW, () -> raw.run(1, CONNECTIONS, SECONDS))));
                run.report().ratio("HTTP command to 201", rounds, COMMANDS, RAW, "/s", Target.atLeast(0.35));
            } finally {
                for (var curator : curators) {
                    curator.close();
                }
            }
        }
    }

    private static List<Curator> curators(URI service, String token, Payload payload) throws IOException {
        var curators = new ArrayList<Curator>();
        for (int i = 0; i < CONNECTIONS; i++) {
            curators.add(new Curator(service, token, "measured-" + i, payload));
        }
        return curators;
    }
}
