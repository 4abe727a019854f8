package org.depositary.gateway.feeds;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.live.ChangeFilterParameters;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** The parameters of feeds. */
public record FeedParameters(
        @Parameter(description = "Organisations, by id") @RestQuery
        List<String> organization,

        @Parameter(description = "Parties, by code or name") @RestQuery
        List<String> party,

        @Parameter(description = "CloudEvents types, or event names") @RestQuery
        List<String> type,

        @Parameter(description = "membership, document, exercise") @RestQuery
        List<String> kind,

        @Parameter(description = "The end of an archive page, a cursor. Follow prev-archive instead of making one.")
        @RestQuery
        Optional<String> archive,

        @Parameter(description = "A secret of /api/feed-keys, where reads need a token") @RestQuery
        Optional<String> key,

        @RestHeader("If-None-Match") Optional<String> ifNoneMatch,
        @RestHeader("If-Modified-Since") Optional<String> ifModifiedSince) {

    ChangeFilter filter() {
        return ChangeFilterParameters.filter(organization, party, type, kind);
    }

    /** The end of the requested archive page. Empty for the subscription document. */
    Optional<Cursor> end() {
        return archive.map(text -> Cursor.parse(text)
                .orElseThrow(() -> InvalidParameterProblem.of(
                        "archive", "'%s' is not a cursor. Use the link prev-archive unchanged".formatted(text))));
    }
}
