package org.depositary.vocabulary.validation;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Finds the enum constant for a name used in JSON, which is the {@code toString} of the constant. */
public final class JsonEnumParser {

    private JsonEnumParser() {}

    /**
     * Returns the constant with this name in JSON.
     *
     * @throws IllegalArgumentException if none matches; the message lists all names
     */
    public static <E extends Enum<E>> E parse(E[] constants, String json) {
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(json))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is unknown. Use one of: %s.".formatted(json, names(constants))));
    }

    private static <E extends Enum<E>> String names(E[] constants) {
        return Arrays.stream(constants).map(E::toString).collect(Collectors.joining(", "));
    }
}
