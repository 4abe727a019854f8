package org.depositary.documents.extraction.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.ExtractionOutcome;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;
import org.depositary.documents.extraction.metadata.MetadataField;
import org.depositary.documents.extraction.metadata.MetadataReading;
import org.depositary.documents.extraction.metadata.MetadataSource;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.PageBox;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.RepairReason;
import org.depositary.documents.extraction.structure.TextEdit;

/**
 * The response of a worker process.
 *
 * @param last whether the worker ends after this response, because an extraction hung or took all memory
 */
public record ExtractionResponse(ExtractionOutcome outcome, boolean last) {

    private static final int LARGEST_STRING = 256 * 1024 * 1024;
    private static final int MOST_PASSAGES = 10_000_000;
    private static final int MOST_EDITS = 1_000_000;
    private static final int MOST_READINGS = 10_000;

    void write(DataOutputStream out) throws IOException {
        out.writeBoolean(last);
        switch (outcome) {
            case ExtractionOutcome.Unread(var status, var reason) -> {
                out.writeBoolean(false);
                out.writeByte(status.ordinal());
                writeText(out, reason);
            }
            case ExtractionOutcome.Read read -> {
                out.writeBoolean(true);
                writeText(out, read.text());
                writePassages(out, read.passages());
                writeMetadata(out, read.description());
                writeOptional(out, read.language());
                out.writeInt(read.pages().orElse(0));
                writeOptional(out, read.problem());
                writeText(out, read.tool());
            }
        }
        out.flush();
    }

    /** Reads a response from the standard output of a worker. */
    public static ExtractionResponse read(DataInputStream in) throws IOException {
        boolean last = in.readBoolean();
        if (!in.readBoolean()) {
            ExtractionStatus status =
                    ExtractionStatus.values()[checked(in.readByte(), ExtractionStatus.values().length)];
            return new ExtractionResponse(new ExtractionOutcome.Unread(status, readText(in)), last);
        }
        String text = readText(in);
        List<Passage> passages = readPassages(in);
        ExtractedMetadata metadata = readMetadata(in, text.length());
        Optional<String> language = readOptional(in);
        int pages = in.readInt();
        Optional<String> problem = readOptional(in);
        var outcome =
                new ExtractionOutcome.Read(text, passages, metadata, language, optional(pages), problem, readText(in));
        return new ExtractionResponse(outcome, last);
    }

    private static void writePassages(DataOutputStream out, List<Passage> passages) throws IOException {
        out.writeInt(passages.size());
        for (Passage passage : passages) {
            out.writeUTF(passage.anchor());
            out.writeByte(passage.kind().ordinal());
            out.writeInt(passage.start());
            out.writeInt(passage.end());
            writeOptional(out, passage.language());
            out.writeInt(passage.page().orElse(0));
            writeOptional(out, passage.pageLabel());
            writeBox(out, passage.box());
            writeEdits(out, passage.edits());
            writeOptional(out, passage.continuedIn());
        }
    }

    private static void writeBox(DataOutputStream out, Optional<PageBox> box) throws IOException {
        out.writeBoolean(box.isPresent());
        if (box.isPresent()) {
            for (double number : box.get().numbers()) {
                out.writeDouble(number);
            }
        }
    }

    private static Optional<PageBox> readBox(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? Optional.of(new PageBox(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()))
                : Optional.empty();
    }

    private static void writeEdits(DataOutputStream out, List<TextEdit> edits) throws IOException {
        out.writeInt(edits.size());
        for (TextEdit edit : edits) {
            out.writeInt(edit.start());
            out.writeInt(edit.end());
            writeText(out, edit.replacement());
            out.writeByte(edit.reason().ordinal());
        }
    }

    /** Reads the edits of a passage that ends at {@code end}. They must lie in it, in order. */
    private static List<TextEdit> readEdits(DataInputStream in, int start, int end) throws IOException {
        int count = checked(in.readInt(), MOST_EDITS);
        List<TextEdit> edits = new ArrayList<>();
        int at = start;
        for (int i = 0; i < count; i++) {
            int from = at + checked(in.readInt() - at, end - at + 1);
            int until = from + checked(in.readInt() - from, end - from + 1);
            edits.add(new TextEdit(
                    from,
                    until,
                    readText(in),
                    RepairReason.values()[checked(in.readByte(), RepairReason.values().length)]));
            at = until;
        }
        return edits;
    }

    private static List<Passage> readPassages(DataInputStream in) throws IOException {
        int count = checked(in.readInt(), MOST_PASSAGES);
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            passages.add(readPassage(in));
        }
        return List.copyOf(passages);
    }

    private static Passage readPassage(DataInputStream in) throws IOException {
        String anchor = in.readUTF();
        PassageKind kind = PassageKind.values()[checked(in.readByte(), PassageKind.values().length)];
        int start = in.readInt();
        int end = in.readInt();
        return new Passage(
                anchor,
                kind,
                start,
                end,
                readOptional(in),
                optional(in.readInt()),
                readOptional(in),
                readBox(in),
                readEdits(in, start, end),
                readOptional(in));
    }

    private static void writeMetadata(DataOutputStream out, ExtractedMetadata metadata) throws IOException {
        out.writeInt(metadata.readings().size());
        for (MetadataReading reading : metadata.readings()) {
            out.writeByte(reading.field().ordinal());
            writeText(out, reading.value());
            out.writeByte(reading.source().ordinal());
            out.writeInt(reading.at().orElse(-1));
        }
    }

    /** @param length the length of the text, in UTF-16 units */
    private static ExtractedMetadata readMetadata(DataInputStream in, int length) throws IOException {
        int count = checked(in.readInt(), MOST_READINGS);
        List<MetadataReading> readings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            readings.add(new MetadataReading(
                    MetadataField.values()[checked(in.readByte(), MetadataField.values().length)],
                    readText(in),
                    MetadataSource.values()[checked(in.readByte(), MetadataSource.values().length)],
                    place(in.readInt(), length)));
        }
        return new ExtractedMetadata(List.copyOf(readings));
    }

    private static OptionalInt place(int offset, int length) throws IOException {
        return offset == -1 ? OptionalInt.empty() : OptionalInt.of(checked(offset, length));
    }

    private static OptionalInt optional(int number) {
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static void writeOptional(DataOutputStream out, Optional<String> value) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            writeText(out, value.get());
        }
    }

    private static Optional<String> readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(readText(in)) : Optional.empty();
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = checked(in.readInt(), LARGEST_STRING);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The extraction worker ended within its response.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A worker that a hostile file controls could send anything. */
    private static int checked(int number, int below) throws IOException {
        if (number < 0 || number >= below) {
            throw new IOException("The extraction worker sent an invalid response.");
        }
        return number;
    }
}
