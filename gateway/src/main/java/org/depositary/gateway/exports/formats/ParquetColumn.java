package org.depositary.gateway.exports.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.depositary.gateway.read.fields.ItemColumn;
import org.depositary.gateway.read.fields.ValueType;

/**
 * A column of a Parquet file. An array of values is a list, and other JSON is its text.
 *
 * @param index its place in the schema
 */
record ParquetColumn(ItemColumn column, int index) {

    // The names of the groups of a list, as the Parquet format prescribes.
    private static final String LIST = "list";
    private static final String ELEMENT = "element";

    static MessageType schema(List<ParquetColumn> columns, List<Type> first) {
        var all = Types.buildMessage();
        first.forEach(all::addField);
        columns.forEach(column -> all.addField(column.type()));
        return all.named("row");
    }

    /** A column of texts. */
    static Type text(String name) {
        return Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
    }

    private Type type() {
        return column.isArray()
                ? Types.optionalList()
                        .optionalElement(primitive())
                        .as(annotation())
                        .named(column.name())
                : Types.optional(primitive()).as(annotation()).named(column.name());
    }

    private PrimitiveTypeName primitive() {
        return switch (column.type()) {
            case TEXT -> PrimitiveTypeName.BINARY;
            case WHOLE_NUMBER -> PrimitiveTypeName.INT64;
            case NUMBER -> PrimitiveTypeName.DOUBLE;
            case FLAG -> PrimitiveTypeName.BOOLEAN;
            case DAY -> PrimitiveTypeName.INT32;
        };
    }

    /** The logical type of the values in Parquet. Null for numbers and flags, which need none. */
    private LogicalTypeAnnotation annotation() {
        return switch (column.type()) {
            case TEXT -> LogicalTypeAnnotation.stringType();
            case DAY -> LogicalTypeAnnotation.dateType();
            case WHOLE_NUMBER, NUMBER, FLAG -> null;
        };
    }

    /** Writes the value of the item. Writes nothing if the item has no value there. */
    void write(JsonNode item, RecordConsumer to) {
        var value = column.value(item);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        to.startField(column.name(), index);
        if (column.isArray()) {
            writeList(value, to);
        } else {
            write(column.type(), value, to);
        }
        to.endField(column.name(), index);
    }

    private void writeList(JsonNode values, RecordConsumer to) {
        to.startGroup();
        if (!values.isEmpty()) {
            to.startField(LIST, 0);
            values.forEach(value -> writeElement(value, to));
            to.endField(LIST, 0);
        }
        to.endGroup();
    }

    private void writeElement(JsonNode value, RecordConsumer to) {
        to.startGroup();
        if (!value.isNull()) {
            to.startField(ELEMENT, 0);
            write(column.type(), value, to);
            to.endField(ELEMENT, 0);
        }
        to.endGroup();
    }

    private static void write(ValueType type, JsonNode value, RecordConsumer to) {
        switch (type) {
            case TEXT -> to.addBinary(Binary.fromString(value.isValueNode() ? value.asText() : value.toString()));
            case WHOLE_NUMBER -> to.addLong(Long.parseLong(value.asText()));
            case NUMBER -> to.addDouble(Double.parseDouble(value.asText()));
            case FLAG -> to.addBoolean(value.booleanValue());
            case DAY ->
                to.addInteger(Math.toIntExact(LocalDate.parse(value.asText()).toEpochDay()));
        }
    }
}
