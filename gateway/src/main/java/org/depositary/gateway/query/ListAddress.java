package org.depositary.gateway.query;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.TreeMap;

/** The address of a list, apart from which page of it. */
public record ListAddress(UriInfo uri) {

    /** What every page of this list has in common: path and filters, in whatever order they came. */
    String identity() {
        var parameters = new TreeMap<String, List<String>>(uri.getQueryParameters());
        parameters.remove("after");
        parameters.remove("limit");
        return uri.getPath() + parameters;
    }

    /** The next page as RFC 8288 has it, relative to this one's origin. */
    public String link(String after) {
        var next = uri.getRequestUriBuilder().replaceQueryParam("after", after).build();
        return "<%s?%s>; rel=\"next\"".formatted(next.getRawPath(), next.getRawQuery());
    }
}
