package org.depositary.local;

import java.io.PrintStream;
import java.util.List;

/** The terminal, or what stands for it: one line at a time, each with the name of who wrote it. */
final class Console {

    private static final String OWN_NAME = "depositary";
    private static final List<Integer> COLOURS = List.of(36, 33, 32, 35, 34, 96, 93);
    private static final int WIDTH = "membership-service".length();

    private final PrintStream out;
    private final boolean coloured;

    Console(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** Colours where the script that started us saw a terminal, unless the user wants none (no-color.org). */
    static Console standard() {
        var wanted = System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        return new Console(System.out, wanted && Boolean.getBoolean("depositary.terminal"));
    }

    void line(String name, String text) {
        var prefix = ("%-" + WIDTH + "s |").formatted(name);
        out.println(coloured ? "\u001b[%dm%s\u001b[0m %s".formatted(colour(name), prefix, text) : prefix + " " + text);
    }

    /** What the launcher itself has to say. */
    void say(String text, Object... values) {
        line(OWN_NAME, text.formatted(values));
    }

    /** A block of text for the reader, without a prefix. */
    void print(String block) {
        out.println(block);
    }

    private static int colour(String name) {
        return name.equals(OWN_NAME) ? 1 : COLOURS.get(Math.floorMod(name.hashCode(), COLOURS.size()));
    }
}
