package org.depositary.verify.histories;

/** The register and the model differ. The message has the requests to reproduce it. */
public final class ModelDisagreement extends AssertionError {

    private static final long serialVersionUID = 1;

    private final transient HistoryPlayer<?, ?> player;

    ModelDisagreement(HistoryPlayer<?, ?> player, String what) {
        super("%s%n%nAfter these requests:%n%s".formatted(what, player.transcript()));
        this.player = player;
    }

    History<?> history() {
        return player.history();
    }
}
