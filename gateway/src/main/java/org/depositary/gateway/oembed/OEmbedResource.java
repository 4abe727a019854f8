package org.depositary.gateway.oembed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.SnapshotReader;
import org.depositary.gateway.read.exercises.ExerciseReads;
import org.depositary.gateway.read.organizations.OrganizationItem;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.parties.PartyReads;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.depositary.gateway.web.parameters.ParameterParser;
import org.depositary.gateway.web.parameters.PartyParameterParser;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Serves {@code GET /oembed}. */
@Path("/oembed")
@Tag(name = "Dashboard")
@RejectUnknownParameters
@RunOnVirtualThread
public class OEmbedResource {

    private static final String XML = "text/xml";

    private final PublicUrl publicUrl;
    private final SnapshotReader snapshots;
    private final ObjectMapper mapper;

    OEmbedResource(PublicUrl publicUrl, SnapshotReader snapshots, ObjectMapper mapper) {
        this.publicUrl = publicUrl;
        this.snapshots = snapshots;
        this.mapper = mapper;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getEmbedding",
            summary = "How to embed the chart of a page of the dashboard",
            description = "oEmbed 1.0. `url` is a page of an organisation, a party or exercises, or the bare page of a"
                    + " chart below `/embed`. The chart keeps the days, the filters and the language of that page.")
    @APIResponse(
            responseCode = "200",
            description = "A frame with the chart",
            content = @Content(schema = @Schema(implementation = OEmbedAnswer.class)))
    public Response embedding(
            @Parameter(
                            description = "The address of the page, or its path",
                            required = true,
                            example = "/organizations/sco?on=2005-07-05")
                    @RestQuery
                    Optional<String> url,
            @Parameter(description = "`json` or `xml`") @RestQuery Optional<String> format,
            @Parameter(description = "The largest width, in CSS pixels") @RestQuery Optional<String> maxwidth,
            @Parameter(description = "The largest height, in CSS pixels") @RestQuery Optional<String> maxheight,
            @RestHeader("Accept-Language") Optional<String> acceptLanguage,
            @Context HttpHeaders headers)
            throws SQLException {
        boolean asXml = isXml(format);
        var wanted = url.orElseThrow(() -> InvalidParameterProblem.of("url", "is missing"));
        var page = DashboardAddress.parse(
                wanted, publicUrl, Optional.ofNullable(headers.getHeaderString(HttpHeaders.HOST)));
        var chart = EmbeddedChart.at(page.address())
                .orElseThrow(() -> Problem.notFound("url: '%s' has no chart that can be embedded".formatted(wanted)));
        var answer = OEmbedAnswer.of(
                chart.kind().title(name(chart, acceptLanguage)),
                page.origin() + "/",
                page.origin() + chart.path(),
                pixels("maxwidth", maxwidth),
                pixels("maxheight", maxheight));
        return Response.ok(asXml ? OEmbedXml.of(mapper.valueToTree(answer)) : answer)
                .type(asXml ? XML : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static boolean isXml(Optional<String> format) {
        return ParameterParser.several("format", format, List.of("json", "xml")).contains("xml");
    }

    private static int pixels(String name, Optional<String> largest) {
        long pixels = ParameterParser.number(name, largest).orElse((long) Integer.MAX_VALUE);
        if (pixels < 1) {
            throw InvalidParameterProblem.of(name, "'%d' is not a number of pixels".formatted(pixels));
        }
        return (int) Math.min(pixels, Integer.MAX_VALUE);
    }

    /** The name as of the days of the page, in its language. Throws a 404 problem if nothing has this id. */
    private String name(EmbeddedChart chart, Optional<String> acceptLanguage) throws SQLException {
        var reading = new CommonReadParameters(
                chart.parameter("known-at"),
                chart.parameter("on"),
                chart.parameter("lang"),
                acceptLanguage,
                Optional.empty(),
                List.of(),
                Optional.empty());
        return switch (chart.kind()) {
            case PARTY_TIMELINE -> {
                var party = PartyParameterParser.party(chart.id(), reading);
                yield snapshots
                        .read(reading.asOf(), snapshot -> new PartyReads(snapshot).detail(party))
                        .party()
                        .name();
            }
            case ORGANIZATION_TIMELINE, ORGANIZATION_MAP ->
                snapshots
                        .read(reading.asOf(), snapshot -> organization(snapshot, chart.id()))
                        .name();
            case EXERCISE_PHASES ->
                snapshots
                        .read(reading.asOf(), snapshot -> new ExerciseReads(snapshot).detail(chart.id(), false))
                        .answer()
                        .exercise()
                        .label();
            case EXERCISE_MAP, EXERCISE_MATRIX -> "";
        };
    }

    private static OrganizationItem organization(Snapshot snapshot, String id) throws SQLException {
        return new OrganizationReads(snapshot)
                .find(id)
                .orElseThrow(() -> Problem.notFound("Unknown organisation '%s'".formatted(id)));
    }
}
