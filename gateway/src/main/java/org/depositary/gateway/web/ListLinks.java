package org.depositary.gateway.web;

import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the links between the pages of a list. */
public record ListLinks(UriInfo uri) {

    /** A text that is equal for all pages of a list: the path and the filters, independent of their order. */
    String identity() {
        var parameters = new TreeMap<String, List<String>>(uri.getQueryParameters());
        parameters.remove("after");
        parameters.remove("limit");
        return uri.getPath() + parameters;
    }

    /**
     * The value of header {@code Link} for the next page (RFC 8288), relative to the host.
     *
     * @param after token of the next page
     */
    public String link(String after) {
        var here = uri.getRequestUri();
        var parameters = Stream.ofNullable(here.getRawQuery())
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(parameter -> !parameter.startsWith("after="));
        var next = Stream.concat(parameters, Stream.of("after=" + after)).collect(Collectors.joining("&"));
        return "<" + here.getRawPath() + "?" + next + ">; rel=\"next\"";
    }
}
