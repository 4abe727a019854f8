package org.depositary.eventsourcing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An exception that refuses a request, with a message for the client.
 *
 * <p>All code refuses requests by throwing this exception. {@code ProblemMappers} converts it to {@code
 * application/problem+json} (RFC 9457).
 */
public final class Problem extends RuntimeException {

    /**
     * One error in the input.
     *
     * @param pointer a JSON pointer as URI fragment (RFC 6901): {@code #/effective}
     * @param detail what is wrong
     */
    public record Flaw(String pointer, String detail) {

        /** A flaw in the field at this path in the body, for example {@code effective} or {@code sources/0/quote}. */
        public static Flaw at(String path, String detail) {
            return new Flaw(path.isEmpty() ? "#" : "#/" + path, detail);
        }

        /** Returns this flaw with {@code parent} put before its pointer, for an object inside an array or a field. */
        public Flaw below(String parent) {
            return new Flaw("#/" + parent + pointer.substring(1), detail);
        }
    }

    private final transient ProblemType type;
    private final transient List<Flaw> flaws;
    private final transient List<String> conflictsWith;

    private Problem(ProblemType type, String detail, List<Flaw> flaws, List<String> conflictsWith) {
        super(detail, null, false, false);
        this.type = type;
        this.flaws = List.copyOf(flaws);
        this.conflictsWith = List.copyOf(conflictsWith);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), List.of());
    }

    /** A refusal with several flaws, each with a pointer to the wrong field. */
    public static Problem of(ProblemType type, List<Flaw> flaws) {
        var first = flaws.getFirst();
        var detail = first.pointer() + ": " + first.detail()
                + (flaws.size() == 1 ? "" : " (and %d more)".formatted(flaws.size() - 1));
        return new Problem(type, detail, flaws, List.of());
    }

    /** The body is valid JSON, but the field at this path is invalid: status 422 with one pointer. */
    public static Problem invalid(String path, String detail) {
        return of(ProblemType.INVALID, List.of(Flaw.at(path, detail)));
    }

    /** No resource has the requested id: status 404. */
    public static Problem notFound(String detail) {
        return of(ProblemType.NOT_FOUND, detail);
    }

    /**
     * Returns this problem with the URL paths of the recorded facts that conflict with the request.
     *
     * @param addresses paths such as {@code /api/membership-changes/<id>}; a GET of each succeeds
     */
    public Problem conflictingWith(List<String> addresses) {
        return new Problem(type, getMessage(), flaws, addresses);
    }

    /** Returns this problem with its pointers put below item {@code index} of an array in the body. */
    public Problem inItem(int index) {
        var below = flaws.isEmpty()
                ? List.of(new Flaw("#/" + index, getMessage()))
                : flaws.stream().map(flaw -> flaw.below(String.valueOf(index))).toList();
        return new Problem(type, "Item %d: %s".formatted(index, getMessage()), below, conflictsWith);
    }

    /** Returns this problem with its pointers put below this field of the body. */
    public Problem inField(String field) {
        return flaws.isEmpty()
                ? this
                : of(type, flaws.stream().map(flaw -> flaw.below(field)).toList())
                        .conflictingWith(conflictsWith);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return getMessage();
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    /** The URL paths of the recorded facts that conflict with the request. Empty if none does. */
    public List<String> conflictsWith() {
        return conflictsWith;
    }

    public Optional<Duration> retryAfter() {
        return type.retryAfter();
    }
}
