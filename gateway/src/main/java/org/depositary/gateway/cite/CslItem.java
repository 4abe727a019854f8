package org.depositary.gateway.cite;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.depositary.gateway.feeds.text.DateText;

/** Writes a citation in CSL-JSON, the input of citation processors (Citation Style Language 1.0.2). */
final class CslItem {

    private CslItem() {}

    /** A list of one item, as processors read it. */
    static String of(CitedRecord cited) {
        return "[\n" + item(cited).toPrettyString() + "\n]\n";
    }

    private static ObjectNode item(CitedRecord cited) {
        var item = JsonNodeFactory.instance
                .objectNode()
                .put("id", cited.key())
                .put("type", cited.type())
                .put("title", cited.title());
        cited.author().ifPresent(author -> item.putArray("author").addObject().put("literal", author));
        cited.issued().ifPresent(edtf -> item.set("issued", date(edtf)));
        item.put("container-title", cited.container());
        cited.publisher().ifPresent(publisher -> item.put("publisher", publisher));
        cited.place().ifPresent(place -> item.put("publisher-place", place));
        cited.pages().ifPresent(pages -> item.put("page", pages));
        cited.language().ifPresent(language -> item.put("language", language));
        cited.version().ifPresent(version -> item.put("version", version));
        if (!cited.notes().isEmpty()) {
            item.put("note", String.join(". ", cited.notes()));
        }
        item.set("accessed", date(cited.accessed()));
        return item.put("URL", cited.address().text());
    }

    private static ObjectNode date(String edtf) {
        var date = JsonNodeFactory.instance.objectNode();
        var cited = CitedDate.parse(edtf);
        if (cited.isEmpty()) {
            return date.put("literal", DateText.point(edtf));
        }
        var parts = date.putArray("date-parts");
        cited.get().sides().forEach(side -> side.forEach(parts.addArray()::add));
        return cited.get().approximate() ? date.put("circa", true) : date;
    }
}
