package org.depositary.vocabulary;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the sources of a fact must keep to, as far as that can be told without looking anything up. Whether a quote stands
 * in its passage is told by the owner of the fact.
 */
public final class Sources {

    /** How many sources one fact may carry. */
    public static final int MOST = 100;

    private static final Pattern DOCUMENT = Pattern.compile("[0-9a-f]{32}");
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Set<String> NAMES = Set.of("urn", "doi");

    private Sources() {}

    /**
     * The flaws of a fact's sources; none if they can stand.
     *
     * @param pointer where the list stands, usually {@code #/sources}
     */
    public static List<Flaw> flaws(String pointer, List<Source> sources) {
        if (sources == null || sources.isEmpty()) {
            return List.of(new Flaw(pointer, "A fact needs at least one source."));
        }
        if (sources.size() > MOST) {
            return List.of(new Flaw(pointer, "A fact takes at most %s sources.".formatted(MOST)));
        }
        var flaws = new ArrayList<Flaw>();
        for (int i = 0; i < sources.size(); i++) {
            flaws.addAll(flaws(Flaw.pointer(pointer, i), sources.get(i)));
        }
        return List.copyOf(flaws);
    }

    /** The flaws of one source, which stands at {@code pointer}. */
    public static List<Flaw> flaws(String pointer, Source source) {
        if (source == null) {
            return List.of(new Flaw(pointer, "A source is an object, not null."));
        }
        return Stream.of(
                        substance(pointer, source),
                        document(pointer, source),
                        Text.flaw(pointer + "/anchor", source.anchor(), 200),
                        Text.flaw(pointer + "/quote", source.quote(), 5_000),
                        Text.flaw(pointer + "/title", source.title(), 1_000),
                        Text.flaw(pointer + "/author", source.author(), 500),
                        published(pointer + "/published", source.published()),
                        uri(pointer + "/uri", source.uri()),
                        Text.flaw(pointer + "/locator", source.locator(), 200))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Flaw> substance(String pointer, Source source) {
        boolean passage = source.document() != null || source.anchor() != null;
        boolean reference = source.title() != null || source.uri() != null;
        return passage || reference
                ? Optional.empty()
                : Optional.of(new Flaw(pointer, "A source names a document and an anchor, or a title or uri."));
    }

    private static Optional<Flaw> document(String pointer, Source source) {
        if (source.document() == null) {
            return source.anchor() == null
                    ? Optional.empty()
                    : Optional.of(new Flaw(pointer + "/document", "An anchor needs the document that it is in."));
        }
        if (!DOCUMENT.matcher(source.document()).matches()) {
            return Optional.of(new Flaw(pointer + "/document", "A document's id is 32 hexadecimal digits."));
        }
        return source.anchor() == null
                ? Optional.of(new Flaw(pointer + "/anchor", "A document needs the anchor of the passage in it."))
                : Optional.empty();
    }

    private static Optional<Flaw> published(String pointer, String published) {
        if (published == null) {
            return Optional.empty();
        }
        try {
            PartialDate.parse(published);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new Flaw(pointer, e.getMessage()));
        }
    }

    private static Optional<Flaw> uri(String pointer, String uri) {
        if (uri == null) {
            return Optional.empty();
        }
        return Text.flaw(pointer, uri, 2_000).or(() -> scheme(pointer, uri));
    }

    /** Only what is safe to show as a link. */
    private static Optional<Flaw> scheme(String pointer, String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean link = WEB.contains(scheme) && uri.getRawAuthority() != null;
            return link || NAMES.contains(scheme)
                    ? Optional.empty()
                    : Optional.of(new Flaw(pointer, "A uri is absolute: https://…, http://…, urn:… or doi:…"));
        } catch (URISyntaxException e) {
            return Optional.of(new Flaw(pointer, "This is not a URI: " + e.getReason() + "."));
        }
    }
}
