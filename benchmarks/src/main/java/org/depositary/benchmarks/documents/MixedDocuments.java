package org.depositary.benchmarks.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Writes documents of some pages in turns as plain text, page, rich text, book, Word document and PDF file. */
final class MixedDocuments {

    private static final int PARAGRAPHS = 60;
    private static final int WORDS = 70;
    private static final int LINES_A_PAGE = 45;
    private static final int WORDS_A_LINE = 12;
    private static final String WORD_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private final Random random = new Random(1);

    static List<Path> write(Path directory, int count) throws IOException {
        var documents = new MixedDocuments();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(documents.writeOne(directory.resolve("document-" + i), i));
        }
        return files;
    }

    private Path writeOne(Path file, int number) throws IOException {
        List<String> paragraphs = paragraphs();
        switch (number % 6) {
            case 0 -> Files.writeString(file, String.join("\n\n", paragraphs));
            case 1 -> Files.writeString(file, "<!doctype html><html><body>" + tagged(paragraphs, "<p>%s</p>"));
            case 2 -> Files.writeString(file, "{\\rtf1\\ansi " + tagged(paragraphs, "%s\\par ") + "}");
            case 3 -> zip(file, book(tagged(paragraphs, "<p>%s</p>")));
            case 4 -> zip(file, word(tagged(paragraphs, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>")));
            default -> pdf(file, paragraphs);
        }
        return file;
    }

    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < PARAGRAPHS; i++) {
            paragraphs.add("The " + words() + ".");
        }
        return paragraphs;
    }

    private String words() {
        return random.ints(WORDS, 0, 20_000).mapToObj(MixedDocuments::word).collect(Collectors.joining(" "));
    }

    private static String word(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit(digit, 26))))
                .collect(Collectors.joining());
    }

    private static String tagged(List<String> paragraphs, String pattern) {
        return paragraphs.stream().map(pattern::formatted).collect(Collectors.joining());
    }

    private static Map<String, String> book(String body) {
        return Map.of(
                "mimetype", "application/epub+zip",
                "META-INF/container.xml",
                        "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
                                + "<rootfile full-path=\"b.opf\"/></rootfiles></container>",
                "b.opf",
                        "<package xmlns=\"http://www.idpf.org/2007/opf\"><manifest><item id=\"a\" href=\"a.xhtml\""
                                + " media-type=\"application/xhtml+xml\"/></manifest>"
                                + "<spine><itemref idref=\"a\"/></spine></package>",
                "a.xhtml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>" + body + "</body></html>");
    }

    private static Map<String, String> word(String body) {
        return Map.of(
                "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
                                + ".relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\""
                                + WORD_TYPE + "\"/></Types>",
                "_rels/.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006"
                                + "/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
                "word/document.xml",
                        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                                + body + "</w:body></w:document>");
    }

    private static void zip(Path file, Map<String, String> parts) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private static void pdf(Path file, List<String> paragraphs) throws IOException {
        List<String> lines =
                paragraphs.stream().flatMap(text -> lines(text).stream()).toList();
        try (var document = new PDDocument()) {
            for (int from = 0; from < lines.size(); from += LINES_A_PAGE) {
                page(document, lines.subList(from, Math.min(lines.size(), from + LINES_A_PAGE)));
            }
            document.save(file.toFile());
        }
    }

    private static List<String> lines(String text) {
        List<String> words = List.of(text.split(" "));
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < words.size(); from += WORDS_A_LINE) {
            lines.add(String.join(" ", words.subList(from, Math.min(words.size(), from + WORDS_A_LINE))));
        }
        return lines;
    }

    private static void page(PDDocument document, List<String> lines) throws IOException {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 10);
            content.setLeading(14);
            content.newLineAtOffset(60, 720);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }
}
