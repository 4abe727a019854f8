package org.depositary.imports.http;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** Parses the charset in the header {@code Content-Type}. */
public final class CharsetParameter {

    private CharsetParameter() {}

    /** @throws Problem 415 if the charset is unknown */
    public static Optional<Charset> of(MediaType type) {
        return Optional.ofNullable(type.getParameters().get(MediaType.CHARSET_PARAMETER))
                .map(CharsetParameter::find);
    }

    private static Charset find(String name) {
        try {
            // Java knows the IANA name of the character set of old Macs by another name only.
            var charset = Charset.forName(name.equalsIgnoreCase("macintosh") ? "x-MacRoman" : name);
            if (charset.canEncode()) {
                return charset;
            }
        } catch (IllegalArgumentException unknown) {
            // An unknown name is reported below.
        }
        throw Problem.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "The charset '%s' is unknown. Save the file as UTF-8 (in Excel: 'CSV UTF-8') and declare utf-8"
                        .formatted(name));
    }
}
