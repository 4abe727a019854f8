package org.depositary.gateway.parked;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** A filter for parked items: all items, those of one stream, or those with one reason. */
record ParkedItemFilter(
        @Parameter(description = "A stream, membership:sco/UZ") @RestQuery
        Optional<String> stream,

        @Parameter(
                description = "The reason for parking",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"gap", "fork", "malformed", "unreadable"}))
        @RestQuery
        Optional<String> reason) {

    static final String UNREADABLE = "unreadable";
    static final List<String> RECORD_REASONS = List.of("gap", "fork", "malformed");
    static final List<String> REASONS = List.of("gap", "fork", "malformed", UNREADABLE);

    /** Returns this filter. Throws a problem if its reason is unknown. */
    ParkedItemFilter checked() {
        reason.filter(given -> !REASONS.contains(given)).ifPresent(given -> {
            throw InvalidParameterProblem.of(
                    "reason", "'%s' is unknown. Use one of: %s".formatted(given, String.join(", ", REASONS)));
        });
        return this;
    }

    boolean includesRecords() {
        return !reason.equals(Optional.of(UNREADABLE));
    }

    boolean includesStreams() {
        return reason.isEmpty() || reason.equals(Optional.of(UNREADABLE));
    }
}
