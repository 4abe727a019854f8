package org.depositary.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The ahead-of-time caches of the programs that run on Java: loaded classes, linked methods and their profiles. They
 * shorten a start and its first requests.
 *
 * <p>JDK 25 and newer use a cache that a training run has written (JEP 514, JEP 515). Older JDKs write an archive of
 * loaded classes (AppCDS) at the first exit of a program. Java ignores a cache of another JDK or of other jars, with
 * one line in the log of the program.
 *
 * @param directory the directory of the caches, one file per program
 * @param use what a start does with the cache
 */
public record AotCaches(Path directory, Use use) {

    /** The use of the cache at the start of a program. */
    public enum Use {
        READ,
        /** Records what the program does until it exits. */
        RECORD,
        /** Creates the cache from the record, without running the program. */
        CREATE,
        NONE
    }

    private static final int FIRST_JDK_WITH_AOT = 25;
    /** The time for an exit of a program that records, because Java writes the record while it exits. */
    private static final Duration EXIT_TIMEOUT = Duration.ofMinutes(3);

    /**
     * Returns the caches of a build. If the environment has {@code DEPOSITARY_AOT=never}, a start reads no cache;
     * only measurements need this.
     */
    public static AotCaches of(Path home, Use use) {
        if (use == Use.READ && "never".equals(System.getenv("DEPOSITARY_AOT"))) {
            return none();
        }
        return new AotCaches(home.resolve("target/aot"), use);
    }

    public static AotCaches none() {
        return new AotCaches(Path.of("."), Use.NONE);
    }

    /** Whether this JDK can use caches that a training run has written. */
    public static boolean areSupported() {
        return Runtime.version().feature() >= FIRST_JDK_WITH_AOT;
    }

    /** Returns the Java flags for the start of a program. */
    public List<String> flags(String program) {
        if (use == Use.NONE) {
            return List.of();
        }
        if (!areSupported()) {
            return Files.isWritable(directory)
                    ? List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file(program, "jsa"))
                    : List.of();
        }
        var cache = file(program, "aot");
        var record = "-XX:AOTConfiguration=" + file(program, "record");
        return switch (use) {
            case READ -> Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
            case RECORD -> List.of("-XX:AOTMode=record", record, ExitWithLauncher.limit(EXIT_TIMEOUT));
            case CREATE -> List.of("-XX:AOTMode=create", record, "-XX:AOTCache=" + cache);
            case NONE -> List.of();
        };
    }

    /**
     * Returns the maximum time for an orderly exit of a program.
     *
     * @param usual the maximum time without a cache to write
     */
    public Duration exitTimeout(Duration usual) {
        return use == Use.RECORD ? EXIT_TIMEOUT : usual;
    }

    /** Returns the file with the record of a training run, which {@link Use#CREATE} reads. */
    public Path record(String program) {
        return file(program, "record");
    }

    private Path file(String program, String suffix) {
        return directory.resolve(program + "." + suffix);
    }
}
