package org.depositary.vocabulary.sources;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.validation.TextValidator;
import org.depositary.vocabulary.validation.Violation;

/**
 * Validates the form of the sources of a fact, without a database. The service that records the fact compares quotes
 * with passages.
 */
public final class SourceValidator {

    public static final int MOST = 100;

    private static final Pattern DOCUMENT = Pattern.compile("[0-9a-f]{32}");
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Set<String> NAMES = Set.of("urn", "doi");

    private SourceValidator() {}

    /**
     * Returns the violations in the sources of a fact.
     *
     * @param pointer the pointer to the list, usually {@code #/sources}
     */
    public static List<Violation> violations(String pointer, List<Source> sources) {
        if (sources == null || sources.isEmpty()) {
            return List.of(new Violation(pointer, "A fact needs at least one source."));
        }
        if (sources.size() > MOST) {
            return List.of(new Violation(pointer, "A fact can have at most %s sources.".formatted(MOST)));
        }
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < sources.size(); i++) {
            violations.addAll(violations(Violation.pointer(pointer, i), sources.get(i)));
        }
        return List.copyOf(violations);
    }

    /**
     * Returns the violations in one source.
     *
     * @param pointer the JSON pointer to the source
     */
    public static List<Violation> violations(String pointer, Source source) {
        if (source == null) {
            return List.of(new Violation(pointer, "A source must be an object, not null."));
        }
        return Stream.of(
                        passageOrReference(pointer, source),
                        document(pointer, source),
                        TextValidator.violation(pointer + "/anchor", source.anchor(), 200),
                        TextValidator.violation(pointer + "/quote", source.quote(), 5_000),
                        TextValidator.violation(pointer + "/title", source.title(), 1_000),
                        TextValidator.violation(pointer + "/author", source.author(), 500),
                        published(pointer + "/published", source.published()),
                        uri(pointer + "/uri", source.uri()),
                        TextValidator.violation(pointer + "/locator", source.locator(), 200),
                        covers(pointer + "/covers", source.covers()),
                        set(pointer + "/set", source.set()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Violation> passageOrReference(String pointer, Source source) {
        boolean passage = source.document() != null || source.anchor() != null;
        boolean reference = source.title() != null || source.uri() != null;
        return passage || reference
                ? Optional.empty()
                : Optional.of(new Violation(pointer, "A source needs a document and an anchor, or a title, or a uri."));
    }

    private static Optional<Violation> document(String pointer, Source source) {
        if (source.document() == null) {
            return source.anchor() == null
                    ? Optional.empty()
                    : Optional.of(new Violation(pointer + "/document", "An anchor needs its document."));
        }
        if (!DOCUMENT.matcher(source.document()).matches()) {
            return Optional.of(new Violation(pointer + "/document", "A document id must have 32 hexadecimal digits."));
        }
        return source.anchor() == null
                ? Optional.of(
                        new Violation(pointer + "/anchor", "A document needs an anchor: the passage in the document."))
                : Optional.empty();
    }

    private static Optional<Violation> published(String pointer, String published) {
        if (published == null) {
            return Optional.empty();
        }
        try {
            PartialDate.parse(published);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new Violation(pointer, e.getMessage()));
        }
    }

    private static Optional<Violation> covers(String pointer, String covers) {
        return covers == null ? Optional.empty() : SourceCoverage.violation(pointer, covers);
    }

    private static Optional<Violation> set(String pointer, String set) {
        return set == null
                ? Optional.empty()
                : Optional.of(new Violation(pointer, "Only an import gives its sources a set."));
    }

    private static Optional<Violation> uri(String pointer, String uri) {
        if (uri == null) {
            return Optional.empty();
        }
        return TextValidator.violation(pointer, uri, 2_000).or(() -> scheme(pointer, uri));
    }

    /**
     * Accepts only URIs that are safe to show as a link: a {@code javascript:} URI would run code in the reader's
     * browser.
     */
    private static Optional<Violation> scheme(String pointer, String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean link = WEB.contains(scheme) && uri.getRawAuthority() != null;
            return link || NAMES.contains(scheme)
                    ? Optional.empty()
                    : Optional.of(
                            new Violation(pointer, "A uri must be absolute: https://…, http://…, urn:… or doi:…"));
        } catch (URISyntaxException e) {
            return Optional.of(new Violation(pointer, "This is not a URI: " + e.getReason() + "."));
        }
    }
}
