package org.depositary.verify;

import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A real installation with its launcher and data directory, whose processes can be killed. */
final class TestInstallation implements AutoCloseable {

    static final String GATEWAY = "gateway";
    static final String MEMBERSHIP_SERVICE = "membership-service";
    static final String EXERCISES_SERVICE = "exercises-service";
    static final String DOCUMENTS_SERVICE = "documents-service";
    static final String POSTGRESQL = "postgresql";
    static final String KAFKA = "kafka";

    /** The launcher is not its own child and is listed separately. */
    static final String LAUNCHER = "launcher";

    /** All processes that can be killed. */
    static final List<String> PROCESSES =
            List.of(LAUNCHER, POSTGRESQL, KAFKA, MEMBERSHIP_SERVICE, EXERCISES_SERVICE, DOCUMENTS_SERVICE, GATEWAY);

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Path DATA = Path.of("target", "installations").toAbsolutePath();
    /** Longer than the launcher's own timeout, so that its message is shown. */
    private static final Duration STARTING = LIMIT.multipliedBy(2);

    static final Map<String, Integer> SERVICES =
            Map.of(GATEWAY, 0, MEMBERSHIP_SERVICE, 1, DOCUMENTS_SERVICE, 2, EXERCISES_SERVICE, 3);
    /**
     * The ports of the gateway, three services, their replicas, PostgreSQL, Kafka and its controller; then of the
     * management interfaces.
     */
    private static final int[] OFFSETS = {
        0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008
    };

