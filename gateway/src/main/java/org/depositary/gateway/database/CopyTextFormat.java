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
 * Rows in the text format of PostgreSQL's COPY, as UTF-8: fields end with a tab, rows with a line feed, and both are
 * escaped inside. It is a stream too, so that JSON is written into a field without becoming a text first.
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
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
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
                plain((byte) '\t');
            }
            field(values.get(i));
        }
        plain((byte) '\n');
    }

    /** Asked in the order of how often each comes: this is where a rebuild spends its time. */
    private void field(Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                field(optional.get());
            } else {
                plain((byte) '\\');
                plain((byte) 'N');
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
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
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

    /** Escaped; no byte of a longer UTF-8 sequence looks like one of those that are. */
    @Override
    public void write(byte[] raw, int from, int length) {
        makeRoom(2 * length);
        for (int i = from; i < from + length; i++) {
            byte each = raw[i];
            switch (each) {
                case '\\' -> pair('\\');
                case '\t' -> pair('t');
                case '\n' -> pair('n');
                case '\r' -> pair('r');
                default -> bytes[size++] = each;
            }
        }
    }

    private void pair(char letter) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) letter;
    }

    private void plain(byte one) {
        makeRoom(1);
        bytes[size++] = one;
    }

    private void makeRoom(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
