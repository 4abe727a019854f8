package org.depositary.benchmarks.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the memory of each program of an installation, in MiB. Memory that programs share is divided among them
 * (PSS on Linux).
 */
final class ProgramMemory {

    private static final double KIB_IN_MIB = 1024;

    private ProgramMemory() {}

    static Map<String, Double> of(ProcessHandle launcher) throws IOException {
        var memory = new LinkedHashMap<String, Double>();
        for (var process :
                Stream.concat(Stream.of(launcher), launcher.descendants()).toList()) {
            var rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
            if (Files.isReadable(rollup)) {
                memory.merge(program(process), proportional(rollup), Double::sum);
            }
        }
        return memory;
    }

    private static double proportional(Path rollup) {
        try (var lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / KIB_IN_MIB;
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    private static String program(ProcessHandle process) throws IOException {
        var command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                .replace('\0', ' ');
        if (command.startsWith("postgres") || command.contains("/bin/postgres")) {
            return "postgresql";
        }
        return Stream.of("KafkaNode", "membership-service", "documents-service", "exercises-service", "gateway")
                .filter(command::contains)
                .findFirst()
                .map(name -> name.equals("KafkaNode") ? "kafka" : name)
                .orElse("launcher");
    }
}
