package org.depositary.benchmarks.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.benchmarks.MeasuredRounds;
import org.depositary.benchmarks.fixture.BenchmarkServers;

/** Compares appending one event, and loading a stream of 100 events, with other event stores on the same PostgreSQL. */
public final class EventStorePeersBenchmark implements Benchmark {

    private static final int CONNECTIONS = 8;
    private static final int SECONDS = 2;
    private static final int WARM_UP = 2;

    @Override
    public String name() {
        return "peers";
    }

    @Override
    public String description() {
        return "store append, and load of 100 events, against Axon Framework and Essentials";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        var sample = run.home().resolve("contracts/events/membership/membership-changed/v1.sample.json");
        var event = new ObjectMapper().readValue(sample.toFile(), SampleEvent.class);
        try (var servers = BenchmarkServers.start(run);
                var depositary = new DepositaryStore(servers.newDatabase("peer_depositary"), CONNECTIONS);
                var axon = new AxonStore(servers.newDatabase("peer_axon"), CONNECTIONS);
                var essentials = new EssentialsStore(servers.newDatabase("peer_essentials"), CONNECTIONS)) {
            var clients = new ArrayList<EventStoreClients>();
            for (var store : List.of(depositary, axon, essentials)) {
                run.say("  filling " + store.name() + " with streams of 100 events");
                clients.add(new EventStoreClients(store, event, CONNECTIONS));
                clients.getLast().fill();
            }
            measure(run, "append of 1", clients, EventStoreClients::append, BenchmarkTarget.atLeast(1.2));
            measure(run, "load of 100", clients, EventStoreClients::load, BenchmarkTarget.atLeast(1.7));
            for (var client : clients) {
                client.close();
            }
        }
    }

    private interface Measured {
        long run(EventStoreClients clients, int seconds) throws Exception;
    }

    private static void measure(
            BenchmarkRun run, String what, List<EventStoreClients> clients, Measured measured, BenchmarkTarget target)
            throws Exception {
        var sides = clients.stream()
                .map(one -> new BenchmarkSide(one.name(), () -> measured.run(one, SECONDS) / (double) SECONDS))
                .toList();
        var rounds = run.inTurns(what, WARM_UP, sides);
        var own = sides.getFirst().name();
        var peers = sides.stream().skip(1).map(BenchmarkSide::name).toList();
        peers.forEach(peer -> run.report().ratio(what, rounds, own, peer, "/s", BenchmarkTarget.none()));
        run.report()
                .ratio(
                        what + ", the better",
                        rounds,
                        own,
                        better(rounds, peers),
                        "/s",
                        best(rounds, own, peers),
                        target);
    }

    private static MeasuredRounds.Ratio best(MeasuredRounds rounds, String own, List<String> peers) {
        return rounds.ratio(own, peers, Math::max);
    }

    private static String better(MeasuredRounds rounds, List<String> peers) {
        return peers.stream().max(Comparator.comparingDouble(rounds::median)).orElseThrow();
    }
}
