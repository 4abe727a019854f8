package org.depositary.membership.imports.staging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Parties;

/** The parties that a file names. It repeats the same few hundred in each of its rows, so what was found is remembered. */
final class PartyResolver {

    private static final int REMEMBERED = 10_000;

    /** @param date only where it matters: reading it costs more than all else */
    private record Named(String text, Optional<String> date) {}

    private sealed interface Found {
        record Canonical(String code) implements Found {}

        record Nobody(String reason) implements Found {}
    }

    private final Map<Named, Found> found = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Named, Found> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether the text means another party at another time: a number of a crosswalk does. */
    private static boolean dependsOnTime(String text) {
        return text.indexOf(':') >= 0;
    }

    /**
     * The canonical code of a party.
     *
     * @param date as written
     * @throws IllegalArgumentException saying what is wrong with the name
     */
    String code(String text, String date) {
        return switch (find(text, Optional.of(date))) {
            case Found.Canonical(String code) -> code;
            case Found.Nobody(String reason) -> throw new IllegalArgumentException("party: " + reason);
        };
    }

    /** The same; empty when it cannot be told who is meant. */
    Optional<String> codeIfKnown(String text, Optional<String> date) {
        boolean isTold = date.isPresent() || !dependsOnTime(text);
        return isTold && find(text, date) instanceof Found.Canonical(String code)
                ? Optional.of(code)
                : Optional.empty();
    }

    private Found find(String text, Optional<String> date) {
        return found.computeIfAbsent(new Named(text, date.filter(given -> dependsOnTime(text))), PartyResolver::resolve);
    }

    private static Found resolve(Named named) {
        try {
            var when = named.date().map(PartialDate::parse);
            return new Found.Canonical(Parties.resolve(named.text(), when).code());
        } catch (IllegalArgumentException unknown) {
            return new Found.Nobody(unknown.getMessage());
        }
    }
}
