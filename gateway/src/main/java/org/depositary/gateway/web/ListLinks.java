package org.depositary.gateway.web;

import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of a list, apart from which page of it. */
public record ListLinks(UriInfo uri) {

    /** What every page of this list has in common: path and filters, in whatever order they came. */
    String identity() {
        var parameters = new TreeMap<String, List<String>>(uri.getQueryParameters());
        parameters.remove("after");
        parameters.remove("limit");
        return uri.getPath() + parameters;
    }

    /** The next page as RFC 8288 has it, relative to this one's origin. */
    public String link(String after) {
        var here = uri.getRequestUri();
        var parameters = Stream.ofNullable(here.getRawQuery())
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(parameter -> !parameter.startsWith("after="));
        var next = Stream.concat(parameters, Stream.of("after=" + after)).collect(Collectors.joining("&"));
        return "<" + here.getRawPath() + "?" + next + ">; rel=\"next\"";
    }
}