    private static final int FIRST_PORT = 20_000;
    private static final int PORT_RANGE = 11_000;
    /** More than the largest offset below 1000. */
    private static final int PORTS = 20;

    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(PORT_RANGE));

    private static final int REPLICA = 5;

    /** The database of a service. */
    record Database(String url, String user, String password) {}

    /** The output and the exit code of a command. */
    record Ended(int exit, String output) {}

    private final Path home;
    private final Path data;
    private final int port;
    private final List<String> options;
    private volatile Process launcher;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private TestInstallation(Path data, int port, List<String> options) {
        this(ROOT, data, port, options);
    }

    private TestInstallation(Path home, Path data, int port, List<String> options) {
        this.home = home;
        this.data = data;
        this.port = port;
        this.options = options;
        this.launcher = run(log(data), up(home, data, port, options));
    }

    /** Starts an installation in an empty data directory with this name, on free ports. Returns when it is ready. */
    static TestInstallation start(String name, String... options) {
        return new TestInstallation(emptied(name), freePort(), List.of(options)).awaitReady();
    }

    /** Starts an installation from this copy of the source code, in an empty data directory with this name. */
    static TestInstallation start(SourceTreeCopy sources, String name, String... options) {
        return new TestInstallation(sources.root(), emptied(name), freePort(), List.of(options)).awaitReady();
    }

    /** Starts an installation in the existing data directory with this name. */
    static TestInstallation startPrepared(String name, String... options) {
        return new TestInstallation(DATA.resolve(name), freePort(), List.of(options)).awaitReady();
    }

    /** Like {@link #start}, but the gateway counts no requests: the test itself sends more than a client may. */
    static TestInstallation startWithoutRequestLimit(String name, String... options) {
        var gateway = emptied(name).resolve(GATEWAY);
        try {
            Files.createDirectories(gateway);
            Files.writeString(
                    gateway.resolve("environment"), "DEPOSITARY_LIMITS_REQUESTS_PER_SECOND=0" + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return startPrepared(name, options);
    }

    /** Starts an installation in the existing data directory with this name, on the ports that follow from this one. */
    static TestInstallation startPrepared(String name, int port, String... options) {
        return new TestInstallation(DATA.resolve(name), port, List.of(options)).awaitReady();
    }

    /** Like {@link #startPrepared(String, int, String...)}, from this copy of the source code. */
    static TestInstallation startPrepared(SourceTreeCopy sources, String name, int port, String... options) {
        return new TestInstallation(sources.root(), DATA.resolve(name), port, List.of(options)).awaitReady();
    }

    /** Starts again with the same data directory, ports and options. */
    TestInstallation again() {
        startAgain();
        return awaitReady();
    }

    private void startAgain() {
        launcher = run(log(data), up(home, data, port, options));
    }

    /** Starts an installation and expects a failure. Returns its output. */
    static Ended fails(String name, int port) {
        return finished(up(ROOT, emptied(name), port, List.of("--empty")));
    }

    /** Runs another command of the launcher for this installation. */
    Ended command(String verb, String... arguments) {
        return finished(command(home, verb, data, port, List.of(arguments)));
    }

    String token(String role) {
        return tokens.computeIfAbsent(role, this::askForToken);
    }

    private String askForToken(String role) {
        var launcher = ROOT.resolve("depositary").toString();
        var ended = finished(List.of(launcher, "token", "--role", role, "--data", data.toString()));
        if (ended.exit() != 0) {
            throw new AssertionError(ended.output());
        }
        return ended.output().strip();
    }

    OriginClient client() {
        return OriginClient.of(URI.create("http://127.0.0.1:" + port));
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    /** The port with health and metrics of each service. */
    Map<String, Integer> managementPorts() {
        return SERVICES.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, service -> port + service.getValue() + OriginClient.TO_MANAGEMENT));
    }

    /** A client of a service, without the gateway. */
    OriginClient client(String service) {
        return at(SERVICES.get(service));
    }

    /** The port for another process of a service. */
    int replicaPort(String service) {
        return replicaPort(port, service);
    }

    static int replicaPort(int port, String service) {
        return port + REPLICA + SERVICES.get(service);
    }

    private OriginClient at(int offset) {
        return OriginClient.of(URI.create("http://127.0.0.1:" + (port + offset)));
    }

    String kafka() {
        return "127.0.0.1:" + (port + 11);
    }

    Database database(String service) {
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port + 10, service);
        return new Database(
                url, service, read(data.resolve("postgres/password")).strip());
    }

    /** A database, as PostgreSQL's administrator. */
    Database administration(String database) {
        var address = database(database);
        return new Database(address.url(), "postgres", address.password());
    }

    /** How far the clock of a service or of PostgreSQL is ahead of the clock of this process. */
    Duration clockOf(String process) {
        if (process.equals(POSTGRESQL)) {
            return Duration.between(Instant.now(), new EventTables(this).now());
        }
        // The process has just started.
        var started = new ServiceMetrics(client(process)).sum("process_start_time_seconds", "");
        return Duration.between(Instant.now(), Instant.ofEpochSecond((long) started));
    }

    /** The file with the environment variables for a program. */
    Path environment(String process) {
        var directory = data.resolve(process.equals(POSTGRESQL) ? "postgres" : process);
        return directory.resolve("environment");
    }

    /** Kills a process with kill -9. @return a check that is true when it runs again and all processes are ready */
    BooleanSupplier kill(String process) {
        if (process.equals(LAUNCHER)) {
            killLauncher();
            startAgain();
            return this::isUp;
        }
        return startedAgain(process, ProcessHandle::destroyForcibly);
    }

    /** Asks a process to end (SIGTERM). The launcher starts it again. @return a check that is true when all are ready */
    BooleanSupplier terminate(String process) {
        return startedAgain(process, ProcessHandle::destroy);
    }

    private BooleanSupplier startedAgain(String process, Consumer<ProcessHandle> end) {
        long before = pid(process).orElseThrow(() -> new AssertionError(process + " does not run"));
        ProcessHandle.of(before).ifPresent(end);
        return () -> pid(process).filter(now -> now != before).isPresent() && ready();
    }

    /** Sends a signal to a process; for PostgreSQL, to all its processes. */
    void signal(String process, String signal) {
        var root = process.equals(LAUNCHER)
                ? launcher.toHandle()
                : process(process).orElseThrow();
        var all = process.equals(POSTGRESQL) ? Stream.concat(Stream.of(root), root.descendants()) : Stream.of(root);
        var kill = new ArrayList<>(List.of("kill", "-" + signal));
        all.map(each -> Long.toString(each.pid())).forEach(kill::add);
        // A process of PostgreSQL may have ended in between.
        new SystemCommand(kill).run();
    }

    /** Kills the launcher with kill -9. */
    void killLauncher() {
        launcher.destroyForcibly();
        awaitEnd();
    }

    /** The ids of all child processes. */
    List<Long> pids() {
        return processes().map(process -> process.path("pid").asLong()).toList();
    }

    /** The running process with this name. Empty while it starts again. */
    Optional<ProcessHandle> process(String name) {
        return pid(name).flatMap(ProcessHandle::of);
    }

    private Optional<Long> pid(String name) {
        return processes()
                .filter(process -> process.path("name").asText().equals(name))
                .map(process -> process.path("pid").asLong())
                .findFirst();
    }

    /** Whether every service reports that it is ready. */
    boolean ready() {
        return IntStream.rangeClosed(0, 3).allMatch(offset -> at(offset).isReady());
    }

    /** Returns a description of the launcher, its processes and their health, for the message of a failed test. */
    String diagnosis() {
        return new InstallationDiagnosis(this).text();
    }

    /** Returns the process id of the launcher. The start script replaces itself with the launcher, so the id stays. */
    long launcherPid() {
        return launcher.pid();
    }

    /** The output of the launcher and its children. */
    Path log() {
        return log(data);
    }

    /** Sends SIGTERM to the launcher, which stops its children in order. */
    @Override
    public void close() {
        launcher.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!launcher.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
                throw new AssertionError("the launcher did not end; see " + log(data));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private TestInstallation awaitReady() {
        await("the launcher says that it is ready; see " + log(data))
                .atMost(STARTING)
                .until(this::isUp);
        return this;
    }

    private boolean isUp() {
        if (!launcher.isAlive()) {
            throw new AssertionError("the launcher ended:\n" + read(log(data)));
        }
        return read(log(data)).contains("Depositary is ready") && ready();
    }

    /** The processes in the launcher's installation file. */
    private Stream<JsonNode> processes() {
        try {
            var note = GatewayAnswer.JSON.readTree(Files.readString(data.resolve("run/installation.json")));
            return StreamSupport.stream(note.path("processes").spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A base port for which all derived ports are free, below the range that the system gives to clients. No base port
     * is returned twice, because installations start side by side.
     */
    static int freePort() {
        return IntStream.generate(() -> FIRST_PORT + NEXT_PORT.getAndAdd(PORTS) % PORT_RANGE)
                .limit(1_000)
                .filter(TestInstallation::allFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean allFree(int base) {
        return IntStream.of(OFFSETS).allMatch(offset -> {
            try (var free = new ServerSocket(base + offset, 1, InetAddress.getLoopbackAddress())) {
                return free.isBound();
            } catch (IOException taken) {
                return false;
            }
        });
    }

    private static List<String> up(Path home, Path data, int port, List<String> options) {
        var command = command(home, "up", data, port, options);
        command.addAll(List.of("--start-limit", Long.toString(LIMIT.toSeconds())));
        return command;
    }

    private static List<String> command(Path home, String verb, Path data, int port, List<String> options) {
        var command = new ArrayList<>(List.of(home.resolve("depositary").toString(), verb));
        command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
        command.addAll(options);
        return command;
    }

    private static Process run(Path log, List<String> command) {
        try {
            Files.deleteIfExists(log);
            var builder = new ProcessBuilder(command).directory(ROOT.toFile());
            // Uses the existing build and this JDK.
            builder.environment().put("DEPOSITARY_BUILD", "never");
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            // The receivers of webhooks are in the tests.
            builder.environment().put("DEPOSITARY_WEBHOOKS_ALLOW_PRIVATE", "true");
            if (command.contains("up")) {
                // The processes of a test end before the second compiler earns what it takes.
                builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
            }
            return builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ended finished(List<String> command) {
        try {
            var log = Files.createTempFile(DATA, "command", ".log");
            var process = run(log, command);
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end: " + read(log));
            }
            return new Ended(process.exitValue(), read(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /** An empty directory below {@code target}, so that the files of a failed run can be examined. */
    static Path emptied(String name) {
        var data = DATA.resolve(name);
        try {
            Files.createDirectories(DATA);
            if (Files.exists(data)) {
                try (var old = Files.walk(data)) {
                    old.sorted(Comparator.reverseOrder())
                            .forEach(path -> path.toFile().delete());
                }
            }
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
