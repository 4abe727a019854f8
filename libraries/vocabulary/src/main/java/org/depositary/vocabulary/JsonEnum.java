package org.depositary.vocabulary;

import java.util.Arrays;
import java.util.stream.Collectors;

/** From the name in JSON, which is what {@code toString} gives, back to the constant. */
public final class JsonEnum {

    private JsonEnum() {}

    /** @throws IllegalArgumentException that lists the constants, if it is none of them */
    public static <E extends Enum<E>> E parse(E[] constants, String json) {
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
