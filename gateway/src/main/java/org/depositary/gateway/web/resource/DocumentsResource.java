package org.depositary.gateway.web.resource;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.gateway.read.VersionedAnswer;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.changes.FactVersionReads;
import org.depositary.gateway.read.documents.DocumentDetail;
import org.depositary.gateway.read.documents.DocumentReads;
import org.depositary.gateway.read.documents.DocumentText;
import org.depositary.gateway.read.documents.DocumentTextWriter;
import org.depositary.gateway.read.documents.DocumentWithHits;
import org.depositary.gateway.read.documents.PassageDetail;
import org.depositary.gateway.read.documents.PassageItem;
import org.depositary.gateway.read.documents.TextLayer;
import org.depositary.gateway.read.facts.FactItem;
import org.depositary.gateway.web.JsonResponses.Body;
import org.depositary.gateway.web.ListPage;
import org.depositary.gateway.web.ReadExecutor;
import org.depositary.gateway.web.RecordReadParameters;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.TextAccessOfCaller;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.depositary.gateway.web.parameters.ListParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves documents, their texts and passages, and the facts that cite them. */
@Path("/api/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
@RejectUnknownParameters
@RunOnVirtualThread
public class DocumentsResource {

    private final ReadExecutor reads;
    private final TextAccessOfCaller readership;
    private final DocumentTextWriter texts;

    DocumentsResource(ReadExecutor reads, TextAccessOfCaller readership, DocumentTextWriter texts) {
        this.reads = reads;
        this.readership = readership;
        this.texts = texts;
    }

    @GET
    @Operation(summary = "Documents, the newest first. With `q`, the best match first, with its passages.")
    public RestResponse<ListPage<DocumentWithHits>> list(@BeanParam DocumentParameters request) throws SQLException {
        return reads.list(DocumentReads.documents(readership), request.filter(), request.list());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One document with all its events")
    public RestResponse<DocumentDetail> one(@RestPath String id, @BeanParam RecordReadParameters parameters)
            throws SQLException {
        return reads.record(parameters, new FactKey(FactVersionReads.DOCUMENT, id), snapshot -> new DocumentReads(
                        snapshot, readership.mayReadAll())
                .detail(id));
    }

    @GET
    @Path("{id}/passages")
    @Operation(summary = "The passages of the text, in order. A restricted document needs the role contributor.")
    public RestResponse<ListPage<PassageItem>> passages(@RestPath String id, @BeanParam ListParameters list)
            throws SQLException {
        return reads.list(DocumentText.passages(readership), id, list);
    }

    @GET
    @Path("{id}/passages/{anchor}")
    @Operation(
            summary = "One passage, with its selectors. A restricted document needs the role contributor.",
            description = "The selectors are those of the W3C Web Annotation model.")
    public RestResponse<PassageDetail> passage(
            @RestPath String id,
            @RestPath String anchor,
            @BeanParam PassageParameters request,
            @BeanParam RecordReadParameters parameters)
            throws SQLException {
        return reads.record(
                parameters,
                new FactKey("passage", id),
                snapshot -> new VersionedAnswer<>(request.read(snapshot, id, anchor, readership), ""));
    }

    @GET
    @Path("{id}/text")
    @Produces("text/plain;charset=UTF-8")
    @Operation(summary = "The text. A restricted document needs the role contributor.")
    public RestResponse<StreamingOutput> text(
            @RestPath String id,
            @Parameter(
                            description =
                                    "`extracted` (default), or `repaired`: the text after repairs. All offsets count in"
                                            + " the extracted text.")
                    @RestQuery
                    Optional<String> layer,
            @BeanParam CommonReadParameters reading)
            throws SQLException {
        var chosen = layer.map(DocumentsResource::layer).orElse(TextLayer.EXTRACTED);
        return reads.body(reading, snapshot -> {
            var text = DocumentText.of(snapshot, id, readership);
            return new Body<>(
                    output -> texts.write(text, chosen, output),
                    "%s-%d-%s".formatted(id, text.extraction(), chosen.label()));
        });
    }

    private static TextLayer layer(String name) {
        return TextLayer.named(name)
                .orElseThrow(() -> InvalidParameterProblem.of(
                        "layer", "'%s' is neither 'extracted' nor 'repaired'".formatted(name)));
    }

    @GET
    @Path("{id}/citations")
    @Operation(summary = "Facts that cite the document")
    public RestResponse<ListPage<FactItem>> citations(@RestPath String id, @BeanParam ListParameters list)
            throws SQLException {
        return reads.list(DocumentReads.CITATIONS, id, list);
    }
}
