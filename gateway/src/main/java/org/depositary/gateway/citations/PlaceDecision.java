package org.depositary.gateway.citations;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The decision where a citation points to in a new text.
 *
 * @param anchor the passage; empty for an orphan
 * @param place the place of the quote; empty for an orphan, or without a quote
 * @param occurrences the number of places of the quote that were found
 */
record PlaceDecision(Optional<String> anchor, Optional<QuotePlace> place, int occurrences) {

    /** For a citation whose passage still has the quote. */
    static PlaceDecision stays(Citation citation, List<QuotePlace> inPassage) {
        var place = citation.last().flatMap(last -> nearest(inPassage, last)).or(() -> inPassage.stream()
                .findFirst());
        return new PlaceDecision(Optional.of(citation.anchor()), place, inPassage.size());
    }

    static PlaceDecision orphan(int occurrences) {
        return new PlaceDecision(Optional.empty(), Optional.empty(), occurrences);
    }

    /**
     * For a citation whose passage no longer has the quote. It moves to the only place of the quote, or to the one with
     * the words of its last place around it. Without such a place, it is an orphan.
     */
    static PlaceDecision moves(Citation citation, List<QuotePlace> places) {
        var place = places.size() == 1
                ? Optional.of(places.getFirst())
                : citation.last().flatMap(last -> like(places, last));
        return new PlaceDecision(place.map(QuotePlace::anchor), place, places.size());
    }

    /** Of several places with the same words on both sides, the nearest one. Nearness alone does not count. */
    private static Optional<QuotePlace> like(List<QuotePlace> places, QuotePlace last) {
        var same = places.stream().filter(place -> place.hasContextOf(last)).toList();
        return nearest(same, last).or(() -> only(places, place -> place.sharesContextWith(last)));
    }

    private static Optional<QuotePlace> only(List<QuotePlace> places, Predicate<QuotePlace> condition) {
        var found = places.stream().filter(condition).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Optional<QuotePlace> nearest(List<QuotePlace> places, QuotePlace last) {
        return places.stream().min(Comparator.comparingInt(place -> place.distanceTo(last)));
    }
}
