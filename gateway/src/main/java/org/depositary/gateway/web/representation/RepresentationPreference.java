package org.depositary.gateway.web.representation;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The media types that a client wants, by the header {@code Accept} (RFC 9110, section 12.5.1). */
public record RepresentationPreference(List<Range> ranges) {

    private static final Pattern QUALITY = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

    private static final Comparator<Range> SPECIFIC = Comparator.comparing(Range::specificity);

    /** @param quality from 0, which means never, to 1 */
    private record Range(MediaType type, double quality) {

        static Stream<Range> parse(String text) {
            try {
                var type = MediaType.valueOf(text.strip());
                var quality = type.getParameters().getOrDefault("q", "1");
                return QUALITY.matcher(quality).matches()
                        ? Stream.of(new Range(type, Double.parseDouble(quality)))
                        : Stream.empty();
            } catch (IllegalArgumentException malformed) {
                return Stream.empty();
            }
        }

        int specificity() {
            return type.isWildcardType() ? 0 : type.isWildcardSubtype() ? 1 : 2;
        }
    }

    /** Parses the header. Skips malformed parts of it. */
    public static RepresentationPreference of(String accept) {
        return new RepresentationPreference(
                Arrays.stream(accept.split(",")).flatMap(Range::parse).toList());
    }

    /** The best of what is offered. The first one wins between equals. Empty if the client wants none. */
    public <T> Optional<T> best(List<T> offered, Function<T, MediaType> type) {
        return offered.stream()
                .filter(each -> quality(type.apply(each)) > 0)
                // max would return the last of equals.
                .sorted(Comparator.comparingDouble(each -> -quality(type.apply(each))))
                .findFirst();
    }

    /** The quality of the most specific range that contains the type. */
    private double quality(MediaType type) {
        return ranges.stream()
                .filter(range -> range.type().isCompatible(type))
                .max(SPECIFIC)
                .map(Range::quality)
                .orElse(0.0);
    }
}
