package org.depositary.local.process;

import java.io.PrintStream;
import java.util.Map;

/** Prints lines to the terminal or to another output. Each line starts with the name of the program that wrote it. */
public final class Console {

    private static final String OWN_NAME = "depositary";
    /** ANSI colours: the launcher's own lines are bold, each program has a colour. */
    private static final Map<String, Integer> COLOURS = Map.of(
            OWN_NAME,
            1,
            "gateway",
            36,
            "membership-service",
            33,
            "documents-service",
            32,
            "exercises-service",
            35,
            "postgresql",
            34,
            "kafka",
            90);

    private static final int WIDTH = "membership-service".length();

    private final PrintStream out;
    private final boolean coloured;

    Console(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** Uses colours if the start script saw a terminal and the user did not disable them (no-color.org). */
    public static Console standard() {
        var colours = System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        return new Console(System.out, colours && Boolean.getBoolean("depositary.terminal"));
    }

    void line(String name, String text) {
        var prefix = ("%-" + WIDTH + "s |").formatted(name);
        int colour = COLOURS.getOrDefault(name, 0);
        out.println(coloured ? "\u001b[%dm%s\u001b[0m %s".formatted(colour, prefix, text) : prefix + " " + text);
    }

    /** Prints a line of the launcher. */
    public void print(String text, Object... values) {
        line(OWN_NAME, text.formatted(values));
    }

    /** Prints a block of text without a prefix. */
    public void printBlock(String block) {
        out.println(block);
    }
}
