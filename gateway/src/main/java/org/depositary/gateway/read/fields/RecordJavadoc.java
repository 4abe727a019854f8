package org.depositary.gateway.read.fields;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.Value;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The descriptions of types and fields, from the Javadoc of the records that define the JSON. So no text is written twice.
 * An annotation processor stores the Javadoc in files next to the classes.
 */
public final class RecordJavadoc {

    private RecordJavadoc() {}

    /** @param type the binary name of a class that the loader of this thread knows */
    public static Optional<String> ofType(String type) {
        return text(javadoc(type).getComment());
    }

    /** The description of a component of the record itself. */
    public static Optional<String> ofField(String type, String field) {
        return javadoc(type).getRecordComponents().stream()
                .filter(component -> component.getName().equals(field))
                .flatMap(component -> text(component.getComment()).stream())
                .findFirst();
    }

    /** The description of a field of the record, or of a record whose fields it contains. */
    public static Optional<String> ofField(Class<?> type, String field) {
        return ofField(type.getName(), field).or(() -> ofUnwrapped(type, field).findFirst());
    }

    private static ClassJavadoc javadoc(String type) {
        return RuntimeJavadoc.getJavadoc(type, Thread.currentThread().getContextClassLoader());
    }

    private static Stream<String> ofUnwrapped(Class<?> type, String field) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class))
                        .flatMap(component -> ofField(component.getType(), field).stream())
                : Stream.empty();
    }

    private static Optional<String> text(Comment comment) {
        var text = new PlainText();
        comment.visit(text);
        var line = text.text.toString().strip().replaceAll("\\s+", " ");
        return Optional.of(line).filter(words -> !words.isEmpty());
    }

    /** Writes a comment as text, with code as in Markdown: GraphQL tools show descriptions as Markdown. */
    private static final class PlainText implements CommentVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void commentText(String words) {
            text.append(words);
        }

        @Override
        public void inlineLink(Link link) {
            text.append(link.getLabel());
        }

        @Override
        public void inlineTag(String name, String value) {
            text.append('`').append(value.strip()).append('`');
        }

        @Override
        public void inlineValue(Value constant) {
            text.append(constant.getReferencedMemberName());
        }
    }
}
