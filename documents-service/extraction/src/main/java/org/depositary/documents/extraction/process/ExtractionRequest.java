package org.depositary.documents.extraction.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.depositary.documents.extraction.structure.DeclaredMediaType;
import org.depositary.documents.extraction.structure.ExtractionLimits;

/** A request to a worker process: the file, the media type that its sender declared, and the limits. */
public record ExtractionRequest(Path file, DeclaredMediaType declared, ExtractionLimits limits) {

    /** Writes the request to the standard input of a worker. */
    public void write(DataOutputStream out) throws IOException {
        out.writeUTF(file.toString());
        out.writeUTF(declared.mediaType());
        out.writeUTF(declared.charset().orElse(""));
        out.writeInt(limits.characters());
        out.writeInt(limits.tags());
        out.writeLong(limits.time().toMillis());
        out.writeLong(limits.inflated());
        out.writeInt(limits.entries());
        out.writeInt(limits.nesting());
        out.flush();
    }

    /** Reads the next request. Throws {@link java.io.EOFException} if the other process has ended. */
    static ExtractionRequest read(DataInputStream in) throws IOException {
        Path file = Path.of(in.readUTF());
        String mediaType = in.readUTF();
        Optional<String> charset = Optional.of(in.readUTF()).filter(name -> !name.isEmpty());
        return new ExtractionRequest(
                file,
                new DeclaredMediaType(mediaType, charset),
                new ExtractionLimits(
                        in.readInt(),
                        in.readInt(),
                        Duration.ofMillis(in.readLong()),
                        in.readLong(),
                        in.readInt(),
                        in.readInt()));
    }
}
