package org.depositary.verify;

import java.util.Random;
import java.util.function.BooleanSupplier;

/** A fault of a running installation, which must recover from it without losses. */
interface Fault {

    /**
     * The installation that a fault strikes, and the load on it.
     *
     * @param random for durations and moments, from the drill's seed
     */
    record Scene(TestInstallation installation, WriteLoad load, Random random) {

        /** A random duration in milliseconds. */
        long between(long least, long most) {
            return random.nextLong(least, most);
        }
    }

    /** Causes the fault and returns when it is over. @return a check that is true when the installation has recovered */
    BooleanSupplier strike(Scene scene) throws Exception;

    /** Whether a topic may afterwards have earlier events after later ones, because all were published again. */
    default boolean publishesAgain() {
        return false;
    }

    /** Kills the process ({@code kill -9}). A killed launcher is started again. */
    record Kill(String process) implements Fault {

        @Override
        public BooleanSupplier strike(Scene scene) {
            return scene.installation().kill(process);
        }

        @Override
        public String toString() {
            return "kill -9 " + process;
        }
    }

    /** Stops the process for a while ({@code SIGSTOP}, {@code SIGCONT}). */
    record Freeze(String process) implements Fault {

        /**
         * Longer than the session timeouts of Kafka's consumers (6 s) and brokers (2 s), shorter than that of idle
         * transactions (10 s).
         */
        private static final long LONG = 8_000;

        private static final long LONGEST = 16_000;
        private static final int EVERY = 3;

        @Override
        public BooleanSupplier strike(Scene scene) {
            var millis = scene.random().nextInt(EVERY) == 0
                    ? scene.between(LONG, LONGEST)
                    : scene.between(LONG / 20, LONG / 3);
            scene.installation().signal(process, "STOP");
            try {
                FaultPause.millis(millis);
            } finally {
                scene.installation().signal(process, "CONT");
            }
            return scene.installation()::ready;
        }

        @Override
        public String toString() {
            return "freeze " + process;
        }
    }
}
