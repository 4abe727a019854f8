package org.depositary.gateway.query;

/** Where facts of a kind are found. */
final class FactAddress {

    private FactAddress() {}

    /** {@code /api/membership-changes/<id>} */
    static String of(String kind, String id) {
        return "/api/%ss/%s".formatted(kind, id);
    }
}
