package org.depositary.gateway.projection.memberships;

/** The parts of the id of a membership's stream, {@code membership:<organization>/<party>}. */
record MembershipStreamId(String organization, String party) {

    static final String PREFIX = "membership:";

    static MembershipStreamId of(String streamId) {
        int slash = streamId.indexOf('/');
        return new MembershipStreamId(streamId.substring(PREFIX.length(), slash), streamId.substring(slash + 1));
    }
}
