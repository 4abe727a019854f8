package org.depositary.gateway.read;

import java.util.List;

/**
 * Which page of a list to read.
 *
 * @param size the most items on it
 * @param after the key of the last item of the page before; empty for the first page
 */
public record PageRequest(int size, List<String> after) {

    public boolean isFirst() {
        return after.isEmpty();
    }

    /** The LIMIT of a statement: one row more shows whether another page follows. */
    public int limit() {
        return size + 1;
    }

    /**
     * A part of the key, as a parameter.
     *
     * @param least the value for the first page; it sorts before every key
     */
    public String key(int part, String least) {
        return isFirst() ? least : after.get(part);
    }

    /** Whether an item with this key comes after the page before. */
    public boolean precedes(List<String> key) {
        return isFirst() || KeysetPage.Keyed.compare(key, after) > 0;
    }
}
