package org.depositary.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Prints progress: a growing bar on a terminal, otherwise one line for every tenth of the work. */
final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintWriter out;
    private final boolean isTerminal;
    private int tenths = -1;

    ProgressBar(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /**
     * Prints the progress.
     *
     * @param progress the progress in the status of an import: {@code {"done": 3, "of": 12}}
     */
    void show(JsonNode progress) {
        show(progress.path("done").asInt(), progress.path("of").asInt());
    }

    private void show(int done, int of) {
        if (of == 0) {
            return;
        }
        if (isTerminal) {
            int filled = (int) ((long) WIDTH * done / of);
            out.print("\r[%s%s] %d of %d".formatted("#".repeat(filled), ".".repeat(WIDTH - filled), done, of));
            out.flush();
        } else if ((int) (10L * done / of) > tenths) {
            tenths = (int) (10L * done / of);
            out.println("%d of %d".formatted(done, of));
            out.flush();
        }
    }

    void end() {
        if (isTerminal) {
            out.println();
        }
    }
}
