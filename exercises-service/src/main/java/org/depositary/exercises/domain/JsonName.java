package org.depositary.exercises.domain;

import java.util.Arrays;
import java.util.stream.Collectors;

/** From the name in JSON back to the constant. */
final class JsonName {

    private JsonName() {}

    static <E extends Enum<E>> E constant(E[] constants, String json) {
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(json))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'%s' is none of %s.".formatted(json, names(constants))));
    }

    private static <E extends Enum<E>> String names(E[] constants) {
        return Arrays.stream(constants).map(E::toString).collect(Collectors.joining(", "));
    }
}
