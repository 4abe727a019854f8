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
            "The request cannot be read",
            "The body is not the JSON it claims to be, or a header or a parameter cannot be parsed. Nothing was recorded."),
    BAD_QUERY(
            "bad-query",
            400,
            "A query parameter is wrong",
            "A parameter in the address is unknown here or has a value that it cannot have."),
    UNAUTHENTICATED(
            "unauthenticated",
            401,
            "A valid token is needed",
            "Send an OpenID Connect bearer token that this installation accepts, and that has not expired."),
    FORBIDDEN(
            "forbidden",
            403,
            "The token's role is not enough",
            "Curators record facts, contributors send documents, administrators import and take down."),
    NOT_FOUND(
            "not-found", 404, "Nothing is recorded under this address", "Check the id; nothing is ever deleted here."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            "This address does not take that method",
            "The Allow header lists what it takes."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "No representation fits",
            "None of the media types of the Accept header is available."),
    CONFLICT(
            "conflict",
            409,
            "This contradicts what is recorded",
            "The detail says what it contradicts. conflictsWith has the addresses of the recorded facts."),
    TIMELINE_CONFLICT(
            "timeline-conflict",
            409,
            "The change cannot follow from the party's timeline",
            "A party cannot leave what it is not in, nor join twice. conflictsWith has the addresses of the recorded changes that are in the way: correct or retract those first. Send changes that only make sense together as one array."),
    ALREADY_RETRACTED(
            "already-retracted",
            409,
            "The fact has been retracted",
            "A retracted fact takes no further corrections; record it anew if it holds after all."),
    UNKNOWN_CURSOR(
            "unknown-cursor",
            410,
            "The cursor is unknown here",
            "It was issued by another installation, or before a restore. Take a snapshot and go on from its Depositary-Cursor."),
    REPORT_DELETED(
            "report-deleted",
            410,
            "The report was deleted",
            "Reports of imports are deleted some time after the import has ended. Its counts stay, and so do the facts that it recorded. Correct or retract those one by one."),
    STALE("stale", 412, "Somebody was faster", "The stream has moved on since the version in If-Match. Read it again."),
    TOO_LARGE("too-large", 413, "The body is too large", "The detail tells the limit. Nothing was kept."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "This media type is not taken here",
            "Send application/json, or what the API names."),
    INVALID("invalid", 422, "The request is invalid", "It is well-formed, but its content is not valid; see errors."),
    UNKNOWN_PARTY(
            "unknown-party",
            422,
            "No such party",
            "A party is an ISO 3166-1 code, an ISO 3166-3 code of a former state, cow:NNN, an organisation's slug, or a name that is unambiguous."),
    MISQUOTED(
            "misquoted",
            422,
            "The quote does not stand in its passage",
            "A quote is compared with the passage it names, word for word; white space does not count."),
    KEY_REUSED(
            "key-reused",
            422,
            "The idempotency key was used for another request",
            "Use a new Idempotency-Key for every new request; repeat the same one only with the same body."),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests", "Wait as long as Retry-After says."),
    INTERNAL("internal", 500, "Something failed here", "It has been logged. Nothing that was acknowledged is lost."),
    UNAVAILABLE("unavailable", 503, "A part of the installation is not available", "Try again after Retry-After."),
    BUSY("busy", 503, "Too many wrote to this stream at once", "Nothing was recorded. Try again after Retry-After."),
    PASSAGE_NOT_YET_KNOWN(
            "passage-not-yet-known",
            503,
            "The cited document is not known here yet",
            "Its text may still be on the way. Nothing was recorded. Try again after Retry-After."),
    NOT_YET_PROJECTED(
            "not-yet-projected",
            503,
            "The write has not been projected yet",
            "It is safe; the read model has not reached it within the time asked. Try again after Retry-After."),
    PARKED(
            "parked",
            503,
            "The stream is parked",
            "An event of this stream could not be projected; an operator has to look. Other streams go on.");

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

    /** How long a client should wait before a retry. Empty if a retry does not help. */
    public Optional<Duration> retryAfter() {
        return status == 503 || status == 429 ? Optional.of(SOON) : Optional.empty();
    }

    /** Whether the refusal is stored under the idempotency key, so that a repeated request gets the same response. */
    public boolean isKept() {
        return status == 409 || status == 422 && this != KEY_REUSED;
    }
}
