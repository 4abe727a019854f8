package org.depositary.verify;

import java.util.function.BooleanSupplier;

/** Something that befalls a running installation. */
sealed interface Fault {

    /** Answers whether the installation has got over it by itself. */
    BooleanSupplier strike(Installation installation);

    /** The process is gone at once, without a word ({@code kill -9}); the launcher starts it again. */
    record Kill(String process) implements Fault {

        @Override
        public BooleanSupplier strike(Installation installation) {
            return installation.kill(process);
        }

        @Override
        public String toString() {
            return "kill -9 " + process;
        }
    }
}
