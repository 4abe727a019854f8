package org.depositary.verify;

/**
 * A write that was answered with success, so its event must never be lost.
 *
 * @param version of its event
 * @param events the number of its events: a document is received and later extracted
 */
record AcknowledgedWrite(String fact, String stream, long version, int events) {

    /** The write of a fact, from its response. */
    static AcknowledgedWrite of(GatewayAnswer created) {
        var version = created.header("Depositary-Version");
        var at = version.lastIndexOf('@');
        return new AcknowledgedWrite(
                created.body().path("id").asText(),
                version.substring(0, at),
                Long.parseLong(version.substring(at + 1)),
                1);
    }

    /** The write of a document. Its event is the first of its stream, also if the bytes were known before. */
    static AcknowledgedWrite document(GatewayAnswer received) {
        var id = received.body().path("id").asText();
        return new AcknowledgedWrite(id, "document:" + id, 1, 2);
    }
}
