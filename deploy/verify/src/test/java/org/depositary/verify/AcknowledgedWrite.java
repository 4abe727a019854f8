package org.depositary.verify;

/**
 * A write that was answered with success: from then on nobody may lose it.
 *
 * @param version of the event that it became
 * @param events how many events follow from it in its stream: a document is received, and then read
 */
record AcknowledgedWrite(String fact, String stream, long version, int events) {

    /** A fact, by its answer. */
    static AcknowledgedWrite of(GatewayAnswer created) {
        var version = created.header("Depositary-Version");
        var at = version.lastIndexOf('@');
        return new AcknowledgedWrite(
                created.body().path("id").asText(),
                version.substring(0, at),
                Long.parseLong(version.substring(at + 1)),
                1);
    }

    /** A document: whether these bytes were new or known, they stand at the start of its stream. */
    static AcknowledgedWrite document(GatewayAnswer received) {
        var id = received.body().path("id").asText();
        return new AcknowledgedWrite(id, "document:" + id, 1, 2);
    }
}
