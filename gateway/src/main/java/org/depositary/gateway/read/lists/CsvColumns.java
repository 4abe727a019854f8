package org.depositary.gateway.read.lists;

import java.util.List;
import java.util.function.Function;

/**
 * The columns of a CSV file that has other columns than the fields of the JSON.
 *
 * @param names the header line
 * @param cells the cells of an item, as many as there are names; an empty text is a value that the item does not have
 */
public record CsvColumns(List<String> names, Function<Object, List<String>> cells) {

    public static <T> CsvColumns of(Class<T> item, List<String> names, Function<T, List<String>> cells) {
        return new CsvColumns(names, any -> cells.apply(item.cast(any)));
    }
}
