package org.depositary.gateway.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.LanguagePreference;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** What every read takes. {@code after} and {@code prefer} are told here; {@link AwaitedWrites} has waited by then. */
public record ReadParameters(
        @Parameter(description = "An instant (RFC 3339) or a cursor: the answer is as it was known then. Default: now.")
        @RestQuery("known-at")
        Optional<String> knownAt,

        @Parameter(
                description = "The effective day, YYYY-MM-DD. Default: today (UTC).",
                schema = @Schema(type = SchemaType.STRING, format = "date"))
        @RestQuery
        Optional<String> on,

        @Parameter(description = "A language for names (BCP 47); goes before Accept-Language.") @RestQuery
        Optional<String> lang,

        @RestHeader("Accept-Language") Optional<String> acceptLanguage,

        @RestHeader("If-None-Match") Optional<String> ifNoneMatch,

        @Parameter(description = "A Depositary-Version this answer must already have; repeatable.")
        @RestHeader("Depositary-After")
        List<String> after,

        @Parameter(description = "wait=<seconds>: how long to wait for Depositary-After.") @RestHeader("Prefer")
        Optional<String> prefer) {

    /** What {@code on} means to a list that goes from beginning to end. */
    public static final String ON_OR_ALL = "The effective day, YYYY-MM-DD. Without it, all times are told.";

    public Optional<LocalDate> day() {
        return on.map(ReadParameters::day);
    }

    LanguagePreference languages() {
        return LanguagePreference.of(lang, acceptLanguage);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw InvalidParameter.of("on", "'%s' is no day such as 2005-07-05".formatted(text));
        }
    }
}
