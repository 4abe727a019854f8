package org.depositary.gateway.exports.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A kept export in the manifest. Once its status is {@code kept}, nothing of it ever changes.
 *
 * @param url its own address
 * @param status {@code making}, {@code kept} or {@code failed}
 * @param of the kind of its rows
 * @param knownAt the instant as of which it was read
 * @param on the effective day
 * @param license the address of the licence
 * @param file absent until it is kept
 * @param delta the rows that differ from the previous export of the same kind and format; absent if none exists that can
 *     be compared exactly
 * @param problem why it failed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record KeptExport(
        UUID id,
        String url,
        String status,
        String of,
        String format,
        String title,
        @JsonProperty("known-at") String knownAt,
        String on,
        String license,
        String requestedAt,
        Optional<String> keptAt,

        @Schema(type = SchemaType.OBJECT, implementation = KeptFile.class)
        Optional<KeptFile> file,

        @Schema(type = SchemaType.OBJECT, implementation = KeptDelta.class)
        Optional<KeptDelta> delta,

        Optional<String> problem) {

    /**
     * A file with its stable address.
     *
     * @param size in bytes
     * @param sha256 in hexadecimal
     */
    public record KeptFile(String url, String mediaType, long size, long rows, String sha256) {}

    /** @param since the address of the export before */
    public record KeptDelta(String since, KeptFile file) {}

    static String url(UUID id) {
        return "/api/exports/kept/" + id;
    }
}
