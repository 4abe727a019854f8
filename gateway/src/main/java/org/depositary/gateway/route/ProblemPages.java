package org.depositary.gateway.route;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Serves the pages to which field {@code type} of a problem response links (RFC 9457). */
@Path("/problems")
@Tag(name = "Problems")
public class ProblemPages {

    /**
     * A page about one type of problem.
     *
     * @param explanation what the problem means, and what the client can do
     */
    record Page(String type, String title, int status, String explanation) {

        static Page of(ProblemType type) {
            return new Page(type.uri(), type.title(), type.status(), type.explanation());
        }

        /** The page in HTML. Nothing is escaped, because the texts are constants without special characters. */
        String html() {
            return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s</title>
                <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css"></head>
                <body><main><h1>%1$s</h1><p>HTTP status %2$d · <code>%3$s</code></p><p>%4$s</p>
                <p><a href="/problems">All problem types</a></p></main></body>
                </html>
                """.formatted(title, status, type, explanation);
        }
    }

    record Pages(List<Page> items) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "All problem types",
            description =
                    "Every refusal is `application/problem+json` (RFC 9457). Its `type` is the URL of one of these.")
    public Pages all() {
        return new Pages(Arrays.stream(ProblemType.values()).map(Page::of).toList());
    }

    @GET
    @Path("{slug}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One problem type", description = "What the problem means, and what a client can do about it.")
    @APIResponse(
            responseCode = "200",
            description = "A page for people, where they prefer text/html",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Page.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "Unknown problem type")
    public Page one(@RestPath String slug) {
        return ProblemType.bySlug(slug)
                .map(Page::of)
                .orElseThrow(
                        () -> Problem.notFound("Unknown problem type '%s'. /problems lists all types".formatted(slug)));
    }

    @GET
    @Path("{slug}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public String page(@RestPath String slug) {
        return one(slug).html();
    }
}
