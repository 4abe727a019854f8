package org.depositary.gateway.read.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.read.fields.ItemField.Shape;

/**
 * The CSV columns of a list, derived from the Java type of its items. So an empty list has the same header. Nested objects
 * become columns such as {@code since.edtf}. An array of texts is one cell with semicolons. Arrays of objects, and objects
 * whose field names depend on the data, are JSON in one cell.
 *
 * <p>Cells are data and stay unchanged, also if a spreadsheet program would take one for a formula: a file must have the
 * same values as the JSON.
 */
public final class ItemColumns {

    private final List<ItemColumn> columns;
    private final FieldSelection selection;

    private ItemColumns(List<ItemColumn> columns, FieldSelection selection) {
        this.columns = columns;
        this.selection = selection;
    }

    public static ItemColumns of(ItemFields fields) {
        return new ItemColumns(all(fields.fields(), List.of()).toList(), FieldSelection.ALL);
    }

    /** The columns of the selected fields, in the order of the selection. */
    public static ItemColumns of(ItemFields fields, FieldSelection selection) {
        if (selection.isAll()) {
            return of(fields);
        }
        var columns = new LinkedHashSet<ItemColumn>();
        selection.paths().forEach(path -> columns.addAll(below(fields.fields(), path)));
        return new ItemColumns(List.copyOf(columns), selection);
    }

    public List<ItemColumn> columns() {
        return columns;
    }

    /** The header line. */
    public List<String> names() {
        return columns.stream().map(ItemColumn::name).toList();
    }

    /**
     * The cells of an item, one for each name. Null for a value that the item does not have.
     *
     * @param item the item as JSON, as {@link ItemJson#tree} makes it
     */
    public List<String> cells(JsonNode item) {
        var selected = selection.of(item);
        var cells = new ArrayList<String>(columns.size());
        columns.forEach(column -> cells.add(column.cell(column.isFurtherFields() ? item : selected)));
        return cells;
    }

    private static Stream<ItemColumn> all(List<ItemField> fields, List<String> parent) {
        return fields.stream().flatMap(field -> all(field, fields, parent));
    }

    private static Stream<ItemColumn> all(ItemField field, List<ItemField> siblings, List<String> parent) {
        return switch (field.shape()) {
            case OBJECT -> all(field.fields(), path(parent, field.name()));
            case FURTHER_FIELDS ->
                Stream.of(new ItemColumn(parent, field.name(), declared(siblings), false, ValueType.TEXT));
            default ->
                Stream.of(new ItemColumn(
                        parent,
                        field.name(),
                        Set.of(),
                        field.shape() == Shape.VALUE && field.isArray(),
                        ValueType.of(field.type())));
        };
    }

    /** The columns of one selected path. */
    private static List<ItemColumn> below(List<ItemField> fields, List<String> path) {
        List<String> parent = List.of();
        var siblings = fields;
        for (int i = 0; i < path.size(); i++) {
            var name = path.get(i);
            var field =
                    siblings.stream().filter(each -> each.name().equals(name)).findFirst();
            boolean isLast = i == path.size() - 1;
            if (field.isPresent() && (isLast || field.get().shape() == Shape.OBJECTS)) {
                return all(field.get(), siblings, parent).toList();
            }
            if (field.isEmpty() || field.get().shape() != Shape.OBJECT) {
                break;
            }
            siblings = field.get().fields();
            parent = path(parent, name);
        }
        return List.of(
                new ItemColumn(path.subList(0, path.size() - 1), path.getLast(), Set.of(), false, ValueType.TEXT));
    }

    private static Set<String> declared(List<ItemField> fields) {
        return fields.stream()
                .filter(field -> field.shape() != Shape.FURTHER_FIELDS)
                .map(ItemField::name)
                .collect(Collectors.toSet());
    }

    private static List<String> path(List<String> parent, String name) {
        return Stream.concat(parent.stream(), Stream.of(name)).toList();
    }
}
