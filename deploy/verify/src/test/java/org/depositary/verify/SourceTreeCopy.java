package org.depositary.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A copy of the source code and its build, whose files a test may change. Modules that a service in dev mode does not
 * compile have only their build and their {@code pom.xml}.
 */
record SourceTreeCopy(Path root) {

    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
    /** The files of the start script and of Maven. */
    private static final List<String> TOOLS = List.of("depositary", "pom.xml", "mvnw", ".mvn");

    /** Copies the code into an empty directory with this name. */
    static SourceTreeCopy of(String name, List<String> compiledModules) {
        var copy = new SourceTreeCopy(TestInstallation.emptied(name));
        TOOLS.forEach(copy::add);
        for (var module : copy.modules()) {
            if (compiledModules.contains(module)) {
                copy.add(module);
            } else {
                copy.add(module + "/pom.xml");
                copy.link(module + "/target");
            }
        }
        return copy;
    }

    /** Replaces the only occurrence of a text in a file, as an editor does when it saves. */
    void replace(String file, String text, String by) {
        var path = root.resolve(file);
        try {
            var before = Files.readString(path);
            if (before.split(Pattern.quote(text), -1).length != 2) {
                throw new AssertionError("%s does not contain '%s' once".formatted(path, text));
            }
            Files.writeString(path, before.replace(text, by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> modules() {
        try {
            return MODULE.matcher(Files.readString(root.resolve("pom.xml")))
                    .results()
                    .map(module -> module.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String path) {
        run(path, "cp", "-Rp");
    }

    private void link(String path) {
        run(path, "ln", "-s");
    }

    /** Runs a command whose last arguments are the original and the copy of the path. */
    private void run(String path, String... command) {
        var copy = root.resolve(path);
        SystemCommand.of("mkdir", "-p", copy.getParent().toString()).must();
        var words = new ArrayList<>(List.of(command));
        words.add(TestInstallation.ROOT.resolve(path).toString());
        words.add(copy.toString());
        new SystemCommand(words).must();
    }
}
