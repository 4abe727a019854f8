package org.depositary.local.installation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.depositary.local.process.LaunchFailure;
import org.depositary.local.service.LocalTokens;

/** The data directory of a local installation: databases, topics, key, logs and run files. */
public record DataDirectory(Path path) {

    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    Path of(String program) {
        return path.resolve(program);
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path run() {
        return path.resolve("run");
    }

    /** Returns a file that exists if the starting register has been sent or must not be sent. */
    Path registerMarker() {
        return path.resolve("register.sent");
    }

    public InstallationFile installationFile() {
        return new InstallationFile(run().resolve("installation.json"));
    }

    public boolean hasKey() {
        return LocalTokens.existIn(path);
    }

    public LocalTokens tokens() {
        return LocalTokens.in(path);
    }

    public void create() {
        try {
            Files.createDirectories(run());
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw notWritable();
        }
        if (!Files.isWritable(path) || !Files.isWritable(run()) || !Files.isWritable(logs())) {
            throw notWritable();
        }
    }

    private LaunchFailure notWritable() {
        return new LaunchFailure(
                "The data directory %s cannot be written. Make it yours, or choose another with --data DIR."
                        .formatted(path));
    }

    /**
     * Locks the directory while an installation runs. The operating system releases the lock when the launcher ends.
     */
    public FileLock lock() {
        var file = run().resolve("lock");
        try {
            var lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException lockedByThisProcess) {
            // A failure to lock is treated as if another process held the lock.
        } catch (IOException e) {
            throw new LaunchFailure("Cannot lock %s: %s".formatted(file, e.getMessage()), e);
        }
        var where = installationFile()
                .read()
                .map(running -> " (process %d, %s)".formatted(running.launcher(), running.url()))
                .orElse("");
        throw new LaunchFailure(
                ("An installation already runs on %s%s. Stop it first, or give this one a directory and "
                                + "ports of its own: ./depositary up --data DIR --port N")
                        .formatted(path, where));
    }
}
