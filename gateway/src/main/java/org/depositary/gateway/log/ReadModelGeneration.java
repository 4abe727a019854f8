package org.depositary.gateway.log;

/**
 * The generation of read models that this code builds and serves. A changed read model is a new generation: its schema is
 * built from the change log, while gateways of the older code still serve theirs.
 */
public final class ReadModelGeneration {

    /** Must be increased by 1 whenever a projector or its tables change. */
    public static final int VERSION = 17;

    private static final String PREFIX = "rm_";

    /**
     * The schema of the read models. It is first on the search path of every connection (application.properties), so
     * SQL needs no schema names.
     */
    public static final String SCHEMA = PREFIX + VERSION;

    private ReadModelGeneration() {}

    /** @param schema the schema of any generation, {@code rm_<n>} */
    public static boolean isOlder(String schema) {
        return Integer.parseInt(schema.substring(PREFIX.length())) < VERSION;
    }
}
