package org.depositary.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A copy of the source code and its build, whose files a test may change. Modules that a service in dev mode does not
 * compile have only their build and their {@code pom.xml}.
 */
record SourceTreeCopy(Path root) {

    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
    /** The modules that each service is built from. */
    static final List<String> LIBRARIES = List.of(
            "libraries/vocabulary",
            "contracts",
            "deploy/local",
            "libraries/testing",
            "libraries/event-sourcing",
            "libraries/facts",
            "libraries/imports");

    /** The files of the start script and of Maven, and the pages that the gateway serves. */
    private static final List<String> TOOLS = List.of("depositary", "pom.xml", "mvnw", ".mvn", "docs");

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
        var before = read(file);
        if (before.split(Pattern.quote(text), -1).length != 2) {
            throw new AssertionError("%s does not contain '%s' once".formatted(file, text));
        }
        write(file, before.replace(text, by));
    }

    /** Makes the start script use the build of a module in another copy. This copy must not have compiled the module. */
    void useBuild(String module, SourceTreeCopy other) {
        var target = root.resolve(module).resolve("target");
        try {
            Files.delete(target);
            Files.createSymbolicLink(target, other.root.resolve(module).resolve("target"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the only match of a pattern in a file. */
    void replaceMatch(String file, String pattern, UnaryOperator<String> by) {
        var match = Pattern.compile(pattern).matcher(read(file));
        if (!match.find()) {
            throw new AssertionError("%s does not contain %s".formatted(file, pattern));
        }
        replace(file, match.group(), by.apply(match.group()));
    }

    void write(String file, String text) {
        try {
            Files.writeString(root.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> modules() {
        return MODULE.matcher(read("pom.xml"))
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    /** Adds a file, or a directory into which a module inside it may have been copied before. */
    private void add(String path) {
        var original = TestInstallation.ROOT.resolve(path);
        var copy = root.resolve(path);
        var directory = Files.isDirectory(original);
        SystemCommand.of("mkdir", "-p", (directory ? copy : copy.getParent()).toString())
                .must();
        SystemCommand.of("cp", "-Rp", directory ? original + "/." : original.toString(), copy.toString())
                .must();
    }

    private void link(String path) {
        var copy = root.resolve(path);
        SystemCommand.of("mkdir", "-p", copy.getParent().toString()).must();
        SystemCommand.of("ln", "-s", TestInstallation.ROOT.resolve(path).toString(), copy.toString())
                .must();
    }
}
