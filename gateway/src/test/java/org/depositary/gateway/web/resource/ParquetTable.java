package org.depositary.gateway.web.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/**
 * A Parquet file as Apache Parquet reads it.
 *
 * @param metadata of the file
 * @param rows a field for each column that has a value, with the dotted name of the column
 */
record ParquetTable(Map<String, String> metadata, List<String> columns, List<ObjectNode> rows) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static ParquetTable read(byte[] bytes) throws IOException {
        var path = Files.createTempFile("export", ".parquet");
        try {
            Files.write(path, bytes);
            return read(path);
        } finally {
            Files.delete(path);
        }
    }

    private static ParquetTable read(Path path) throws IOException {
        var file = new LocalInputFile(path);
        try (var footer = ParquetFileReader.open(file);
                var groups = new Groups(file).build()) {
            var about = footer.getFileMetaData();
            var rows = new ArrayList<ObjectNode>();
            for (var group = groups.read(); group != null; group = groups.read()) {
                rows.add(row(group));
            }
            return new ParquetTable(
                    about.getKeyValueMetaData(),
                    about.getSchema().getFields().stream().map(Type::getName).toList(),
                    rows);
        }
    }

    private static final class Groups extends ParquetReader.Builder<Group> {

        Groups(InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }

    private static ObjectNode row(Group group) {
        var row = JSON.objectNode();
        var fields = group.getType().getFields();
        for (int field = 0; field < fields.size(); field++) {
            if (group.getFieldRepetitionCount(field) > 0) {
                row.set(fields.get(field).getName(), value(group, field));
            }
        }
        return row;
    }

    private static JsonNode value(Group group, int field) {
        var type = group.getType().getType(field);
        return type.isPrimitive() ? primitive(group, type, field) : list(group.getGroup(field, 0));
    }

    private static ArrayNode list(Group list) {
        var elements = JSON.arrayNode();
        for (int element = 0; element < list.getFieldRepetitionCount(0); element++) {
            elements.add(value(list.getGroup(0, element), 0));
        }
        return elements;
    }

    private static JsonNode primitive(Group group, Type type, int field) {
        return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case INT64 -> JSON.numberNode(group.getLong(field, 0));
            case DOUBLE -> JSON.numberNode(group.getDouble(field, 0));
            case BOOLEAN -> JSON.booleanNode(group.getBoolean(field, 0));
            case INT32 -> {
                if (!(type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation)) {
                    throw new AssertionError("not a day: " + type);
                }
                yield JSON.textNode(
                        LocalDate.ofEpochDay(group.getInteger(field, 0)).toString());
            }
            default -> JSON.textNode(group.getString(field, 0));
        };
    }

    /** The row that a row of NDJSON has in Parquet: a field for each column, objects in arrays and open objects as text. */
    ObjectNode expected(JsonNode row, ObjectMapper mapper) throws IOException {
        var flat = JSON.objectNode();
        for (var column : columns) {
            var value = row;
            for (var part : column.split("\\.")) {
                value = value.path(part);
            }
            if (!value.isMissingNode() && !value.isNull()) {
                boolean isText = value.isObject() || value.isArray() && !isListOfValues(value, column);
                flat.set(column, isText ? JSON.textNode(mapper.writeValueAsString(value)) : value);
            }
        }
        return flat;
    }

    private boolean isListOfValues(JsonNode array, String column) {
        return rows.stream().anyMatch(row -> row.path(column).isArray())
                && array.valueStream().allMatch(JsonNode::isValueNode);
    }
}
