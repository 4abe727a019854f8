package org.depositary.facts.command;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The OpenAPI schemas that all commands on facts share. */
final class FactOpenApiSchemas {

    private FactOpenApiSchemas() {}

    static Map<String, Schema> all() {
        return Map.of(
                "Source", source(),
                "Reason", reason(),
                "Correction", correction(),
                "Claim", claim(),
                "Recorded", recorded(),
                "Problem", problem());
    }

    static Schema ref(String name) {
        return createSchema().ref("#/components/schemas/" + name);
    }

    private static Schema source() {
        return object("A passage of a document, an outside reference, or both")
                .addProperty("document", text("The id of a document sent to this register"))
                .addProperty("anchor", text("The passage in it"))
                .addProperty("quote", text("Words of that passage; they are checked"))
                .addProperty("title", text("What an outside reference is called"))
                .addProperty("author", text("Who wrote it"))
                .addProperty("published", text("When, as an EDTF date"))
                .addProperty("uri", text("Where it can be read").format("uri"))
                .addProperty("locator", text("Where in it: p. 12"))
                .addProperty(
                        "covers",
                        text("The time for which the source speaks, an EDTF interval such as 1816/2014. What it leaves "
                                + "open is only possible after that. The commands that take sources also take covers, "
                                + "for all of them"));
    }

    private static Schema reason() {
        return object("Why the fact is taken back, or the claim preferred or withdrawn")
                .addProperty("reason", text("Why"))
                .required(List.of("reason"));
    }

    private static Schema correction() {
        return object("The fields that change, with their new values; null takes an optional field away")
                .addProperty("reason", text("Why"))
                .addProperty(
                        "sources",
                        listOf("Source")
                                .description("The sources of what was recorded, as it is corrected; none: as before"))
                .required(List.of("reason"))
                .additionalPropertiesBoolean(true);
    }

    private static Schema claim() {
        return object("What another source says of the fact: the fields in which it differs, or that it never happened")
                .addProperty(
                        "value",
                        object("The fields that differ, with their values; null: there is no such thing")
                                .additionalPropertiesBoolean(true))
                .addProperty(
                        "holds",
                        createSchema()
                                .addType(SchemaType.BOOLEAN)
                                .description("false: it never happened; then no value"))
                .addProperty("sources", listOf("Source").description("Those that say so"))
                .required(List.of("sources"));
    }

    private static Schema recorded() {
        return object("What was recorded")
                .addProperty("id", text("The fact's id"))
                .addProperty("location", text("The fact's address"))
                .addProperty("version", text("The version of its stream, <stream>@<version>"))
                .addProperty(
                        "claim",
                        createSchema()
                                .addType(SchemaType.INTEGER)
                                .description("The number of the claim, when it is one"))
                .addProperty("warnings", array(text("Accepted, but looks odd")))
                .required(List.of("id", "location", "version"));
    }

    private static Schema problem() {
        var violation = object("One thing wrong")
                .addProperty("pointer", text("Where: a JSON pointer as URI fragment (RFC 6901)"))
                .addProperty("detail", text("What"));
        return object("A refusal (RFC 9457)")
                .addProperty("type", text("/problems/<slug>, a page that explains it"))
                .addProperty("title", text("The kind of refusal"))
                .addProperty("status", createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("This refusal"))
                .addProperty("errors", array(violation))
                .addProperty(
                        "conflictsWith",
                        array(text("The address of a recorded fact that is in the way, /api/membership-changes/<id>")))
                .required(List.of("type", "title", "status"));
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
