package org.depositary.gateway.projection.memberships;

/** Whose stream it is: {@code membership:<organization>/<party>}. */
record Membership(String organization, String party) {

    static final String PREFIX = "membership:";

    static Membership of(String streamId) {
        int slash = streamId.indexOf('/');
        return new Membership(streamId.substring(PREFIX.length(), slash), streamId.substring(slash + 1));
    }
}
