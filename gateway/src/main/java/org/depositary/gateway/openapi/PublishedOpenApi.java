package org.depositary.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Completes the OpenAPI document after all other filters. Each step adds what a resource has left out, so a new route gets
 * an id, a description, and its security and examples without annotations.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = PublishedOpenApi.LAST)
public class PublishedOpenApi implements OASFilter {

    /** Filters with a higher priority run earlier. The default is 1. */
    static final int LAST = -1000;

    private final IndexView classes;

    public PublishedOpenApi(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var document = OpenApiJson.write(api);
        complete(document);
        var completed = OpenApiJson.read(document);
        api.setTags(completed.getTags());
        api.setPaths(completed.getPaths());
        api.setComponents(completed.getComponents());
    }

    private void complete(ObjectNode document) {
        var records = new RecordSchemas(classes);
        records.complete(document);
        SharedSchemas.merge(document);
        records.describe(document);
        OperationTags.complete(document);
        for (var operation : DocumentedOperation.all(document)) {
            operation.setIfAbsent("operationId", OperationIds.of(operation.method(), operation.path()));
            OperationDescriptions.complete(operation);
            ParameterDescriptions.complete(operation);
            OperationRefusals.complete(operation);
            RepresentationSchemas.complete(operation);
        }
        OpenApiExamples.addTo(document);
        UnusedSchemas.removeFrom(document);
    }
}
