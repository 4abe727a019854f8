package org.depositary.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.depositary.local.kafka.LocalKafka;
import org.depositary.local.postgres.LocalPostgres;
import org.depositary.local.process.Durability;
import org.depositary.local.process.LoopbackPort;
import org.depositary.local.process.RunningProgram;
import org.depositary.local.process.ShellCommand;
import org.depositary.local.process.SupervisedProgram;
import org.depositary.local.service.LocalTokens;

/**
 * One PostgreSQL and one Kafka for all tests of a JVM, on free ports with a temporary directory. They start at the
 * first use and end with the JVM, even if it is killed. They run as in an installation, except that a power failure
 * would lose data.
 */
public final class TestServers {

    /** The maximum time for starting a server. It is long, because it only ends a start that hangs. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /**
     * The system property that stores the directory and ports of the running servers. A static field would not do:
     * Quarkus loads test classes several times, but a JVM has one set of properties.
     */
    private static final String NOTE = "depositary.test-servers";

    private final Path directory;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;

    private TestServers(Path directory, int postgresPort, int kafkaPort, int controllerPort) {
        this.directory = directory;
        postgres = new LocalPostgres(directory.resolve("postgres"), postgresPort, Durability.FOR_TESTS, List.of());
        kafka = new LocalKafka(directory.resolve("kafka"), kafkaPort, controllerPort, Durability.FOR_TESTS);
    }

    /** Returns the servers of this JVM. The first call starts them, which takes a few seconds. */
    public static TestServers running() {
        // An interned string is the same object for every class loader, so the lock works across them.
        synchronized (NOTE.intern()) {
            var note = System.getProperty(NOTE);
            if (note != null) {
                return read(note.split("\\|"));
            }
            var servers = start();
            System.setProperty(NOTE, servers.note());
            return servers;
        }
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public LocalKafka kafka() {
        return kafka;
    }

    public LocalTokens tokens() {
        return LocalTokens.in(directory);
    }

    /** Makes a database unreachable, or reachable again. Making it unreachable also ends its open connections. */
    public void setReachable(String database, boolean reachable) throws SQLException {
        try (var administrator =
                        DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", postgres.password());
                var statement = administrator.createStatement()) {
            statement.execute("ALTER DATABASE %s ALLOW_CONNECTIONS %s".formatted(database, reachable));
            if (!reachable) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                        .formatted(database));
            }
        }
    }

    /** Creates a new database. Returns its name, which is also the name of its user. */
    public String freshDatabase(String name) {
        var fresh = name + "_" + Long.toString(System.nanoTime(), 36).replace("-", "m");
        postgres.createDatabase(fresh, TIMEOUT);
        return fresh;
    }

    private String note() {
        return String.join("|", directory.toString(), postgres.port() + "", kafka.port() + "");
    }

    private static TestServers read(String[] note) {
        return new TestServers(Path.of(note[0]), Integer.parseInt(note[1]), Integer.parseInt(note[2]), 0);
    }

    private static TestServers start() {
        var servers =
                new TestServers(temporary(), LoopbackPort.anyFree(), LoopbackPort.anyFree(), LoopbackPort.anyFree());
        var runs = List.of(servers.start(servers.postgres), servers.start(servers.kafka));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> servers.end(runs)));
        runs.forEach(run -> run.awaitReady(TIMEOUT));
        return servers;
    }

    private RunningProgram start(SupervisedProgram program) {
        var log = directory.resolve(program.name() + ".log").toFile();
        return RunningProgram.start(
                program, builder -> builder.redirectErrorStream(true).redirectOutput(log));
    }

    /** Kills the servers and deletes their directory. The data is temporary, so no orderly exit is needed. */
    private void end(List<RunningProgram> runs) {
        runs.forEach(RunningProgram::kill);
        ShellCommand.deleteTree(directory);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("depositary-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
