package org.depositary.local.process;

/** Stops the launcher. The message is for the user at the terminal. */
public final class LaunchFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LaunchFailure(String message) {
        super(message);
    }

    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
