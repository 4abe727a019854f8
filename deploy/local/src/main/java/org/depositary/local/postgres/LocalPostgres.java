package org.depositary.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.depositary.local.process.Durability;
import org.depositary.local.process.LaunchFailure;
import org.depositary.local.process.ShellCommand;
import org.depositary.local.process.SupervisedProgram;

/** A real PostgreSQL on loopback that keeps its data in one directory. Each database has an owner of the same name. */
public final class LocalPostgres implements SupervisedProgram {

    private static final String ADMINISTRATOR = "postgres";

    /** Requests a fast shutdown of PostgreSQL. */
    private static final String SHUTDOWN_SIGNAL = "INT";

    private final Path directory;
    private final int port;
    private final Durability durability;
    private final List<String> databases;
    private final PostgresUser user;

    /**
     * @param directory the directory of the cluster and the password; created if missing
     * @param databases the databases to create if missing
     */
    public LocalPostgres(Path directory, int port, Durability durability, List<String> databases) {
        this(directory, port, durability, databases, PostgresUser.current());
    }

    LocalPostgres(Path directory, int port, Durability durability, List<String> databases, PostgresUser user) {
        this.user = user;
        this.directory = directory.toAbsolutePath().normalize();
        this.port = port;
        this.durability = durability;
        this.databases = List.copyOf(databases);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Returns the password of all users of this PostgreSQL. It is generated with the cluster. */
    public String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new LaunchFailure("Cannot read PostgreSQL's password: " + e.getMessage(), e);
        }
    }

    /** Creates the database and its owner if they are missing. */
    public void createDatabase(String database) {
        createDatabase(database, Duration.ofSeconds(20));
    }

    public void createDatabase(String database, Duration timeout) {
        if (!database.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Not a plain database name: " + database);
        }
        try (var connection = administrator(timeout);
                var statement = connection.createStatement()) {
            if (isMissing(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", database)) {
                statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(database, password()));
            }
            if (isMissing(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                statement.execute("CREATE DATABASE %s OWNER %s".formatted(database, database));
            }
        } catch (SQLException e) {
            throw new LaunchFailure("Cannot create database %s: %s".formatted(database, e.getMessage()), e);
        }
    }

    public int port() {
        return port;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public long pid(Process process) {
        return PostmasterPidFile.running(cluster()).map(ProcessHandle::pid).orElse(process.pid());
    }

    @Override
    public ProcessBuilder prepare() throws IOException {
        Files.createDirectories(directory);
        var programs = PostgresBinaries.unpacked(directory, user).resolve("bin");
        user.mustReach(programs);
        user.mustReach(directory);
        if (!Files.exists(cluster())) {
            createCluster(programs);
        }
        user.own(cluster());
        endLeftover();
        var command = new ArrayList<>(ShellCommand.inOwnSession());
        command.addAll(ShellCommand.untilInputCloses(marker(), SHUTDOWN_SIGNAL));
        command.addAll(user.prefix());
        command.add(programs.resolve("postgres").toString());
        command.addAll(List.of("-D", cluster().toString()));
        settings().forEach(setting -> command.addAll(List.of("-c", setting)));
        return new ProcessBuilder(command);
    }

    private List<String> settings() {
        var safe = durability == Durability.KEPT ? "on" : "off";
        return List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=" + safe,
                "full_page_writes=" + safe,
                "synchronous_commit=on",
                "max_connections=200",
                "shared_buffers=128MB",
                "log_line_prefix=",
                "log_min_messages=warning",
                "log_checkpoints=off");
    }

    /**
     * Creates the cluster. It is created in another directory and then moved, so that an incomplete cluster is never
     * used.
     */
    private void createCluster(Path programs) throws IOException {
        var unfinished = directory.resolve("cluster.unfinished");
        ShellCommand.deleteTree(unfinished);
        Files.createDirectory(unfinished);
        user.own(unfinished);
        writePassword();
        // The builtin locale sorts in the same order on every platform and version.
        ShellCommand.runOrFail(ShellCommand.join(
                user.prefix(),
                programs.resolve("initdb").toString(),
                "--pgdata=" + unfinished,
                "--username=" + ADMINISTRATOR,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile(),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                durability == Durability.KEPT ? "--data-checksums" : "--no-sync"));
        Files.move(unfinished, cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void writePassword() throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile(), HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
        user.own(passwordFile());
    }

    @Override
    public void endLeftover() {
        PostmasterPidFile.endLeftover(cluster());
    }

    @Override
    public boolean isReady() {
        // A connection before PostgreSQL is ready would only cause an error in its log, so none is opened.
        if (!PostmasterPidFile.of(cluster()).map(PostmasterPidFile::ready).orElse(false)) {
            return false;
        }
        try (var connection = administrator(Duration.ofSeconds(5));
                var statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException notNow) {
            return false;
        }
    }

    @Override
    public void onceReady() {
        databases.forEach(this::createDatabase);
    }

    private Connection administrator(Duration timeout) throws SQLException {
        var url = "%s?connectTimeout=%2$d&loginTimeout=%2$d&socketTimeout=%2$d"
                .formatted(jdbcUrl(ADMINISTRATOR), timeout.toSeconds());
        return DriverManager.getConnection(url, ADMINISTRATOR, password());
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return !statement.executeQuery().next();
        }
    }

    private Path cluster() {
        return directory.resolve("cluster");
    }

    private Path passwordFile() {
        return directory.resolve("password");
    }
}
