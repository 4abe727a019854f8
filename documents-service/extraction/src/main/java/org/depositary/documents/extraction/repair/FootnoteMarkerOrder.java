package org.depositary.documents.extraction.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.depositary.documents.extraction.repair.FootnoteMarkerRepair.Marker;

/**
 * Aligns the numbers in a text with the numbers of its footnotes: the longest common subsequence. A number without a
 * space before it counts more, because most others are no markers.
 */
final class FootnoteMarkerOrder {

    private static final int GLUED = 4;
    private static final int APART = 1;

    private FootnoteMarkerOrder() {}

    /**
     * Returns the markers that certainly refer to footnotes.
     *
     * @param needsNeighbour whether the marker before or after must be in the text too
     */
    static List<Marker> certain(List<Marker> markers, List<Integer> notes, boolean needsNeighbour) {
        List<Integer> aligned = align(markers, notes);
        // If most markers are missing, other numbers may stand in their order by chance.
        if (aligned.size() * 2 <= notes.size()) {
            return List.of();
        }
        Set<Integer> found = aligned.stream().map(i -> markers.get(i).number()).collect(Collectors.toSet());
        List<Marker> certain = new ArrayList<>();
        for (int i = 0; i < aligned.size(); i++) {
            Marker marker = markers.get(aligned.get(i));
            int after = i == 0 ? -1 : aligned.get(i - 1);
            int before = i + 1 == aligned.size() ? markers.size() : aligned.get(i + 1);
            boolean alone = IntStream.range(after + 1, before)
                            .mapToObj(markers::get)
                            .filter(other -> other.glued() && other.number() == marker.number())
                            .count()
                    == 1;
            boolean neighbour = found.contains(marker.number() - 1) || found.contains(marker.number() + 1);
            if (marker.glued() && alone && (neighbour || !needsNeighbour)) {
                certain.add(marker);
            }
        }
        return certain;
    }

    /** Returns the indexes of the markers in the best alignment, in order. */
    private static List<Integer> align(List<Marker> markers, List<Integer> notes) {
        int[][] best = new int[markers.size() + 1][notes.size() + 1];
        for (int i = markers.size() - 1; i >= 0; i--) {
            for (int j = notes.size() - 1; j >= 0; j--) {
                best[i][j] = Math.max(Math.max(best[i + 1][j], best[i][j + 1]), matched(markers, notes, best, i, j));
            }
        }
        List<Integer> aligned = new ArrayList<>();
        for (int i = 0, j = 0; i < markers.size() && j < notes.size(); ) {
            if (best[i][j] == matched(markers, notes, best, i, j)) {
                aligned.add(i);
                i++;
                j++;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return aligned;
    }

    private static int matched(List<Marker> markers, List<Integer> notes, int[][] best, int i, int j) {
        Marker marker = markers.get(i);
        return marker.number() == notes.get(j) ? best[i + 1][j + 1] + (marker.glued() ? GLUED : APART) : -1;
    }
}
