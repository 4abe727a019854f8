package org.depositary.local.process;

/** What a power cut may cost. (A process killed costs nothing either way: what it wrote is with the operating system.) */
public enum Durability {
    /** Nothing that was acknowledged: every commit and every append reaches the disk first. */
    KEPT,
    /** Everything: for tests, whose data is thrown away anyway. */
    FOR_TESTS
}
