package org.depositary.verify;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** Packs a data directory as {@code .tar.xz}, without files that every start creates. */
final class DataDirectoryArchive {

    /** The compression level with a window of 16 MiB. */
    private static final int LEVEL = 7;

    private static final Pattern WRITTEN_AT_START = Pattern.compile("(run|logs)/.*"
            + "|kafka/(started|server\\.properties|class-path\\.args)"
            + "|postgres/postgres[.-].*"
            + "|postgres/cluster/(postmaster\\.opts|.*pg_internal\\.init)");

    /**
     * Sorts files of the same name next to each other: the databases are nearly equal, so one window compresses them
     * well.
     */
    private static final Comparator<Path> ALIKE_TOGETHER =
            Comparator.comparing(Path::getFileName).thenComparing(Comparator.naturalOrder());

    private static final String MODE = "unix:mode";
    private static final int PERMISSIONS = 0777;

    private DataDirectoryArchive() {}

    static void write(Path data, Path file) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(out, LEVEL))) {
            for (var path : kept(data)) {
                write(tar, path, data.relativize(path).toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Includes empty directories, which PostgreSQL needs. */
    private static List<Path> kept(Path data) throws IOException {
        try (var all = Files.walk(data)) {
            return all.filter(path -> !path.equals(data))
                    .filter(path -> !WRITTEN_AT_START
                            .matcher(data.relativize(path).toString())
                            .matches())
                    .sorted(ALIKE_TOGETHER)
                    .toList();
        }
    }

    private static void write(TarArchiveOutputStream tar, Path path, String name) throws IOException {
        var entry = new TarArchiveEntry(path, name);
        entry.setUserName("");
        entry.setGroupName("");
        entry.setIds(0, 0);
        entry.setMode((int) Files.getAttribute(path, MODE) & PERMISSIONS);
        tar.putArchiveEntry(entry);
        if (Files.isRegularFile(path)) {
            Files.copy(path, tar);
        }
        tar.closeArchiveEntry();
    }

    static void read(Path file, Path data) {
        try (var in = new BufferedInputStream(Files.newInputStream(file));
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                read(tar, entry, entry.resolveIn(data));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else {
            Files.createDirectories(path.getParent());
            Files.copy(tar, path);
        }
        // PostgreSQL refuses a data directory that others can read.
        Files.setAttribute(path, MODE, entry.getMode() & PERMISSIONS);
    }
}
