package org.depositary.verify;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Describes an installation that does not recover: its processes, health, supervisor threads and last log lines. */
record InstallationDiagnosis(TestInstallation installation) {

    private static final int LINES = 25;
    private static final int LINE_LENGTH = 300;

    String text() {
        var parts = new ArrayList<String>();
        parts.add("Processes: "
                + installation.pids().stream()
                        .map(InstallationDiagnosis::process)
                        .toList());
        TestInstallation.SERVICES.keySet().forEach(service -> parts.add(service + ": " + health(service)));
        parts.add("Threads of the launcher:\n" + supervisors());
        parts.add("Last lines of the launcher:\n" + lastLines("depositary "));
        parts.add("Last lines of the gateway:\n" + lastLines("gateway "));
        return String.join("\n", parts);
    }

    private static String process(long pid) {
        return pid + " " + (ProcessHandle.of(pid).isPresent() ? "runs" : "has ended");
    }

    private String health(String service) {
        try {
            return installation
                    .client(service)
                    .management()
                    .trySend("GET", "/q/health", BodyPublishers.noBody())
                    .text()
                    .replaceAll("\\s+", " ");
        } catch (IOException noAnswer) {
            return noAnswer.toString();
        }
    }

    private String supervisors() {
        var jstack = Path.of(System.getProperty("java.home"), "bin/jstack").toString();
        var dump = SystemCommand.of(jstack, Long.toString(installation.launcherPid()))
                .run();
        return Arrays.stream(dump.output().split("\n\n"))
                .filter(thread -> thread.startsWith("\"supervisor-") || dump.exit() != 0)
                .map(thread -> thread.lines().limit(LINES).collect(joining("\n")))
                .collect(joining("\n"));
    }

    private String lastLines(String start) {
        try (Stream<String> lines = Files.lines(installation.log(), StandardCharsets.ISO_8859_1)) {
            List<String> own = lines.filter(line -> line.startsWith(start)).toList();
            return own.subList(Math.max(0, own.size() - LINES), own.size()).stream()
                    .map(line -> line.substring(0, Math.min(line.length(), LINE_LENGTH)))
                    .collect(joining("\n"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
