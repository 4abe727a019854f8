package org.depositary.benchmarks.live;

/**
 * The mark in the text of each message: {@code ~}, its number in ten digits, and when it was due in microseconds of
 * {@link System#nanoTime}, in sixteen digits. No other part of a message has a tilde.
 */
final class MessageMark {

    static final byte START = '~';
    static final int NUMBER_DIGITS = 10;
    static final int DIGITS = NUMBER_DIGITS + 16;

    private MessageMark() {}

    static String of(long number, long dueNanos) {
        return "~%010d%016d".formatted(number, dueNanos / 1_000);
    }
}
