package org.depositary.gateway.log;

/**
 * Which set of read models this code keeps. A changed read model is a higher version: its schema is built anew from the
 * change log while older pods go on serving theirs.
 */
public final class ReadModelGeneration {

    /** Counted up whenever a projector or its tables change. */
    public static final int VERSION = 7;

    /** First on the search path of every connection (application.properties), so SQL names its tables unqualified. */
    public static final String SCHEMA = "rm_" + VERSION;

    private ReadModelGeneration() {}
}
