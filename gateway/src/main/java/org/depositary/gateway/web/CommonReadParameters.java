package org.depositary.gateway.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.LanguagePreference;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The query parameters and headers of every read. {@code after} and {@code prefer} are only declared for the OpenAPI
 * document; {@link AwaitWritesFilter} handles them before the read.
 */
public record CommonReadParameters(
        @Parameter(
                description =
                        "An instant (RFC 3339) or a cursor: the response shows the register as known then. Default: now.")
        @RestQuery("known-at")
        Optional<String> knownAt,

        @Parameter(
                description = "The effective day, YYYY-MM-DD. Default: today (UTC).",
                schema = @Schema(type = SchemaType.STRING, format = "date"))
        @RestQuery
        Optional<String> on,

        @Parameter(description = "A language for names (BCP 47). Overrides Accept-Language.") @RestQuery
        Optional<String> lang,

        @RestHeader("Accept-Language") Optional<String> acceptLanguage,

        @RestHeader("If-None-Match") Optional<String> ifNoneMatch,

        @Parameter(description = "A Depositary-Version that the response must include; repeatable.")
        @RestHeader("Depositary-After")
        List<String> after,

        @Parameter(description = "wait=<seconds>: the time limit for Depositary-After.") @RestHeader("Prefer")
        Optional<String> prefer) {

    /** The description of parameter {@code on} for a list that contains items of all times. */
    public static final String ON_OR_ALL = "The effective day, YYYY-MM-DD. Default: all days.";

    public Optional<LocalDate> day() {
        return on.map(CommonReadParameters::day);
    }

    public LanguagePreference languages() {
        return lang.map(CommonReadParameters::language)
                .or(() -> acceptLanguage.flatMap(LanguagePreference::parse))
                .orElse(LanguagePreference.ENGLISH);
    }

    public AsOfPoint asOf() {
        var position = knownAt.flatMap(Cursor::parse);
        var recorded = position.isPresent() ? Optional.<Instant>empty() : knownAt.map(CommonReadParameters::instant);
        return new AsOfPoint(position, recorded, day().orElseGet(() -> LocalDate.now(Clock.systemUTC())), languages());
    }

    private static LanguagePreference language(String text) {
        return LanguagePreference.parse(text)
                .orElseThrow(() -> InvalidParameterProblem.of(
                        "lang", "'%s' is not a BCP 47 language tag, such as en".formatted(text)));
    }

    private static Instant instant(String text) {
        try {
            // An unencoded plus sign in the URL arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw InvalidParameterProblem.of(
                    "known-at",
                    "'%s' is neither an instant, such as 2026-01-31T12:00:00Z, nor a cursor".formatted(text));
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw InvalidParameterProblem.of("on", "'%s' is not a day, such as 2005-07-05".formatted(text));
        }
    }
}
