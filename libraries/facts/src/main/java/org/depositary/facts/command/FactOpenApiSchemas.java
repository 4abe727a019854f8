package org.depositary.facts.command;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.List;
import java.util.Map;
import org.depositary.eventsourcing.http.CommandOpenApi;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

final class FactOpenApiSchemas {

    private FactOpenApiSchemas() {}

    static Map<String, Schema> all() {
        return Map.of(
                "Source",
                source(),
                "Reason",
                reason(),
                "Correction",
                correction(),
                "Verification",
                verification(),
                "Claim",
                claim(),
                "Recorded",
                recorded(),
                CommandOpenApi.PROBLEM,
                CommandOpenApi.problem());
    }

    static Schema ref(String name) {
        return createSchema().ref("#/components/schemas/" + name);
    }

    private static Schema source() {
        return object("A passage of a document, a reference outside the register, or both")
                .addProperty("document", text("The id of a document in this register"))
                .addProperty("anchor", text("The passage in the document"))
                .addProperty("quote", text("Words of the passage, which must contain them"))
                .addProperty("title", text("Title of the source"))
                .addProperty("author", text("Author of the source"))
                .addProperty("published", text("Publication date (EDTF)"))
                .addProperty("uri", text("Absolute URI of the source").format("uri"))
                .addProperty("locator", text("Place in the source: p. 12"))
                .addProperty(
                        "covers",
                        text("The time for which the source speaks, an EDTF interval such as 1816/2014. What it leaves "
                                + "open is only possible after that. The commands that take sources also take covers, "
                                + "for all of them"));
    }

    private static Schema reason() {
        return object("The reason for a retraction, or for a preferred or withdrawn claim")
                .addProperty("reason", text("Why"))
                .required(List.of("reason"));
    }

    private static Schema correction() {
        return object("The fields that change, with their new values. null removes an optional field.")
                .addProperty("reason", text("Why"))
                .addProperty(
                        "sources",
                        listOf("Source").description("The sources of the corrected fact. Default: unchanged."))
                .required(List.of("reason"))
                .additionalPropertiesBoolean(true);
    }

    private static Schema verification() {
        return object("The check of a fact against its sources, with the result that it is still right")
                .addProperty(
                        "sources",
                        listOf("Source")
                                .description("The sources that were checked. Default: all sources of the fact. They "
                                        + "are not added to the fact."));
    }

    private static Schema claim() {
        return object("The statement of another source: the fields that differ, or that the fact did not happen")
                .addProperty(
                        "value",
                        object(
                                        "The fields that differ, with their values. null: the source says that this value does not exist.")
                                .additionalPropertiesBoolean(true))
                .addProperty(
                        "holds",
                        createSchema()
                                .addType(SchemaType.BOOLEAN)
                                .description("false: the source says that it did not happen; `value` is then absent"))
                .addProperty("sources", listOf("Source").description("Sources of this claim"))
                .required(List.of("sources"));
    }

    private static Schema recorded() {
        return CommandOpenApi.result("fact")
                .addProperty(
                        "claim",
                        createSchema()
                                .addType(SchemaType.INTEGER)
                                .description("The number of the claim. Only in responses about claims."))
                .addProperty("warnings", array(text("A possible error in the recorded fact")));
    }

    static Schema listOf(String name) {
        return array(ref(name));
    }

    private static Schema object(String description) {
        return createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return createSchema().addType(SchemaType.STRING).description(description);
    }

    private static Schema array(Schema items) {
        return createSchema().addType(SchemaType.ARRAY).items(items);
    }
}
