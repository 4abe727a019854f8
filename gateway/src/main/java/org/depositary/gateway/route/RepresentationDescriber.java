package org.depositary.gateway.route;

import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.depositary.gateway.web.Representation;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/**
 * Adds JSON-LD to the OpenAPI document, with the parameter {@code format}. The schema of the JSON decides which reads have
 * it, so a new kind of fact needs no annotation.
 */
final class RepresentationDescriber {

    private static final String JSON = Representation.JSON.mediaType().toString();

    private static final Set<String> LINKED = Set.of(
            "OrganizationDetail",
            "PartyDetail",
            "FactDetail",
            "ExerciseDetail",
            "InstrumentDetail",
            "DocumentDetail",
            "KeptExportsPage");

    private RepresentationDescriber() {}

    static void in(OpenAPI api) {
        api.getPaths().getPathItems().values().forEach(item -> Optional.ofNullable(item.getGET())
                .ifPresent(read -> content(read)
                        .filter(content -> isLinked(content.getMediaType(JSON)))
                        .ifPresent(content -> describe(read, content))));
    }

    private static Optional<Content> content(Operation read) {
        return Optional.ofNullable(read.getResponses().getAPIResponse("200")).map(answer -> answer.getContent());
    }

    private static boolean isLinked(MediaType json) {
        return json != null
                && json.getSchema() != null
                && json.getSchema().getRef() != null
                && LINKED.contains(json.getSchema().getRef().replaceFirst(".*/", ""));
    }

    private static void describe(Operation read, Content content) {
        content.addMediaType(
                Representation.JSON_LD.mediaType().toString(),
                createMediaType().schema(createSchema().type(List.of(SchemaType.OBJECT))));
        read.addParameter(format());
    }

    private static Parameter format() {
        return createParameter()
                .name(Representation.PARAMETER)
                .in(In.QUERY)
                .description("`jsonld` for JSON-LD, like `Accept: application/ld+json`. Default: `Accept` decides.")
                .schema(createSchema()
                        .type(List.of(SchemaType.STRING))
                        .enumeration(Arrays.stream(Representation.values())
                                .<Object>map(Representation::label)
                                .toList()));
    }
}
