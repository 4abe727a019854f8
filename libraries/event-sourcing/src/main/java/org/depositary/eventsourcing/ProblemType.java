package org.depositary.eventsourcing;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The types of refusals, each with its HTTP status.
 *
 * <p>{@code /problems/<slug>} is the {@code type} of the response (RFC 9457) and the URL of the page that explains the
 * type.
 */
public enum ProblemType {
    MALFORMED(
            "malformed",
            400,
            "The request cannot be parsed",
            "The body is not valid JSON, or a header or a parameter cannot be parsed. Nothing was recorded."),
    BAD_QUERY(
            "bad-query",
            400,
            "A query parameter is wrong",
            "A parameter in the address is unknown or has an invalid value."),
    QUERY_TOO_COSTLY(
            "query-too-costly",
            400,
            "The GraphQL document is over a limit",
            "The error states the limit. Ask for fewer items (first), for fewer levels, or send several documents. Nothing was executed."),
    UNAUTHENTICATED(
            "unauthenticated",
            401,
            "A valid token is needed",
            "Send an OpenID Connect bearer token that this installation accepts, and that has not expired."),
    FORBIDDEN(
            "forbidden",
            403,
            "The role of the token is not sufficient",
            "Curators record facts, contributors send documents, administrators import and take down."),
    CSRF(
            "csrf",
            403,
            "The CSRF token is missing or wrong",
            "A command with a session cookie needs header X-CSRF-Token with the csrfToken of /api/session, and must come from a page of this origin. A command with a bearer token needs neither."),
    FOREIGN_ORIGIN(
            "foreign-origin",
            403,
            "Pages of other origins may only read",
            "A browser sent this command for a page of another origin. Programs send no Origin header. For a page of this installation, use the address of depositary.public-url."),
    NOT_FOUND("not-found", 404, "Nothing exists at this address", "Check the id. The register never deletes a fact."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            "Method not allowed at this address",
            "The Allow header lists the allowed methods."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "No acceptable media type",
            "None of the media types of the Accept header is available."),
    CONFLICT(
            "conflict",
            409,
            "Conflict with recorded facts",
            "The detail describes the conflict. conflictsWith has the addresses of the recorded facts."),
    TIMELINE_CONFLICT(
            "timeline-conflict",
            409,
            "The change does not fit the party's timeline",
            "A party can leave an organisation only after it joined, and cannot join twice. conflictsWith has the addresses of the conflicting recorded changes: correct or retract those first. Send changes that depend on each other as one array."),
    ALREADY_RETRACTED(
            "already-retracted",
            409,
            "The fact has been retracted",
            "A retracted fact cannot be corrected. Record a new fact if it is true after all."),
    UNKNOWN_CURSOR(
            "unknown-cursor",
            410,
            "Unknown cursor",
            "Another installation issued the cursor, or this one issued it before a restore. Read a snapshot and continue from its Depositary-Cursor."),
    REPORT_DELETED(
            "report-deleted",
            410,
            "The report was deleted",
            "Reports of imports are deleted some time after the import has ended. Its counts stay, and so do the facts that it recorded. Correct or retract those one by one."),
    TAKEN_DOWN(
            "taken-down",
            410,
            "The document was taken down",
            "An administrator had these bytes and their text erased. The detail has the reason. The bytes are refused until an administrator lifts the takedown."),
    STALE(
            "stale",
            412,
            "The stream changed since you read it",
            "The stream has a newer version than If-Match. Read it again."),
    TOO_LARGE("too-large", 413, "The body is too large", "The detail states the limit. Nothing was stored."),
    URI_TOO_LONG(
            "uri-too-long",
            414,
            "The URL is too long",
            "The detail states the limit. Use fewer filter values, or several requests."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "Media type not supported",
            "Send application/json, or a media type that the API describes."),
    RANGE_NOT_SATISFIABLE(
            "range-not-satisfiable",
            416,
            "The range is not in the document",
            "Content-Range has the length of the document in bytes."),
    INVALID(
            "invalid",
            422,
            "The request is invalid",
            "The body is well-formed, but its content is not valid. See errors."),
    UNKNOWN_PARTY(
            "unknown-party",
            422,
            "Unknown party",
            "A party is an ISO 3166-1 code, an ISO 3166-3 code of a former state, cow:NNN, an organisation's slug, or a name that is unambiguous."),
    MISQUOTED(
            "misquoted",
            422,
            "The passage does not contain the quote",
            "A quote must match its passage word for word; white space is ignored."),
    KEY_REUSED(
            "key-reused",
            422,
            "The idempotency key was used for another request",
            "Use a new Idempotency-Key for every new request. Repeat a key only with the same body."),
    RATE_LIMITED(
            "rate-limited",
            429,
            "Too many requests",
            "RateLimit-Policy has your limit, RateLimit what is left of it. Retry after Retry-After. A token of your own has a limit of its own."),
    HEADERS_TOO_LARGE(
            "headers-too-large", 431, "The header of the request is too large", "The detail states the limit."),
    INTERNAL("internal", 500, "Internal error", "The error was logged. Acknowledged writes are not lost."),
    UNAVAILABLE("unavailable", 503, "A part of the installation is not available", "Retry after Retry-After."),
    BUSY("busy", 503, "Too many concurrent writes to this stream", "Nothing was recorded. Retry after Retry-After."),
    PASSAGE_NOT_YET_KNOWN(
            "passage-not-yet-known",
            503,
            "The cited document is not known yet",
            "Its text may not have arrived yet. Nothing was recorded. Retry after Retry-After."),
    NOT_YET_PROJECTED(
            "not-yet-projected",
            503,
            "The write has not been projected yet",
            "The write is stored, but the read model did not reach it within the requested time. Retry after Retry-After."),
    PARKED(
            "parked",
            503,
            "The stream is parked",
            "An event of this stream could not be projected. An operator must resolve it. Other streams continue.");

    private static final Duration SOON = Duration.ofSeconds(1);

    private final String slug;
    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(String slug, int status, String title, String explanation) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public static Optional<ProblemType> bySlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    /** The value of field {@code type} in the response, for example {@code /problems/stale}. */
    public String uri() {
        return "/problems/" + slug;
    }

    /** The time that a client should wait before a retry. Empty if a retry does not help. */
    public Optional<Duration> retryAfter() {
        return status == 503 || status == 429 ? Optional.of(SOON) : Optional.empty();
    }

    /** Whether the refusal is stored under the idempotency key, so that a repeated request gets the same response. */
    public boolean isKept() {
        return status == 409 || status == 422 && this != KEY_REUSED;
    }
}
