package org.depositary.gateway.web;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.depositary.gateway.web.parameters.PagingParameters;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * One page of a list of rows with ascending numbers, the newest first.
 *
 * @param next the token of the next page; empty for the last page
 */
public record NumberedPage<T>(List<T> items, Optional<String> next) {

    /** Reads up to {@code most} rows with numbers below {@code before}. */
    @FunctionalInterface
    public interface Read<T, E extends Exception> {
        List<T> rows(long before, int most) throws E;
    }

    /** Reads one row more than the page has, to know whether another page follows. */
    public static <T, E extends Exception> NumberedPage<T> read(
            PagingParameters paging, ToLongFunction<T> number, Read<T, E> read) throws E {
        var found = read.rows(paging.after().map(NumberedPage::number).orElse(Long.MAX_VALUE), paging.size() + 1);
        if (found.size() <= paging.size()) {
            return new NumberedPage<>(found, Optional.empty());
        }
        var items = found.subList(0, paging.size());
        return new NumberedPage<>(items, Optional.of(Long.toString(number.applyAsLong(items.getLast()))));
    }

    private static long number(String token) {
        try {
            return Long.parseLong(token);
        } catch (NumberFormatException notAToken) {
            throw InvalidParameterProblem.of("after", "'%s' is not the `next` of a page".formatted(token));
        }
    }

    /** The response with this body and a link to the next page. It belongs to the caller. */
    public <B> RestResponse<B> response(B body, UriInfo uri) {
        var response = ResponseBuilder.ok(body).header("Cache-Control", "private, no-cache");
        next.ifPresent(token -> response.header("Link", new ListLinks(uri).link(token)));
        return response.build();
    }
}
