package org.depositary.gateway.web.resource;

import java.sql.SQLException;
import java.util.Optional;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.documents.PassageDetail;
import org.depositary.gateway.read.documents.PassageReads;
import org.depositary.gateway.read.documents.TextAccess;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Parameters of a request for one passage. */
public record PassageParameters(
        @Parameter(
                description = "A quote that begins in the passage and may go on in the next ones. The response has its"
                        + " place, also if footnotes or page numbers interrupt it.")
        @RestQuery
        Optional<String> quote) {

    private static final int LONGEST_QUOTE = 10_000;

    PassageDetail read(Snapshot snapshot, String document, String anchor, TextAccess access) throws SQLException {
        var sought = quote.map(String::strip).filter(text -> !text.isEmpty());
        if (sought.filter(text -> text.length() > LONGEST_QUOTE).isPresent()) {
            throw InvalidParameterProblem.of("quote", "The quote has more than %d characters".formatted(LONGEST_QUOTE));
        }
        return PassageReads.detail(snapshot, document, anchor, sought, access);
    }
}
