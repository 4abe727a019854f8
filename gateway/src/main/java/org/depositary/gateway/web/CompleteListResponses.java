package org.depositary.gateway.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.fields.FieldSelection;
import org.depositary.gateway.read.fields.ItemFields;
import org.depositary.gateway.read.fields.ItemJson;
import org.depositary.gateway.read.fields.ItemWriter;
import org.depositary.gateway.read.lists.CompleteList;
import org.depositary.gateway.read.lists.CsvColumns;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.web.output.PatientOutput;
import org.depositary.gateway.web.parameters.PagingParameters;
import org.depositary.gateway.web.parameters.ParameterParser;
import org.depositary.gateway.web.tags.ReadTag;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Makes the responses of complete lists in the format and with the fields that the request asks for. The first page is read
 * before the response begins, so a bad filter still gets a problem. The other pages are read while the client receives.
 */
@ApplicationScoped
public class CompleteListResponses {

    public static final String BYTE_ORDER_MARK = "bom";

    private static final int FIRST_PAGE = 1000;

    /**
     * A request for a complete list.
     *
     * @param known the fields of an item
     * @param fields the fields that the client wants
     * @param columns the columns of CSV if the client selects no fields; empty: all fields
     * @param most the maximum number of items
     * @param bodyWanted false for HEAD
     */
    public record ListRequest(
            ListFormat format,
            ItemFields known,
            FieldSelection fields,
            Optional<CsvColumns> columns,
            boolean byteOrderMark,
            long most,
            boolean bodyWanted) {

        /** How many items to read before the response begins. */
        public int firstSize() {
            return bodyWanted ? (int) Math.min(FIRST_PAGE, most) : 1;
        }

        ListRequest with(CsvColumns own) {
            return new ListRequest(format, known, fields, Optional.of(own), byteOrderMark, most, bodyWanted);
        }
    }

    /** Writes items. */
    @FunctionalInterface
    public interface Content {
        void write(ItemWriter writer) throws IOException;
    }

    private final RequestedFormat format;
    private final RequestedFields fields;
    private final CompleteList lists;
    private final ItemJson json;
    private final UriInfo uri;
    private final Request method;
    private final Semaphore places;
    private final CurrentVertxRequest current;
    private final Vertx vertx;
    private final Duration patience;

    CompleteListResponses(
            RequestedFormat format,
            RequestedFields fields,
            CompleteList lists,
            ItemJson json,
            @Context UriInfo uri,
            @Context Request method,
            CurrentVertxRequest current,
            Vertx vertx,
            @ConfigProperty(name = "depositary.lists.patience", defaultValue = "60s") Duration patience,
            @ConfigProperty(name = "depositary.lists.at-once") int atOnce) {
        this.format = format;
        this.fields = fields;
        this.lists = lists;
        this.json = json;
        this.uri = uri;
        this.method = method;
        this.current = current;
        this.vertx = vertx;
        this.patience = patience;
        this.places = new Semaphore(atOnce);
    }

    /** Whether the request is for a complete list. */
    public boolean areRequested() {
        return format.get().isPresent();
    }

    /** Parses the parameters. Throws a problem if one is invalid. */
    public ListRequest request(PagingParameters paging) {
        var bom = Optional.ofNullable(uri.getQueryParameters().getFirst(BYTE_ORDER_MARK));
        return new ListRequest(
                format.get().orElseThrow(),
                fields.known(),
                fields.selection(),
                Optional.empty(),
                ParameterParser.flag(BYTE_ORDER_MARK, bom),
                paging.most(),
                isBodyWanted());
    }

    /** False for HEAD. Its response must cost no more than the headers. */
    private boolean isBodyWanted() {
        return !method.getMethod().equals(HttpMethod.HEAD);
    }

    /** The content if the request wants a body, within the limits of complete lists. */
    StreamingOutput ifWanted(StreamingOutput content) {
        return isBodyWanted() ? bounded(content) : nothing -> {};
    }

    <F, T, R> JsonResponses.Body<R> body(ListRequest request, ListQuery<F, T> list, F filter, Snapshot snapshot)
            throws SQLException {
        var first = list.page(snapshot, filter, new PageRequest(request.firstSize(), List.of()));
        var asOf = snapshot.position().asOf();
        return body(request, writer -> {
            writer.write(first.items());
            var rest = new CompleteList.Part<>(
                    first, request.most() - first.items().size());
            lists.readRest(list, filter, asOf, rest, writer::write);
        });
    }

    /**
     * The response of a complete list that is not known to be unchanged.
     *
     * @param end a stream from this cursor continues after the list
     */
    public <R> RestResponse<R> response(ListRequest request, Cursor end, Content content) {
        JsonResponses.Body<R> body = body(request, content);
        var response = ResponseBuilder.ok(body.of())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, JsonResponses.VARY);
        if (request.most() == Long.MAX_VALUE) {
            response.header("Depositary-Cursor", end.toString());
        }
        body.headers().forEach(response::header);
        return response.build();
    }

    /** The body and the headers of a complete list. For HEAD, the body is empty. */
    @SuppressWarnings("unchecked")
    private <R> JsonResponses.Body<R> body(ListRequest request, Content content) {
        StreamingOutput written = output -> {
            var writer = FormatItemWriters.writer(request, json, output);
            writer.begin();
            content.write(writer);
        };
        var entity = request.bodyWanted() ? bounded(written) : "";
        return new JsonResponses.Body<>(
                (R) entity,
                ReadTag.COMPLETE_LIST,
                Map.of(
                        HttpHeaders.CONTENT_TYPE, request.format().mediaType(),
                        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(fileName(request))));
    }

    /** {@code organizations-sco-members-2005-07-05.csv} for the members of an organisation on a day. */
    private String fileName(ListRequest request) {
        var day = Optional.ofNullable(uri.getQueryParameters().getFirst("on"));
        var name =
                uri.getPath().replaceFirst("^/?api/", "") + day.map("-"::concat).orElse("");
        return name.replaceAll("[^A-Za-z0-9._-]+", "-") + request.format().suffix();
    }

    /**
     * The client decides how long a complete list takes, so only some are written at the same time, and a client that accepts
     * no bytes is disconnected.
     */
    private StreamingOutput bounded(StreamingOutput content) {
        var request = current.getCurrent().request();
        return output -> {
            if (!places.tryAcquire()) {
                throw Problem.of(
                        ProblemType.UNAVAILABLE,
                        "This gateway writes no more complete lists now: it has reached its limit");
            }
            try {
                content.write(new PatientOutput(output, request, vertx, patience));
            } finally {
                places.release();
            }
        };
    }
}
