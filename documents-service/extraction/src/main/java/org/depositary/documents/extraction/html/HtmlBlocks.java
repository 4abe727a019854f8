package org.depositary.documents.extraction.html;

import java.util.List;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.TextBlock;
import org.jsoup.Jsoup;

/** The text and the blocks of a page that contains nothing but text, without menus or metadata. */
public record HtmlBlocks(String text, List<TextBlock> blocks) {

    public static HtmlBlocks of(String html, ExtractionDeadline deadline) {
        var text = new HtmlTextWriter(deadline);
        text.read(Jsoup.parse(html).body());
        return new HtmlBlocks(text.text(), text.blocks());
    }
}
