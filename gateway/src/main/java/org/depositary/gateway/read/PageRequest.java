package org.depositary.gateway.read;

import java.util.List;

/**
 * Selects a page of a list.
 *
 * @param size the maximum number of items on the page
 * @param after key of the last item of the previous page; empty for the first page
 */
public record PageRequest(int size, List<String> after) {

    public boolean isFirst() {
        return after.isEmpty();
    }

    /** The LIMIT of the statement: one row more than the page, which shows whether another page follows. */
    public int limit() {
        return size + 1;
    }

    /**
     * One part of the key, as a parameter value.
     *
     * @param part index of the part, from 0
     * @param least the value for the first page; it sorts before every key
     */
    public String key(int part, String least) {
        return isFirst() ? least : after.get(part);
    }

    /** Whether an item with this key comes after the previous page. */
    public boolean precedes(List<String> key) {
        return isFirst() || KeysetPage.Keyed.compare(key, after) > 0;
    }
}
