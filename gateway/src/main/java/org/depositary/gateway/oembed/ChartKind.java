package org.depositary.gateway.oembed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The charts that other pages can embed. */
enum ChartKind {
    ORGANIZATION_TIMELINE("/organizations/*", "/organizations/*/timeline", "%s: memberships through time"),
    ORGANIZATION_MAP("no page", "/organizations/*/map", "%s: members on a map"),
    PARTY_TIMELINE("/parties/*", "/parties/*/timeline", "%s: memberships through time"),
    EXERCISE_MAP("/exercises", "/exercises/map", "Exercises and operations: places"),
    EXERCISE_MATRIX("/exercises?tab=matrix", "/exercises/matrix", "Exercises and operations: who with whom"),
    EXERCISE_PHASES("/exercises/*", "/exercises/*/map", "%s: phases on a map");

    private static final String EMBED = "/embed";
    private static final String ID = "*";
    private static final String ID_PATTERN = "\\E([A-Za-z0-9:_-]{1,100})\\Q";

    private final String bare;
    private final Pattern page;
    private final Pattern barePage;
    private final String title;

    /**
     * @param page the path of the page of the dashboard that shows this chart first, with its tab; no path if none does
     * @param bare the path of the bare page, without {@code /embed}
     */
    ChartKind(String page, String bare, String title) {
        this.bare = bare;
        this.page = pattern(page);
        this.barePage = pattern(EMBED + bare);
        this.title = title;
    }

    private static Pattern pattern(String path) {
        return Pattern.compile("\\Q" + path.replace("*", ID_PATTERN) + "\\E");
    }

    /**
     * The id in an address that shows this chart, an empty one for a chart of all exercises. Empty if it shows another one.
     *
     * @param tab the tab of the matrix as {@code ?tab=matrix}; empty for any other one
     */
    Optional<String> idIn(String path, String tab) {
        return Stream.of(page.matcher(path + tab), barePage.matcher(path))
                .filter(Matcher::matches)
                .findFirst()
                .map(address -> address.groupCount() == 0 ? "" : address.group(1));
    }

    /** The path of the bare page. */
    String barePath(String id) {
        return EMBED + bare.replace(ID, id);
    }

    /** @param name of the organisation, party or exercise */
    String title(String name) {
        return title.formatted(name);
    }
}
