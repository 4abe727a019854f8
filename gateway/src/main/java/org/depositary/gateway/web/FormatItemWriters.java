package org.depositary.gateway.web;

import java.io.OutputStream;
import java.util.List;
import org.depositary.gateway.read.fields.CsvItemWriter;
import org.depositary.gateway.read.fields.ItemColumns;
import org.depositary.gateway.read.fields.ItemJson;
import org.depositary.gateway.read.fields.ItemWriter;
import org.depositary.gateway.read.fields.NdjsonItemWriter;
import org.depositary.gateway.read.lists.CsvColumns;
import org.depositary.gateway.web.CompleteListResponses.ListRequest;

/** Makes the writer of a complete list. */
final class FormatItemWriters {

    private FormatItemWriters() {}

    static ItemWriter writer(ListRequest request, ItemJson json, OutputStream to) {
        return switch (request.format()) {
            case CSV ->
                request.columns()
                        .filter(columns -> request.fields().isAll())
                        .map(columns -> ofColumns(request, columns, to))
                        .orElseGet(() -> ofFields(request, json, to));
            case NDJSON -> new NdjsonItemWriter(request.fields(), json, to);
        };
    }

    private static ItemWriter ofFields(ListRequest request, ItemJson json, OutputStream to) {
        var columns = ItemColumns.of(request.known(), request.fields());
        return new CsvItemWriter(columns.names(), item -> columns.cells(json.tree(item)), request.byteOrderMark(), to);
    }

    private static ItemWriter ofColumns(ListRequest request, CsvColumns columns, OutputStream to) {
        return new CsvItemWriter(
                columns.names(), item -> present(columns.cells().apply(item)), request.byteOrderMark(), to);
    }

    private static List<String> present(List<String> cells) {
        return cells.stream().map(cell -> cell.isEmpty() ? null : cell).toList();
    }
}
