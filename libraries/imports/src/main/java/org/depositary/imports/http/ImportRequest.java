package org.depositary.imports.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.imports.file.ImportFileFormat;

/**
 * The parameters of an import request.
 *
 * @param format what each row states; the service defines the formats
 * @param syntax the format of the file; if empty, it is detected
 * @param charset the declared character set; if empty, the file shows it
 * @param covers the time for which the file speaks, as an EDTF interval that the service has validated; empty if the
 *     request states none
 * @param options the other parameters that say how to read the rows; the service defines and validates them
 */
public record ImportRequest(
        String format,
        Optional<ImportFileFormat> syntax,
        Optional<Charset> charset,
        Optional<String> set,
        boolean dryRun,
        boolean allowRetractions,
        Optional<String> covers,
        SortedMap<String, String> options) {

    private static final Pattern SET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    public ImportRequest(
            String format,
            Optional<ImportFileFormat> syntax,
            Optional<Charset> charset,
            Optional<String> set,
            boolean dryRun,
            boolean allowRetractions,
            Optional<String> covers) {
        this(format, syntax, charset, set, dryRun, allowRetractions, covers, Collections.emptySortedMap());
    }

    /** @throws Problem 400 if the name of the set is invalid */
    public ImportRequest {
        checkSet(set);
    }

    /** @throws Problem 400 if the name of the set is invalid */
    static void checkSet(Optional<String> set) {
        set.filter(text -> !SET.matcher(text).matches()).ifPresent(text -> {
            throw badQuery("set", "A set must have 1 to 100 characters: letters, digits and . _ : -");
        });
    }

    /**
     * Parses a query parameter that is true or false. A parameter without a value is true, a missing one false.
     *
     * @throws Problem 400 if it is neither
     */
    public static boolean flag(String name, Optional<String> given) {
        return given.map(text -> switch (text) {
                    case "true", "" -> true;
                    case "false" -> false;
                    default -> throw badQuery(name + " must be true or false");
                })
                .orElse(false);
    }

    public static Problem badQuery(String detail) {
        return Problem.of(ProblemType.BAD_QUERY, detail);
    }

    /** The problem of one query parameter, with a pointer to it. */
    static Problem badQuery(String parameter, String detail) {
        return Problem.of(ProblemType.BAD_QUERY, List.of(Problem.Flaw.at(parameter, detail)));
    }

    /**
     * Returns the parameters as the text that is hashed for an idempotency key. Stored keys compare it with later
     * requests, so this text must never change for the same parameters. Append a new parameter only if it is present.
     */
    String hashText() {
        return "Asked[format=%s, syntax=%s, set=%s, dryRun=%s, allowRetractions=%s%s]%s%s"
                .formatted(
                        format,
                        hashText(syntax.map(ImportRequest::hashText)),
                        hashText(set),
                        dryRun,
                        allowRetractions,
                        charset.filter(declared -> !declared.equals(StandardCharsets.UTF_8))
                                .map(", charset=%s"::formatted)
                                .orElse(""),
                        covers.map(" covers="::concat).orElse(""),
                        options.isEmpty() ? "" : " options=" + options);
    }

    private static String hashText(ImportFileFormat syntax) {
        return switch (syntax) {
            case CSV -> "CSV";
            case NDJSON -> "NDJSON";
        };
    }

    private static String hashText(Optional<String> value) {
        return value.map("Optional[%s]"::formatted).orElse("Optional.empty");
    }
}
