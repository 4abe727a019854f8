package org.depositary.eventsourcing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A request that is refused, with the words for whoever sent it.
 *
 * <p>The one way to refuse anywhere in the code; one place turns it into
 * {@code application/problem+json} (RFC 9457).
 */
public final class Problem extends RuntimeException {

    /** One thing wrong with the input: where (RFC 6901 pointer in URI fragment form, {@code #/effective}) and what. */
    public record Flaw(String pointer, String detail) {

        /** A flaw at the given path below the body, {@code "effective"} or {@code "sources/0/quote"}. */
        public static Flaw at(String path, String detail) {
            return new Flaw(path.isEmpty() ? "#" : "#/" + path, detail);
        }

        /** The same flaw, seen from an enclosing document: item 2 of an array puts {@code 2} before its pointers. */
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

    /** A refusal of the given type. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), List.of());
    }

    /** A refusal that points at what is wrong in the body. */
    public static Problem of(ProblemType type, List<Flaw> flaws) {
        var first = flaws.getFirst();
        var detail = first.pointer() + ": " + first.detail()
                + (flaws.size() == 1 ? "" : " (and %d more)".formatted(flaws.size() - 1));
        return new Problem(type, detail, flaws, List.of());
    }

    /** Well-formed but invalid input: 422 with one pointer. */
    public static Problem invalid(String path, String detail) {
        return of(ProblemType.INVALID, List.of(Flaw.at(path, detail)));
    }

    /** Nothing stands under that name: 404. */
    public static Problem notFound(String detail) {
        return of(ProblemType.NOT_FOUND, detail);
    }

    /**
     * The same problem, which is about other recorded facts.
     *
     * @param addresses paths such as {@code /api/membership-changes/<id>}; each must answer
     */
    public Problem conflictingWith(List<String> addresses) {
        return new Problem(type, getMessage(), flaws, addresses);
    }

    /** The same problem, told about item {@code index} of an array. */
    public Problem inItem(int index) {
        var below = flaws.isEmpty()
                ? List.of(new Flaw("#/" + index, getMessage()))
                : flaws.stream().map(flaw -> flaw.below(String.valueOf(index))).toList();
        return new Problem(type, "Item %d: %s".formatted(index, getMessage()), below, conflictsWith);
    }

    /** The same problem, told about what stands in the field. */
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

    /** The addresses of the recorded facts that are in the way; none when no other fact is. */
    public List<String> conflictsWith() {
        return conflictsWith;
    }

    public Optional<Duration> retryAfter() {
        return type.retryAfter();
    }
}
