package org.depositary.gateway.database;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Encodes rows in the text format of PostgreSQL's COPY, as UTF-8. A tab ends a field, a line feed ends a row, and both are
 * escaped inside a field. It is an output stream, so that Jackson writes JSON into a field without a string in between.
 */
final class CopyTextFormat extends OutputStream {

    private static final ObjectMapper JSON =
            new ObjectMapper(new JsonFactoryBuilder().rootValueSeparator("").build());

    private byte[] bytes = new byte[1 << 16];
    private int size;
    private final JsonGenerator json;
    private final SerializerProvider provider = JSON.getSerializerProviderInstance();

    CopyTextFormat() {
        try {
            json = JSON.createGenerator(this);
        } catch (IOException notThrownInMemory) {
            throw new UncheckedIOException(notThrownInMemory);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void row(List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                unescaped((byte) '\t');
            }
            field(values.get(i));
        }
        unescaped((byte) '\n');
    }

    /** Tests the types in the order of their frequency, because a rebuild spends much of its time here. */
    private void field(Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                field(optional.get());
            } else {
                unescaped((byte) '\\');
                unescaped((byte) 'N');
            }
        } else if (value instanceof JsonNode node) {
            json(node);
        } else if (value instanceof Collection<?> elements) {
            text(array(elements));
        } else {
            text(value.toString());
        }
    }

    private void text(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        write(utf8, 0, utf8.length);
    }

    private void json(JsonNode node) {
        try {
            node.serialize(json, provider);
            json.flush();
        } catch (IOException notThrownInMemory) {
            throw new UncheckedIOException(notThrownInMemory);
        }
    }

    private static String array(Collection<?> elements) {
        var array = new StringBuilder("{");
        for (var element : elements) {
            if (array.length() > 1) {
                array.append(',');
            }
            array.append('"')
                    .append(element.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** Escapes byte by byte. This is safe, because no byte of a longer UTF-8 sequence equals an escaped character. */
    @Override
    public void write(byte[] raw, int from, int length) {
        ensureCapacity(2 * length);
        for (int i = from; i < from + length; i++) {
            byte each = raw[i];
            switch (each) {
                case '\\' -> escaped('\\');
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                default -> bytes[size++] = each;
            }
        }
    }

    private void escaped(char letter) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) letter;
    }

    private void unescaped(byte one) {
        ensureCapacity(1);
        bytes[size++] = one;
    }

    private void ensureCapacity(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
