package org.depositary.local.process;

/** Something that keeps the installation from running, told in words for the person at the terminal. */
public final class LaunchFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LaunchFailure(String message) {
        super(message);
    }

    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
