package org.depositary.documents.extraction.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.documents.extraction.structure.ExtractionInput;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.UnreadableDocumentException;

/**
 * Decoded text. Line ends are line feeds, control characters are replaced, and undecodable bytes are U+FFFD and counted.
 *
 * @param cut the reason why the text ends early; empty if it is complete
 */
public record DecodedText(String text, Charset charset, int damaged, Optional<String> cut) {
    /**
     * A text with fewer control characters and undecodable bytes than this is accepted, even if they are a large
     * share of it.
     */
    private static final int MIN_ODDITIES = 8;

    public static DecodedText of(byte[] bytes, ExtractionInput source, List<String> declaredCharsets) {
        Charset charset = CharsetDetection.of(bytes, declaredCharsets);
        ControlCharacterFilter clean =
                new ControlCharacterFilter(source.limits().characters());
        int damaged = decode(bytes, source, charset, clean);
        int oddities = damaged + clean.controls();
        if (oddities >= MIN_ODDITIES && oddities * 20L > clean.length()) {
            throw new UnreadableDocumentException(
                    ExtractionStatus.UNSUPPORTED,
                    "The file is stored, but its text cannot be extracted: it is not text.");
        }
        return new DecodedText(
                clean.toString(),
                charset,
                damaged,
                Optional.of(ControlCharacterFilter.tooLong(source.limits().characters()))
                        .filter(reason -> clean.isFull()));
    }

    /** Returns why the text has gaps or ends early. Empty if it does not. */
    public Optional<String> problem() {
        String problems = Stream.concat(undecodable().stream(), cut.stream()).collect(Collectors.joining(" "));
        return Optional.of(problems).filter(it -> !it.isEmpty());
    }

    private Optional<String> undecodable() {
        return damaged == 0
                ? Optional.empty()
                : Optional.of("%d %s not valid %s and %s shown as \uFFFD."
                        .formatted(
                                damaged,
                                damaged == 1 ? "place is" : "places are",
                                charset.name(),
                                damaged == 1 ? "is" : "are"));
    }

    private static int decode(byte[] bytes, ExtractionInput source, Charset charset, ControlCharacterFilter clean) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        int damaged = 0;
        CoderResult result;
        do {
            source.deadline().check();
            result = decoder.decode(in, out, true);
            clean.append(out.flip());
            out.clear();
            if (result.isError()) {
                in.position(Math.min(in.limit(), in.position() + result.length()));
                clean.append("\uFFFD");
                damaged++;
            }
        } while (!result.isUnderflow() && !clean.isFull());
        return damaged;
    }
}
