package org.depositary.verify;

/** Something that befalls a running installation. */
sealed interface Fault {

    void strike(Installation installation);

    /** Whether the installation has got over it by itself. */
    boolean healed(Installation installation);

    /** The process is gone at once, without a word ({@code kill -9}); the launcher starts it again. */
    record Kill(String process) implements Fault {

        @Override
        public void strike(Installation installation) {
            installation.kill(process);
        }

        @Override
        public boolean healed(Installation installation) {
            return installation.ready();
        }

        @Override
        public String toString() {
            return "kill -9 " + process;
        }
    }
}
