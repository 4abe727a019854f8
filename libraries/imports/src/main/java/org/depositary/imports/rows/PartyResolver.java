package org.depositary.imports.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.PartyLookup;

/** Resolves the names and codes of parties in a file. Caches the results, because rows repeat the same few hundred. */
public final class PartyResolver {

    private static final int MAX_CACHED = 10_000;

    /** @param date present only if the meaning of the text depends on it; parsing dates is expensive */
    private record Key(String text, Optional<String> date) {}

    private sealed interface Result {
        record Resolved(ResolvedParty party) implements Result {}

        record Unknown(String reason) implements Result {}
    }

    private final Map<Key, Result> cache = cache();

    private final Map<String, Boolean> dependOnDate = cache();

    /** Whether the text means different parties at different times, such as {@code cow:365} and "Yemen". */
    private boolean dependsOnDate(String text) {
        return dependOnDate.computeIfAbsent(text, PartyLookup::dependsOnDate);
    }

    /**
     * A party of a file.
     *
     * @param code the canonical code
     * @param asWritten the code in the file, if that code is outside its own time on the date but the party is not
     */
    public record ResolvedParty(String code, Optional<String> asWritten) {}

    /**
     * Resolves a party.
     *
     * @param date the date as written in the file
     * @throws IllegalArgumentException if the party is unknown or ambiguous; the message gives the reason
     */
    public ResolvedParty require(String text, String date) {
        return switch (resolveCached(text, Optional.of(date))) {
            case Result.Resolved(var party) -> party;
            case Result.Unknown(String reason) -> throw new IllegalArgumentException(reason);
        };
    }

    /**
     * Returns the canonical code of a party. Empty if the party is unknown or ambiguous, or depends on a date that is
     * missing.
     */
    public Optional<String> findCode(String text, Optional<String> date) {
        boolean isResolvable = date.isPresent() || !dependsOnDate(text);
        return isResolvable && resolveCached(text, date) instanceof Result.Resolved(var party)
                ? Optional.of(party.code())
                : Optional.empty();
    }

    private static <K, V> Map<K, V> cache() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MAX_CACHED;
            }
        };
    }

    private Result resolveCached(String text, Optional<String> date) {
        return cache.computeIfAbsent(new Key(text, date.filter(given -> dependsOnDate(text))), PartyResolver::resolve);
    }

    private static Result resolve(Key key) {
        try {
            var date = key.date().map(PartialDate::parse);
            var party = PartyLookup.resolve(key.text(), date);
            var asWritten = date.flatMap(given -> DatedParty.codeOutsideItsTime(key.text(), party, given));
            return new Result.Resolved(new ResolvedParty(party.code(), asWritten));
        } catch (IllegalArgumentException unknown) {
            return new Result.Unknown(unknown.getMessage());
        }
    }
}
