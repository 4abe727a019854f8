package org.depositary.gateway.pages;

import io.quarkus.qute.Template;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.depositary.eventsourcing.http.ProblemJson;
import org.depositary.gateway.web.representation.Representation;
import org.depositary.gateway.web.representation.RepresentationPreference;
import org.depositary.gateway.web.representation.RequestedRepresentation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows a problem as a page to a client that prefers pages to JSON. All others get {@code application/problem+json}. */
class ProblemPageFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final MediaType PAGE = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    /** The first one wins between equals, so a client that takes anything gets JSON. */
    private static final List<MediaType> OFFERED =
            List.of(MediaType.valueOf(ProblemJson.MEDIA_TYPE), MediaType.APPLICATION_JSON_TYPE, PAGE);

    private final Template problem;
    private final RequestedRepresentation requested;

    ProblemPageFilter(Template problem, RequestedRepresentation requested) {
        this.problem = problem;
        this.requested = requested;
    }

    @ServerResponseFilter
    void show(ContainerRequestContext request, ContainerResponseContext response) {
        if (READS.contains(request.getMethod()) && response.getEntity() instanceof ProblemJson json) {
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            if (isPageRequested() || prefersPages(request.getHeaderString(HttpHeaders.ACCEPT))) {
                response.setEntity(problem.data("problem", json).render(), null, PAGE);
            }
        }
    }

    /** Whether the request is for the page of a record. Its header {@code Accept} no longer says so. */
    private boolean isPageRequested() {
        return requested.is(Representation.HTML);
    }

    private static boolean prefersPages(String accept) {
        return accept != null
                && RepresentationPreference.of(accept)
                        .best(OFFERED, Function.identity())
                        .filter(PAGE::equals)
                        .isPresent();
    }
}
