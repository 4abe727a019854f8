package org.depositary.gateway.exports;

import java.util.Comparator;
import java.util.List;

/** The order of the rows of an export, by their keys. */
enum RowOrder implements Comparator<List<String>> {
    /** As text, by code points of ASCII. */
    TEXT,
    /** As text, and the last part as a number. */
    TEXT_THEN_NUMBER;

    @Override
    public int compare(List<String> one, List<String> other) {
        int last = one.size() - 1;
        for (int part = 0; part < last; part++) {
            int order = one.get(part).compareTo(other.get(part));
            if (order != 0) {
                return order;
            }
        }
        return this == TEXT
                ? one.get(last).compareTo(other.get(last))
                : Long.compare(Long.parseLong(one.get(last)), Long.parseLong(other.get(last)));
    }
}
