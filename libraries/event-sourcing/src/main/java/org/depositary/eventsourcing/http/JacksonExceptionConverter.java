package org.depositary.eventsourcing.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;

/** Converts Jackson's exceptions to problems with a JSON pointer and without names of Java classes. */
public final class JacksonExceptionConverter {

    private JacksonExceptionConverter() {}

    /** A problem for a body that is not JSON: status 400. */
    public static Problem malformed(JsonProcessingException failure) {
        var where = failure.getLocation();
        var place = where == null ? "" : " (line %d, column %d)".formatted(where.getLineNr(), where.getColumnNr());
        return Problem.of(ProblemType.MALFORMED, "The body is not JSON" + place + ": " + failure.getOriginalMessage());
    }

    /** A problem for JSON with a wrong field or value: status 422 with a pointer to the field. */
    public static Problem invalid(JsonMappingException failure) {
        if (failure.getCause() instanceof StreamReadException broken && !(broken instanceof InputCoercionException)) {
            return malformed(broken);
        }
        if (failure.getCause() instanceof Problem problem) {
            return problem;
        }
        return Problem.of(ProblemType.INVALID, List.of(Flaw.at(path(failure), detail(failure))));
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/"));
    }

    private static String detail(JsonMappingException failure) {
        if (failure.getCause() instanceof IllegalArgumentException reason) {
            return reason.getMessage();
        }
        if (failure.getCause() instanceof InputCoercionException) {
            return "This number is out of range";
        }
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                "Unknown field. Known fields: "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case InvalidFormatException format ->
                "%s is not an allowed value of this field".formatted(format.getValue());
            default -> plain(failure.getOriginalMessage());
        };
    }

    /** The message of Jackson without the part that names Java classes. */
    private static String plain(String message) {
        return message.contains("from Array value")
                ? "An array is not allowed here"
                : message.contains("from Object value") || message.contains("START_OBJECT")
                        ? "An object is not allowed here"
                        : message.contains("from String value")
                                ? "Text is not allowed here"
                                : "This value is not allowed here";
    }
}
