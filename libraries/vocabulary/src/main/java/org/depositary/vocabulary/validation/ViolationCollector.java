package org.depositary.vocabulary.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Collects all violations of one statement, each with the pointer to its field. */
public final class ViolationCollector {

    private final List<Violation> violations = new ArrayList<>();

    /** Returns the violations in the order in which they were added. */
    public List<Violation> list() {
        return List.copyOf(violations);
    }

    /** Adds a violation if the condition is false. */
    public void require(boolean condition, String pointer, String detail) {
        if (!condition) {
            violations.add(new Violation(pointer, detail));
        }
    }

    /** @param longest in code points */
    public void checkText(String pointer, Optional<String> text, int longest) {
        text.flatMap(given -> TextValidator.violation(pointer, given, longest)).ifPresent(violations::add);
    }

    /** Checks each element, unless the list has more than {@code most}. */
    public <T> void checkEach(String pointer, List<T> list, int most, BiConsumer<String, T> check) {
        if (list.size() > most) {
            violations.add(new Violation(pointer, "At most %d are taken.".formatted(most)));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            check.accept(Violation.pointer(pointer, i), list.get(i));
        }
    }

    /** Returns an unmodifiable copy; {@code null} gives an empty list. Null elements stay, so that a check reports them. */
    public static <T> List<T> orEmpty(List<T> given) {
        return given == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(given));
    }
}
