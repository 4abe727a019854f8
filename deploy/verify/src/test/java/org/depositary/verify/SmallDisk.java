package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A small file system (tmpfs) that tests can fill. Mounting requires root. */
record SmallDisk(Path path) implements AutoCloseable {

    static SmallDisk mounted(Path path, int megabytes) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var mount = SystemCommand.of(
                        "mount", "-t", "tmpfs", "-o", "size=%dm".formatted(megabytes), "tmpfs", path.toString())
                .run();
        if (mount.exit() != 0) {
            var why = "No small disk can be mounted here, which takes root: "
                    + mount.output().strip();
            assertThat(System.getenv("CI")).as(why).isNotEqualTo("true");
            Assumptions.abort(why);
        }
        return new SmallDisk(path);
    }

    /** Unmounts lazily, so open files stay usable. */
    @Override
    public void close() {
        SystemCommand.of("umount", "-l", path.toString()).run();
    }
}
