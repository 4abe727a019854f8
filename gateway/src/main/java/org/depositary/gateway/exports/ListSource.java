package org.depositary.gateway.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.List;
import org.depositary.gateway.exports.formats.ExportRow;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.lists.CompleteList;
import org.depositary.gateway.read.lists.ListQuery;

/** The rows of a list, with the same words as the list itself. */
record ListSource<F, T>(
        CompleteList lists, ObjectMapper mapper, ListQuery<F, T> list, F filter, RowOrder order, int page)
        implements ExportSource {

    @Override
    public Iterator<ExportRow> rows(AsOfPoint asOf) {
        var items = lists.items(list, filter, asOf, page);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public ExportRow next() {
                return row(items.next());
            }
        };
    }

    /**
     * Compares both lists completely. A row depends on many facts, for example on the name of its organisation and on
     * the day, so the rows that an event changes cannot be found from the event alone.
     */
    @Override
    public Iterator<ExportRow> differences(AsOfPoint before, AsOfPoint after) {
        return new RowDifferences(rows(before), rows(after), order);
    }

    private ExportRow row(Keyed<T> item) {
        try {
            return new ExportRow(List.copyOf(item.key()), mapper.writeValueAsBytes(item.item()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
