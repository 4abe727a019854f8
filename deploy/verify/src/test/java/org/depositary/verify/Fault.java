package org.depositary.verify;

import java.util.Random;
import java.util.function.BooleanSupplier;

/** Something that befalls a running installation, and that it has to get over without losing anything. */
interface Fault {

    /**
     * What a fault works on.
     *
     * @param random for lengths and moments, from the drill's seed
     */
    record Scene(TestInstallation installation, WriteLoad load, Random random) {

        /** From one to another, in milliseconds. */
        long between(long least, long most) {
            return random.nextLong(least, most);
        }
    }

    /** Returns when the fault itself is over; answers whether the installation has got over it. */
    BooleanSupplier strike(Scene scene) throws Exception;

    /** Whether a topic may afterwards hold earlier events behind later ones, as a repeat of the whole. */
    default boolean publishesAgain() {
        return false;
    }

    /** The process is gone at once, without a word ({@code kill -9}). The launcher itself is started by its user. */
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

    /** The process does nothing for a while, and then goes on as if no time had passed ({@code SIGSTOP}, {@code CONT}). */
    record Freeze(String process) implements Fault {

        /** Kafka gives a consumer up after 6 s and a broker after 2 s; a transaction may be idle for 10 s. */
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
