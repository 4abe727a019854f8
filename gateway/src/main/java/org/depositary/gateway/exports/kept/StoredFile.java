package org.depositary.gateway.exports.kept;

import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A file as the database describes it.
 *
 * @param rows the number of rows of the export
 */
record StoredFile(UUID export, String name, boolean isDelta, byte[] sha256, long size, long rows) {

    String url() {
        return KeptExport.url(export) + "/" + name;
    }

    String hexadecimal() {
        return HexFormat.of().formatHex(sha256);
    }

    /** A strong entity tag: the bytes never change. */
    String entityTag() {
        return '"' + hexadecimal() + '"';
    }

    /** The value of {@code Repr-Digest} (RFC 9530). */
    String digest() {
        return "sha-256=:%s:".formatted(Base64.getEncoder().encodeToString(sha256));
    }
}
