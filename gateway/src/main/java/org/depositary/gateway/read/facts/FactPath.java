package org.depositary.gateway.read.facts;

/** Where facts of a kind are found. */
public final class FactPath {

    private FactPath() {}

    /** {@code /api/membership-changes/<id>} */
    public static String of(String kind, String id) {
        return "/api/%ss/%s".formatted(kind, id);
    }
}
