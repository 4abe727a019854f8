package org.depositary.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Gathers what is wrong with a statement: all of it at once, each flaw with the pointer to its place. */
public final class Flaws {

    private final List<Flaw> found = new ArrayList<>();

    /** All of it, in the order it was found. */
    public List<Flaw> found() {
        return List.copyOf(found);
    }

    /** The detail is told, unless the condition holds. */
    public void unless(boolean holds, String pointer, String detail) {
        if (!holds) {
            found.add(new Flaw(pointer, detail));
        }
    }

    /** @param longest in code points */
    public void text(String pointer, Optional<String> text, int longest) {
        text.flatMap(given -> Text.flaw(pointer, given, longest)).ifPresent(found::add);
    }

    /** The party must not be a state. */
    public void organization(String pointer, Party party) {
        unless(!Parties.isState(party), pointer, "%s is a state; an organisation's id is needed.".formatted(party));
    }

    /** Looks at each element, unless there are too many. */
    public <T> void each(String pointer, List<T> list, int most, BiConsumer<String, T> check) {
        if (list.size() > most) {
            found.add(new Flaw(pointer, "At most %d are taken.".formatted(most)));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            check.accept(Flaw.pointer(pointer, i), list.get(i));
        }
    }

    /** A list as a record keeps it: one that is absent is empty, and elements that are absent stay to be told. */
    public static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(given));
    }
}
