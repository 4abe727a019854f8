package org.depositary.gateway.exports.formats;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * What an export is. It does not depend on the gateway that wrote it.
 *
 * @param of the kind of its rows
 * @param knownAt the instant or the cursor as of which it was read
 * @param on the effective day, YYYY-MM-DD
 * @param since for a delta: the instant or the cursor of the earlier export
 * @param key the fields that identify a row
 * @param license the address of the licence
 * @param provenance where the rows come from
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ExportDescription(
        String of,
        @JsonProperty("known-at") String knownAt,
        String on,
        Optional<String> since,
        List<String> key,
        String license,
        String provenance) {}
