package org.depositary.documents.command;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.depositary.documents.domain.DocumentMetadata;
import org.depositary.documents.domain.DocumentRights;
import org.depositary.eventsourcing.Problem;
import org.depositary.vocabulary.dates.PartialDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The metadata of a document in a request. */
@Schema(name = "Metadata")
public record DocumentMetadataBody(
        Optional<String> title,
        Optional<String> author,

        @Schema(description = "EDTF", examples = "2005-07-05")
        Optional<String> date,

        Optional<String> place,
        Optional<String> publisher,
        @Schema(examples = "declaration") Optional<String> type,
        @Schema(description = "BCP 47", examples = "nl") Optional<String> language,
        @Schema(enumeration = {"restricted", "public"}) Optional<String> rights,

        @Schema(description = "Reason for a correction. Not allowed in an upload.")
        Optional<String> reason,

        @Schema(description = "Those who signed the document, as printed: 1 to 200 names of at most 300 characters")
        Optional<List<String>> signatories) {

    static final DocumentMetadataBody NOTHING = new DocumentMetadataBody(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static final int LONGEST = 2_000;
    private static final int MOST_SIGNATORIES = 200;

    /** Longer names of all signatories could make the event larger than a Kafka record may be. */
    private static final int LONGEST_NAME = 300;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /**
     * Validates the fields and converts them to metadata.
     *
     * @throws Problem 422 with a pointer to the invalid field
     */
    DocumentMetadata metadata() {
        return new DocumentMetadata(
                text("title", title),
                text("author", author),
                text("date", date).map(DocumentMetadataBody::edtf),
                text("place", place),
                text("publisher", publisher),
                text("type", type).map(DocumentMetadataBody::slug),
                text("language", language).map(DocumentMetadataBody::languageTag),
                signatories.map(DocumentMetadataBody::names));
    }

    private static List<String> names(List<String> names) {
        if (names.isEmpty() || names.size() > MOST_SIGNATORIES) {
            throw Problem.invalid("signatories", "must have 1 to %d names".formatted(MOST_SIGNATORIES));
        }
        return IntStream.range(0, names.size())
                .mapToObj(i -> text(
                        "signatories/" + i, Optional.of(Objects.requireNonNullElse(names.get(i), "")), LONGEST_NAME))
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<DocumentRights> readRights() {
        return rights.map(word -> switch (word) {
            case "restricted" -> DocumentRights.RESTRICTED;
            case "public" -> DocumentRights.PUBLIC;
            default -> throw Problem.invalid("rights", "must be restricted or public");
        });
    }

    Optional<String> readReason() {
        return text("reason", reason);
    }

    private static Optional<String> text(String field, Optional<String> value) {
        return text(field, value, LONGEST);
    }

    private static Optional<String> text(String field, Optional<String> value, int longest) {
        if (value.filter(it -> it.isBlank() || it.length() > longest).isPresent()) {
            throw Problem.invalid(field, "must have 1 to %d characters".formatted(longest));
        }
        return value.map(String::strip);
    }

    private static String edtf(String date) {
        try {
            return PartialDate.parse(date).edtf();
        } catch (IllegalArgumentException unreadable) {
            throw Problem.invalid("date", unreadable.getMessage());
        }
    }

    private static String slug(String type) {
        if (!SLUG.matcher(type).matches()) {
            throw Problem.invalid("type", "must be one word in lower case, such as declaration");
        }
        return type;
    }

    private static String languageTag(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException illFormed) {
            throw Problem.invalid("language", "must be a BCP 47 language tag, such as nl");
        }
    }
}
