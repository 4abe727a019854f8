package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A server is killed and cannot start for a while, because a file that it needs is moved. The launcher keeps trying.
 *
 * @param file in the data directory, required by the server
 */
record ServerOutage(String process, String file, Duration length) implements Fault {

    static ServerOutage ofKafka(Duration length) {
        return new ServerOutage(TestInstallation.KAFKA, "kafka/server.properties", length);
    }

    static ServerOutage ofPostgres(Duration length) {
        return new ServerOutage(TestInstallation.POSTGRESQL, "postgres/cluster/postgresql.conf", length);
    }

    @Override
    public BooleanSupplier strike(Scene scene) throws IOException {
        var needed = scene.installation().data().resolve(file);
        var aside = needed.resolveSibling(needed.getFileName() + ".aside");
        Files.move(needed, aside);
        // A directory in its place cannot be read as a file.
        Files.createDirectory(needed);
        var healed = scene.installation().kill(process);
        FaultPause.millis(length.toMillis());
        assertThat(healed.getAsBoolean()).as("%s is back", process).isFalse();
        Files.delete(needed);
        Files.move(aside, needed, StandardCopyOption.REPLACE_EXISTING);
        return healed;
    }

    @Override
    public String toString() {
        return "%s gone for %d s".formatted(process, length.toSeconds());
    }
}
