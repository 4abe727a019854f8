package org.depositary.gateway.query;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.sql.SQLException;
import org.depositary.gateway.query.Replies.Body;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Documents, their texts and passages, and who cites them. */
@Path("/api/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
@KnownParameters
@RunOnVirtualThread
public class DocumentsResource {

    private final Reads reads;
    private final Readership readership;
    private final WholeText whole;

    DocumentsResource(Reads reads, Readership readership, WholeText whole) {
        this.reads = reads;
        this.readership = readership;
        this.whole = whole;
    }

    @GET
    @Operation(summary = "Documents, the last received first; with `q`, the best match first, with its passages")
    public RestResponse<Page<DocumentFound>> list(
            @BeanParam Reading reading, @BeanParam Paging paging, @BeanParam DocumentFilter filter)
            throws SQLException {
        var words = filter.words();
        return reads.list(reading, paging, (snapshot, wanted) -> {
            var documents = new Documents(snapshot, readership.mayReadAll());
            return words.isPresent()
                    ? documents.matching(words.get(), filter.conditions(), wanted)
                    : documents.all(filter.conditions(), wanted);
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "What is known of one document, with every event of it")
    public RestResponse<DocumentInFull> one(@RestPath String id, @BeanParam Reading reading) throws SQLException {
        return reads.versioned(reading, snapshot -> new Documents(snapshot, readership.mayReadAll()).inFull(id));
    }

    @GET
    @Path("{id}/passages")
    @Operation(summary = "The passages of its text, in order; needs the contributor role unless public")
    public RestResponse<Page<PassageItem>> passages(
            @RestPath String id, @BeanParam Reading reading, @BeanParam Paging paging) throws SQLException {
        return reads.list(reading, paging, (snapshot, wanted) -> DocumentText.of(snapshot, id, readership)
                .passages(wanted));
    }

    @GET
    @Path("{id}/text")
    @Produces("text/plain;charset=UTF-8")
    @Operation(summary = "Its text; needs the contributor role unless public")
    public RestResponse<StreamingOutput> text(@RestPath String id, @BeanParam Reading reading) throws SQLException {
        return reads.body(reading, snapshot -> {
            var text = DocumentText.of(snapshot, id, readership);
            return new Body<>(whole.of(text), "%s-%d".formatted(id, text.extraction()));
        });
    }

    @GET
    @Path("{id}/citations")
    @Operation(summary = "Facts with a source in it")
    public RestResponse<Page<Fact>> citations(@RestPath String id, @BeanParam Reading reading, @BeanParam Paging paging)
            throws SQLException {
        return reads.list(reading, paging, (snapshot, wanted) -> {
            new Documents(snapshot, readership.mayReadAll()).require(id);
            return new Facts(snapshot).citing(id, wanted).map(Fact::of);
        });
    }
}
