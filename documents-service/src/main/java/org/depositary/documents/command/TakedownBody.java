package org.depositary.documents.command;

import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request body of a takedown, and of its lifting. */
@Schema(name = "NewTakedown", requiredProperties = "reason")
public record TakedownBody(Optional<String> reason) {

    private static final int LONGEST = 2_000;

    String readReason() {
        return reason.map(String::strip)
                .filter(words -> !words.isEmpty() && words.length() <= LONGEST)
                .orElseThrow(() -> Problem.invalid("reason", "is required, in 1 to %d characters".formatted(LONGEST)));
    }
}
