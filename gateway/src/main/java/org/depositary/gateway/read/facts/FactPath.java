package org.depositary.gateway.read.facts;

/** Builds the URL paths of facts. */
public final class FactPath {

    private FactPath() {}

    /** The URL path of a fact, for example {@code /api/membership-changes/<id>}. */
    public static String of(String kind, String id) {
        return "/api/%ss/%s".formatted(kind, id);
    }
}
