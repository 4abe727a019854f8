package org.depositary.gateway.read.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.facts.FactPath;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * The metadata and state of a document.
 *
 * @param id the first 32 hexadecimal digits of the SHA-256 of its bytes
 * @param url URL of the document
 * @param status {@code received}, or the result of text extraction: {@code ok}, {@code partial}, …
 * @param rights {@code public}, or {@code restricted}: text and bytes need the contributor role
 * @param mediaType media type of its bytes
 * @param bytes size of the file
 * @param sha256 SHA-256 of its bytes, in hexadecimal
 * @param filename name of the file that was sent
 * @param language BCP 47 code of the language of most of the text
 * @param title its title
 * @param date the date that it bears
 * @param place where it was made
 * @param publisher who published it
 * @param author who wrote it
 * @param type kind of document
 * @param pages the number of its pages
 * @param characters length of the text in Unicode code points
 * @param passages number of passages
 * @param problem what went wrong in text extraction, as text for people
 * @param extraction the number of the extraction, from 1; each retry adds one
 * @param tool what extracted the text, such as {@code depositary 4; pdfbox 3.0.7}
 * @param takenDown present if bytes and text were erased
 * @param signatories those who signed the document, as printed
 * @param origins for each metadata field, where it was read
 * @param conflicts the metadata fields with different values at different places
 */
public record DocumentItem(
        String id,
        String url,
        String status,
        String rights,
        Optional<String> mediaType,
        Optional<Long> bytes,
        Optional<String> sha256,
        Optional<String> filename,
        @JsonInclude(Include.ALWAYS) Optional<String> language,
        @JsonInclude(Include.ALWAYS) Optional<String> title,
        @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> date,
        @JsonInclude(Include.ALWAYS) Optional<String> place,
        @JsonInclude(Include.ALWAYS) Optional<String> publisher,
        @JsonInclude(Include.ALWAYS) Optional<String> author,
        @JsonInclude(Include.ALWAYS) Optional<String> type,
        @JsonInclude(Include.ALWAYS) Optional<Long> pages,
        @JsonInclude(Include.ALWAYS) Optional<Long> characters,
        @JsonInclude(Include.ALWAYS) Optional<Long> passages,
        @JsonInclude(Include.ALWAYS) Optional<String> problem,
        Optional<Long> extraction,
        Optional<String> tool,

        Optional<Takedown> takenDown,

        List<String> signatories,
        Map<String, FieldOrigin> origins,
        List<FieldConflict> conflicts) {

    static DocumentItem read(ResultRow row) throws SQLException {
        var details = row.json("details");
        var id = row.text("id");
        return new DocumentItem(
                id,
                FactPath.of("document", id),
                row.text("status"),
                row.text("rights"),
                JsonFieldReader.text(details, "mediaType"),
                JsonFieldReader.number(details, "bytes"),
                JsonFieldReader.text(details, "sha256"),
                JsonFieldReader.text(details, "filename"),
                JsonFieldReader.text(details, "language"),
                JsonFieldReader.text(details, "title"),
                JsonFieldReader.text(details, "date").map(PartialDate::parse).map(EffectiveDate::of),
                JsonFieldReader.text(details, "place"),
                JsonFieldReader.text(details, "publisher"),
                JsonFieldReader.text(details, "author"),
                JsonFieldReader.text(details, "type"),
                JsonFieldReader.number(details, "pages"),
                JsonFieldReader.number(details, "characters"),
                JsonFieldReader.number(details, "passages"),
                JsonFieldReader.text(details, "problem"),
                JsonFieldReader.number(details, "extraction"),
                JsonFieldReader.text(details, "tool"),
                row.optional("taken_down", Takedown.class),
                JsonFieldReader.elements(details.path("signatories"))
                        .map(JsonNode::asText)
                        .toList(),
                FieldOrigin.read(details),
                FieldConflict.read(details));
    }
}
