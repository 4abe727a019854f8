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

    /**
     * Adds a violation if the text is present and {@link TextValidator} rejects it.
     *
     * @param longest the maximum length in code points
     */
    public void checkText(String pointer, Optional<String> text, int longest) {
        text.flatMap(given -> TextValidator.violation(pointer, given, longest)).ifPresent(violations::add);
    }

    /**
     * Checks each element of a list. A list with more than {@code most} elements gives one violation, and its
     * elements are not checked.
     */
    public <T> void checkEach(String pointer, List<T> list, int most, BiConsumer<String, T> check) {
        if (list.size() > most) {
            violations.add(new Violation(pointer, "At most %d are allowed.".formatted(most)));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            check.accept(Violation.pointer(pointer, i), list.get(i));
        }
    }

    /**
     * Returns an unmodifiable copy of the list, or an empty list for {@code null}. Null elements stay in the list, so
     * that a later check can report them.
     */
    public static <T> List<T> orEmpty(List<T> given) {
        return given == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(given));
    }
}
