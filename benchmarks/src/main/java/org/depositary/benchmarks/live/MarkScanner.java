package org.depositary.benchmarks.live;

/** Finds the marks in the bytes of one connection, also where a mark is split between two reads. */
final class MarkScanner {

    /** Called for each mark. */
    @FunctionalInterface
    interface Listener {
        void mark(long number, long dueMicros);
    }

    private int digitsLeft;
    private long number;
    private long micros;

    void scan(byte[] bytes, int length, Listener listener) {
        for (int i = 0; i < length; i++) {
            byte next = bytes[i];
            if (digitsLeft > 0) {
                digit(next - '0');
                if (digitsLeft == 0) {
                    listener.mark(number, micros);
                }
            } else if (next == MessageMark.START) {
                digitsLeft = MessageMark.DIGITS;
                number = 0;
                micros = 0;
            }
        }
    }

    private void digit(int digit) {
        if (digitsLeft > MessageMark.DIGITS - MessageMark.NUMBER_DIGITS) {
            number = number * 10 + digit;
        } else {
            micros = micros * 10 + digit;
        }
        digitsLeft--;
    }
}
