package org.depositary.local.process;

/**
 * What a power failure may lose. (A killed process loses nothing in either case: its writes are in the operating
 * system.)
 */
public enum Durability {
    /** Nothing that was acknowledged: every commit and every append is flushed to the disk first. */
    KEPT,
    /** Everything. For tests, whose data is temporary. */
    FOR_TESTS
}
