package org.depositary.gateway.exports;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.depositary.gateway.exports.formats.ExportRow;
import org.depositary.gateway.exports.formats.ExportRow.Delta;

/**
 * Compares two exports of the same kind, row by row in the order of their keys. Only one row of each is in memory.
 */
final class RowDifferences implements Iterator<ExportRow> {

    /** One of the two exports. Checks its order, because the comparison depends on it. */
    private final class Side {

        private final Iterator<ExportRow> rows;
        private Optional<ExportRow> row = Optional.empty();

        Side(Iterator<ExportRow> rows) {
            this.rows = rows;
            advance();
        }

        ExportRow take() {
            var taken = row.orElseThrow();
            advance();
            return taken;
        }

        private void advance() {
            var next = rows.hasNext() ? Optional.of(rows.next()) : Optional.<ExportRow>empty();
            if (row.isPresent()
                    && next.isPresent()
                    && order.compare(row.get().key(), next.get().key()) >= 0) {
                throw new IllegalStateException("The row %s is not before %s"
                        .formatted(row.get().key(), next.get().key()));
            }
            row = next;
        }
    }

    private final Comparator<List<String>> order;
    private final Side before;
    private final Side after;
    private Optional<ExportRow> next;

    RowDifferences(Iterator<ExportRow> before, Iterator<ExportRow> after, Comparator<List<String>> order) {
        this.order = order;
        this.before = new Side(before);
        this.after = new Side(after);
        this.next = find();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public ExportRow next() {
        var found = next.orElseThrow(NoSuchElementException::new);
        next = find();
        return found;
    }

    private Optional<ExportRow> find() {
        while (before.row.isPresent() || after.row.isPresent()) {
            int place = place();
            if (place < 0) {
                return Optional.of(before.take().as(Delta.GONE));
            }
            if (place > 0) {
                return Optional.of(after.take().as(Delta.ADDED));
            }
            var old = before.take();
            var current = after.take();
            if (!Arrays.equals(old.json(), current.json())) {
                return Optional.of(current.as(Delta.CHANGED));
            }
        }
        return Optional.empty();
    }

    /** Negative if the next row is only in the earlier export, positive if it is only in the later one. */
    private int place() {
        if (before.row.isEmpty() || after.row.isEmpty()) {
            return before.row.isEmpty() ? 1 : -1;
        }
        return order.compare(before.row.get().key(), after.row.get().key());
    }
}
