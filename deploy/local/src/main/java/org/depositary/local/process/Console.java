package org.depositary.local.process;

import java.io.PrintStream;
import java.util.Map;

/** The terminal, or what stands for it: one line at a time, each with the name of who wrote it. */
public final class Console {

    private static final String OWN_NAME = "depositary";
    /** ANSI colours: own words bold, and each program its own. */
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

    /** Colours where the script that started us saw a terminal, unless the user wants none (no-color.org). */
    public static Console standard() {
        var wanted = System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        return new Console(System.out, wanted && Boolean.getBoolean("depositary.terminal"));
    }

    void line(String name, String text) {
        var prefix = ("%-" + WIDTH + "s |").formatted(name);
        int colour = COLOURS.getOrDefault(name, 0);
        out.println(coloured ? "\u001b[%dm%s\u001b[0m %s".formatted(colour, prefix, text) : prefix + " " + text);
    }

    /** What the launcher itself has to say. */
    public void say(String text, Object... values) {
        line(OWN_NAME, text.formatted(values));
    }

    /** A block of text for the reader, without a prefix. */
    public void print(String block) {
        out.println(block);
    }
}
