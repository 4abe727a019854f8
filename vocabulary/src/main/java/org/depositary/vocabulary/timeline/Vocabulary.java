package org.depositary.vocabulary.timeline;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Finds the constant that a JSON name stands for. */
final class Vocabulary {

    private Vocabulary() {}

    static <E extends Enum<E>> E of(E[] constants, String json) {
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(json))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is none of %s."
                        .formatted(
                                json, Arrays.stream(constants).map(E::toString).collect(Collectors.joining(", ")))));
    }
}
