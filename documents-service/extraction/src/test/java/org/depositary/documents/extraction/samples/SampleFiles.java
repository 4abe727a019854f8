package org.depositary.documents.extraction.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.depositary.documents.extraction.samples.SampleText.Block;
import org.depositary.documents.extraction.samples.SampleText.Kind;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

/** Makes files of several formats from one text. */
public final class SampleFiles {

    private SampleFiles() {}

    public static byte[] txt(SampleText text) {
        return String.join("\n\n", text.texts()).getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] html(SampleText text) {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><body>");
        text.blocks().forEach(block -> page.append(element(block, "h2", "p", "p")));
        return page.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] docx(SampleText text) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            var style = CTStyle.Factory.newInstance();
            style.setStyleId("Heading1");
            style.addNewName().setVal("heading 1");
            document.createStyles().addStyle(new XWPFStyle(style));
            for (Block block : text.blocks()) {
                var paragraph = document.createParagraph();
                if (block.kind() == Kind.HEADING) {
                    paragraph.setStyle("Heading1");
                }
                paragraph.createRun().setText(block.text());
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Makes a Word document of its parts.
     *
     * @param body the content of the body, in the namespace {@code w}
     * @param notes the parts beside it, by the word in their name: footnotes, endnotes or comments
     */
    public static byte[] docx(String body, Map<String, String> notes) {
        Map<String, String> parts = new LinkedHashMap<>();
        String word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packages = "http://schemas.openxmlformats.org/package/2006";
        var types = new StringBuilder("<Types xmlns=\"%s/content-types\">".formatted(packages)
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + type("document", "document.main"));
        var relations = new StringBuilder("<Relationships xmlns=\"%s/relationships\">".formatted(packages));
        notes.forEach((name, content) -> {
            types.append(type(name, name));
            relations.append(
                    "<Relationship Id=\"%1$s\" Type=\"%2$s/%1$s\" Target=\"%1$s.xml\"/>".formatted(name, office));
            parts.put("word/" + name + ".xml", "<w:%1$s xmlns:w=\"%2$s\">%3$s</w:%1$s>".formatted(name, word, content));
        });
        parts.put("[Content_Types].xml", types + "</Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"%s/relationships\"><Relationship Id=\"a\" Type=\"%s/officeDocument\""
                                .formatted(packages, office)
                        + " Target=\"word/document.xml\"/></Relationships>");
        parts.put("word/_rels/document.xml.rels", relations + "</Relationships>");
        parts.put(
                "word/document.xml",
                "<w:document xmlns:w=\"%s\"><w:body>%s</w:body></w:document>".formatted(word, body));
        return zip(parts);
    }

    private static String type(String name, String type) {
        return "<Override PartName=\"/word/%s.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.%s+xml\"/>"
                .formatted(name, "wordprocessingml." + type);
    }

    public static byte[] rtf(SampleText text) {
        return text.texts().stream()
                .map(words -> "\\pard " + words + "\\par\n")
                .collect(Collectors.joining("", "{\\rtf1\\ansi\\ansicpg1252 ", "}"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] odt(SampleText text) {
        String body = text.blocks().stream()
                .map(block -> element(block, "text:h", "text:p", "text:p"))
                .collect(Collectors.joining());
        return odt(body);
    }

    public static byte[] odt(String body) {
        return odt("", body);
    }

    public static byte[] odt(String styles, String body) {
        return zip(Map.of(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                        + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\">"
                        + "<office:automatic-styles>" + styles + "</office:automatic-styles><office:body><office:text>"
                        + body + "</office:text></office:body></office:document-content>"));
    }

    public static byte[] epub(SampleText text) {
        String body = text.blocks().stream()
                .map(block -> element(block, "h2", "p", "p"))
                .collect(Collectors.joining());
        return epub(body);
    }

    public static byte[] epub(String body) {
        return epub("", body);
    }

    public static byte[] epub(String metadata, String body) {
        return zip(Map.of(
                "mimetype",
                "application/epub+zip",
                "META-INF/container.xml",
                "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\"><rootfiles>"
                        + "<rootfile full-path=\"book.opf\" media-type=\"application/oebps-package+xml\"/>"
                        + "</rootfiles></container>",
                "book.opf",
                "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"><metadata"
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">" + metadata + "</metadata><manifest>"
                        + "<item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>"
                        + "<spine><itemref idref=\"a\"/></spine></package>",
                "a.xhtml",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>" + body + "</body></html>"));
    }

    private static String element(Block block, String heading, String paragraph, String item) {
        String name =
                switch (block.kind()) {
                    case HEADING -> heading;
                    case PARAGRAPH -> paragraph;
                    case ITEM -> item;
                };
        return "<%s>%s</%s>\n".formatted(name, block.text(), name);
    }

    public static byte[] zip(Map<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }
}
