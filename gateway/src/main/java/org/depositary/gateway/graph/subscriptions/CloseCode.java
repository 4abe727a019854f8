package org.depositary.gateway.graph.subscriptions;

/** Why this gateway closes a WebSocket: codes of RFC 6455 below 4000, those of graphql-transport-ws from 4000 on. */
enum CloseCode {
    GOING_AWAY(1001),
    PROTOCOL_ERROR(1002),
    MESSAGE_TOO_BIG(1009),
    /** For a client that does not read. It may connect again. */
    TRY_AGAIN_LATER(1013),
    INVALID_MESSAGE(4400),
    UNAUTHORIZED(4401),
    /** The token has expired. Clients reconnect after this code, and send a new token. */
    FORBIDDEN(4403),
    SUBPROTOCOL_NOT_ACCEPTABLE(4406),
    INIT_TIMEOUT(4408),
    DUPLICATE_ID(4409),
    TOO_MANY_INITS(4429);

    private final short code;

    CloseCode(int code) {
        this.code = (short) code;
    }

    short code() {
        return code;
    }
}
