package org.depositary.local.process;

/**
 * Defines which acknowledged writes a power failure may lose. A killed process loses none, because the operating system has them.
 */
public enum Durability {
    /** A power failure loses no acknowledged write: every commit and every append is flushed to the disk first. */
    KEPT,
    /** A power failure may lose every write. This is faster, and enough for tests with temporary data. */
    FOR_TESTS
}
