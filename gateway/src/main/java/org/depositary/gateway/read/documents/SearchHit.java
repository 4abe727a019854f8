package org.depositary.gateway.read.documents;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.ResultRow;

/**
 * A passage that matches a search.
 *
 * @param start offset of the passage in the whole text, in Unicode code points
 * @param highlights start and end of each matching word within this passage, in Unicode code points
 */
record SearchHit(
        String anchor,
        String kind,
        Optional<String> language,
        Optional<Long> page,
        int start,
        int end,
        String text,
        List<List<Integer>> highlights) {

    /**
     * Characters that mark the start and the end of a word. They are Unicode noncharacters (Unicode 23.7), which no
     * text contains.
     */
    static final int START_MARK = 0xFDD0;

    static final int END_MARK = 0xFDD1;

    static SearchHit read(ResultRow row) throws SQLException {
        return new SearchHit(
                row.text("anchor"),
                row.text("kind"),
                row.optionalText("language"),
                row.optionalNumber("page"),
                row.number("start"),
                row.number("end"),
                row.text("text"),
                highlights(row.text("marked")));
    }

    /** Returns the offsets of the marked words in the text without marks. */
    static List<List<Integer>> highlights(String marked) {
        var highlights = new ArrayList<List<Integer>>();
        int position = 0;
        int begun = 0;
        for (int character : marked.codePoints().toArray()) {
            switch (character) {
                case START_MARK -> begun = position;
                case END_MARK -> highlights.add(List.of(begun, position));
                default -> position++;
            }
        }
        return highlights;
    }
}
