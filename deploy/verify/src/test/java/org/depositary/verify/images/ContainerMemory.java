package org.depositary.verify.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The memory of a control group, of version 1 or 2.
 *
 * @param used anonymous memory, in bytes
 * @param limit in bytes
 */
record ContainerMemory(long used, long limit) {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    static ContainerMemory of(long pid) {
        try {
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "cgroup"))) {
                // hierarchy-ID:controllers:path; version 2 has no controllers.
                var fields = line.split(":", 3);
                if (fields[1].isEmpty() && Files.exists(ROOT.resolve("cgroup.controllers"))) {
                    var group = ROOT.resolve(fields[2].substring(1));
                    return new ContainerMemory(statistic(group, "anon"), number(group.resolve("memory.max")));
                }
                if (Arrays.asList(fields[1].split(",")).contains("memory")) {
                    var group = ROOT.resolve("memory").resolve(fields[2].substring(1));
                    return new ContainerMemory(
                            statistic(group, "total_rss"), number(group.resolve("memory.limit_in_bytes")));
                }
            }
            throw new AssertionError("Process " + pid + " is in no control group for memory");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long statistic(Path group, String name) throws IOException {
        return Files.readAllLines(group.resolve("memory.stat")).stream()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static long number(Path file) throws IOException {
        return Long.parseLong(Files.readString(file).strip());
    }
}
