package org.depositary.documents.extraction.office;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;

/** Counts the items of the lists of an OpenDocument text (ODF 1.3, part 3, 5.3). */
final class OpenDocumentLists {

    /** The number of the last item on each level of a list. */
    private static final class Counters {
        private final List<Integer> last = new ArrayList<>();

        /** Counts the next item of a level, so that the levels below it begin again. */
        void next(int level, int first) {
            while (last.size() < level - 1) {
                last.add(1);
            }
            if (last.size() < level) {
                last.add(first - 1);
            }
            restartBelow(level);
            last.set(level - 1, last.get(level - 1) + 1);
        }

        void restartBelow(int level) {
            while (last.size() > level) {
                last.removeLast();
            }
        }

        void set(int level, int number) {
            last.set(level - 1, number);
        }
    }

    private record OpenList(String style, Counters counters) {}

    private final OpenDocumentListStyles styles;
    private final Deque<OpenList> open = new ArrayDeque<>();
    private final Map<String, Counters> ofStyle = new HashMap<>();
    private final Map<String, Counters> ofId = new HashMap<>();
    private boolean itemBegins;
    private int startValue;

    OpenDocumentLists(OpenDocumentListStyles styles) {
        this.styles = styles;
    }

    /** A list inside a list has the style of the outer one, unless it names its own. */
    void begin(Attributes attributes) {
        String named = OpenDocumentFilter.value(attributes, "style-name");
        String style = named.isEmpty() && !open.isEmpty() ? open.peek().style() : named;
        boolean goesOn =
                OpenDocumentFilter.value(attributes, "continue-numbering").equals("true");
        boolean inside = !open.isEmpty() && open.peek().style().equals(style);
        Counters counters = inside ? open.peek().counters() : earlier(style, goesOn, attributes);
        if (inside && !goesOn) {
            counters.restartBelow(open.size());
        }
        ofStyle.put(style, counters);
        ofId.put(OpenDocumentFilter.value(attributes, "id"), counters);
        open.push(new OpenList(style, counters));
        itemBegins = false;
    }

    /** Returns the counters of the list that this one continues; new ones if it begins with its first number. */
    private Counters earlier(String style, boolean goesOn, Attributes attributes) {
        String continued = OpenDocumentFilter.value(attributes, "continue-list");
        if (!continued.isEmpty()) {
            return ofId.getOrDefault(continued, new Counters());
        }
        return goesOn ? ofStyle.getOrDefault(style, new Counters()) : new Counters();
    }

    void end() {
        open.poll();
        itemBegins = false;
    }

    void beginItem(Attributes attributes) {
        itemBegins = true;
        startValue = OpenDocumentListStyles.number(attributes, "start-value", -1);
    }

    void endItem() {
        itemBegins = false;
    }

    /**
     * Returns the number of an item, and a space, before its first paragraph. An empty string before other paragraphs. An
     * item that only contains a list has no number.
     */
    String number() {
        if (!itemBegins || open.isEmpty()) {
            return "";
        }
        itemBegins = false;
        OpenList list = open.peek();
        int level = open.size();
        list.counters().next(level, styles.level(list.style(), level).start());
        if (startValue >= 0) {
            list.counters().set(level, startValue);
        }
        return styles.printed(list.style(), list.counters().last)
                .map(it -> it + " ")
                .orElse("");
    }
}
