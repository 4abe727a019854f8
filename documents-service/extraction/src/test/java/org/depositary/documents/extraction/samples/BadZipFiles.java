package org.depositary.documents.extraction.samples;

import static org.depositary.documents.extraction.structure.ExtractionStatus.CORRUPT;
import static org.depositary.documents.extraction.structure.ExtractionStatus.ENCRYPTED;
import static org.depositary.documents.extraction.structure.ExtractionStatus.NO_TEXT;
import static org.depositary.documents.extraction.structure.ExtractionStatus.OK;
import static org.depositary.documents.extraction.structure.ExtractionStatus.PARTIAL;
import static org.depositary.documents.extraction.structure.ExtractionStatus.TOO_LARGE;
import static org.depositary.documents.extraction.structure.ExtractionStatus.UNSUPPORTED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.depositary.documents.extraction.structure.ExtractionStatus;

/** Bad Word documents, OpenDocument texts and EPUB books: ZIP archives with XML. */
final class BadZipFiles {

    private static final SampleText TEXT = SampleText.treaty(7, 20);
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final ExtractionStatus[] ANY_TEXT = {OK, PARTIAL, CORRUPT, NO_TEXT, TOO_LARGE};

    private static final ExtractionStatus[] ANY = {OK, PARTIAL, CORRUPT, NO_TEXT, TOO_LARGE, UNSUPPORTED, ENCRYPTED};

    private final String address;
    private final List<BadFile> files = new ArrayList<>();

    /** @param address of a server that no extraction may contact */
    private BadZipFiles(String address) {
        this.address = address;
    }

    static List<BadFile> all(String address) {
        var bad = new BadZipFiles(address);
        bad.addArchives();
        bad.addDamage();
        bad.addXml();
        bad.addReferences();
        return bad.files;
    }

    private void addArchives() {
        add("zip bomb of 400 MB", () -> bomb("word/media/image.png"), TOO_LARGE);
        add("zip bomb in the text", () -> bomb("word/other.xml"), TOO_LARGE);
        add("20,000 entries", BadZipFiles::manyEntries, TOO_LARGE);
        add("zip slip", () -> word("evil".getBytes(StandardCharsets.UTF_8), "../../outside.txt"), CORRUPT);
        add("zip slip with an absolute path", () -> word(new byte[4], "/outside.txt"), CORRUPT);
        add("zip slip with backslashes", () -> word(new byte[4], "..\\..\\outside.txt"), CORRUPT);
        add("zip without any document", () -> SampleFiles.zip(Map.of("a.txt", "text")), UNSUPPORTED);
        add("empty zip", () -> SampleFiles.zip(Map.of()), UNSUPPORTED, CORRUPT);
        add("nested zip", () -> SampleFiles.zip(Map.of("b.zip", "PK\u0003\u0004")), UNSUPPORTED);
        add("encrypted Word document", BadZipFiles::encryptedWord, ENCRYPTED);
        add("encrypted OpenDocument text", BadZipFiles::encryptedOpenDocument, ENCRYPTED);
        add("encrypted book", BadZipFiles::encryptedBook, ENCRYPTED);
    }

    private void addDamage() {
        byte[] docx = SampleFiles.docx(TEXT);
        byte[] odt = SampleFiles.odt(TEXT);
        byte[] epub = SampleFiles.epub(TEXT);
        for (int percent : new int[] {5, 25, 50, 75, 95, 99}) {
            add("Word document cut at %d percent".formatted(percent), () -> cut(docx, percent), CORRUPT);
            add("OpenDocument text cut at %d percent".formatted(percent), () -> cut(odt, percent), CORRUPT);
            add("book cut at %d percent".formatted(percent), () -> cut(epub, percent), CORRUPT);
        }
        for (int seed = 1; seed <= 6; seed++) {
            int number = seed;
            add("Word document with flipped bytes " + seed, () -> flip(docx, number), ANY);
            add("book with flipped bytes " + seed, () -> flip(epub, number), ANY);
        }
        add("Word document with NUL bytes inside", () -> nul(docx), ANY);
        add("Word document without its text", () -> parts(Map.of("word/document.xml", "")), CORRUPT, NO_TEXT);
        add("Word document that is empty", () -> document(""), NO_TEXT);
    }

    private void addXml() {
        add("100,000 nested tags in a Word document", () -> document("<w:p>" + "<w:r>".repeat(100_000)), ANY_TEXT);
        add(
                "100,000 nested tags in an OpenDocument text",
                () -> SampleFiles.odt("<text:p>before</text:p>" + nested("text:span", 100_000)),
                PARTIAL,
                TOO_LARGE);
        add(
                "100,000 nested tables in a Word document",
                () -> document(paragraph("before") + nested("w:tbl", 100_000)),
                ANY_TEXT);
        add("100,000 nested tags in a book", () -> book(nested("div", 100_000)), PARTIAL, TOO_LARGE, NO_TEXT);
        add("billion laughs in a Word document", () -> withHead(laughs("w:document"), paragraph("&lol9;")), ANY_TEXT);
        add("billion laughs in a book", () -> book(laughs("html"), "<p>&lol9;</p>"), ANY_TEXT);
        add("quadratic entity blow-up", () -> withHead(blowUp(), paragraph("&a;".repeat(20_000))), ANY_TEXT);
        add("XML that is not closed", () -> document(paragraph("kept") + "<w:p><w:r><w:t>open"), PARTIAL);
        add("XML with a wrong end tag", () -> document(paragraph("kept") + "</w:q>"), PARTIAL);
        add("XML in a wrong encoding", () -> parts(Map.of("word/document.xml", "\u0001\u0002")), CORRUPT);
        add("200,001 paragraphs", () -> document(paragraph("x").repeat(200_001)), PARTIAL, TOO_LARGE);
        add(
                "one paragraph of 6 million characters",
                () -> document(paragraph("abcde ".repeat(1_000_000))),
                PARTIAL,
                TOO_LARGE);
        add(
                "one attribute of 5 million characters",
                () -> document("<w:p a=\"" + "a".repeat(5_000_000) + "\"/>"),
                ANY_TEXT);
    }

    private void addReferences() {
        String external = "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"%s\">]>";
        add("XXE to the network", () -> withHead(external.formatted(address), paragraph("a&x;b")), ANY_TEXT);
        add("XXE to a file", () -> withHead(external.formatted("file:///etc/passwd"), paragraph("a&x;b")), ANY_TEXT);
        add(
                "XXE with a parameter entity",
                () -> withHead(
                        "<!DOCTYPE w:document [<!ENTITY %% p SYSTEM \"%s\">%%p;]>".formatted(address), paragraph("a")),
                ANY_TEXT);
        add(
                "external DTD",
                () -> withHead("<!DOCTYPE w:document SYSTEM \"%s\">".formatted(address), paragraph("a")),
                ANY_TEXT);
        add(
                "external DTD in a book",
                () -> book("<!DOCTYPE html SYSTEM \"%s\">".formatted(address), "<p>a</p>"),
                ANY_TEXT);
        add(
                "external DTD in an OpenDocument text",
                () -> SampleFiles.zip(Map.of(
                        "mimetype",
                        "application/vnd.oasis.opendocument.text",
                        "content.xml",
                        "<!DOCTYPE a SYSTEM \"%s\"><a/>".formatted(address))),
                ANY_TEXT);
        add(
                "external image and style in a book",
                () -> book("<link rel=\"stylesheet\" href=\"%1$s\"/><p>a</p><img src=\"%1$s\"/>".formatted(address)),
                OK);
        add(
                "XInclude in a book",
                () -> book("<p>a</p><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"%s\"/>"
                        .formatted(address)),
                OK);
        add("external template in a Word document", () -> relationship("attachedTemplate"), OK);
        add("external image in a Word document", () -> relationship("image"), OK);
        add("external object in a Word document", () -> relationship("oleObject"), OK);
    }

    private void add(String name, Supplier<byte[]> bytes, ExtractionStatus... expected) {
        files.add(BadFile.of(name, WORD, bytes, expected));
    }

    private static byte[] document(String body) {
        return withHead("", body);
    }

    private static byte[] withHead(String head, String body) {
        return parts(Map.of(
                "word/document.xml",
                "<?xml version=\"1.0\"?>" + head + "<w:document " + W + "><w:body>" + body + "</w:body></w:document>"));
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static byte[] parts(Map<String, String> more) {
        return SampleFiles.zip(allParts(more));
    }

    private static Map<String, String> allParts(Map<String, String> more) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + WORD + ".main+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                        + "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        parts.putAll(more);
        return parts;
    }

    private byte[] relationship(String type) {
        return parts(Map.of(
                "word/document.xml",
                "<w:document " + W + "><w:body>" + paragraph("a") + "</w:body></w:document>",
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                        + "relationships/%s\" Target=\"%s\" TargetMode=\"External\"/></Relationships>"
                                .formatted(type, address)));
    }

    private static byte[] book(String body) {
        return book("", body);
    }

    private static byte[] book(String head, String body) {
        return SampleFiles.zip(bookParts(head, body));
    }

    private static Map<String, String> bookParts(String head, String body) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/epub+zip");
        parts.put(
                "META-INF/container.xml",
                "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
                        + "<rootfile full-path=\"b.opf\"/></rootfiles></container>");
        parts.put(
                "b.opf",
                "<package xmlns=\"http://www.idpf.org/2007/opf\"><manifest><item id=\"a\" href=\"a.xhtml\""
                        + " media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>");
        parts.put("a.xhtml", head + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>" + body + "</body></html>");
        return parts;
    }

    private static String nested(String tag, int depth) {
        return ("<" + tag + ">").repeat(depth) + "x" + ("</" + tag + ">").repeat(depth);
    }

    private static String laughs(String root) {
        var doctype = new StringBuilder("<!DOCTYPE " + root + " [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i <= 9; i++) {
            doctype.append("<!ENTITY lol%d \"%s\">"
                    .formatted(i, "&lol%d;".formatted(i - 1).repeat(10)));
        }
        return doctype.append("]>").toString();
    }

    private static String blowUp() {
        return "<!DOCTYPE w:document [<!ENTITY a \"" + "a".repeat(50_000) + "\">]>";
    }

    /** Returns a Word document with one more part. */
    private static byte[] word(byte[] content, String name) {
        return write(zip -> {
            for (var part : allParts(Map.of("word/document.xml", "<a/>")).entrySet()) {
                put(zip, part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            put(zip, name, content);
        });
    }

    /** Returns a Word document with a part of 400 MiB, which takes 400 KB in the file. */
    private static byte[] bomb(String name) {
        byte[] zeros = new byte[1024 * 1024];
        return write(zip -> {
            for (var part : allParts(Map.of("word/document.xml", "<a/>")).entrySet()) {
                put(zip, part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < 400; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        });
    }

    private static byte[] manyEntries() {
        return write(zip -> {
            for (var part : allParts(Map.of("word/document.xml", "<a/>")).entrySet()) {
                put(zip, part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (int i = 0; i < 20_000; i++) {
                put(zip, "word/part" + i + ".xml", new byte[0]);
            }
        });
    }

    private static byte[] encryptedWord() {
        try (var ole = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var stream = encryptor.getDataStream(ole)) {
                stream.write(SampleFiles.docx(TEXT));
            }
            ole.writeFilesystem(out);
            return out.toByteArray();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] encryptedOpenDocument() {
        return SampleFiles.zip(Map.of(
                "mimetype", "application/vnd.oasis.opendocument.text",
                "content.xml", "\u0001\u0002\u0003",
                "META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"));
    }

    private static byte[] encryptedBook() {
        Map<String, String> parts = bookParts("", "<p>x</p>");
        parts.put(
                "META-INF/encryption.xml",
                "<encryption><EncryptedData><CipherReference URI=\"a.xhtml\"/></EncryptedData></encryption>");
        return SampleFiles.zip(parts);
    }

    private static byte[] cut(byte[] file, int percent) {
        return Arrays.copyOf(file, file.length * percent / 100);
    }

    private static byte[] flip(byte[] file, int seed) {
        byte[] damaged = file.clone();
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            damaged[100 + random.nextInt(damaged.length - 200)] ^= (byte) (1 + random.nextInt(255));
        }
        return damaged;
    }

    private static byte[] nul(byte[] file) {
        byte[] damaged = file.clone();
        Arrays.fill(damaged, damaged.length / 3, damaged.length / 3 + 200, (byte) 0);
        return damaged;
    }

    private interface ZipContent {
        void write(ZipOutputStream zip) throws IOException;
    }

    private static byte[] write(ZipContent content) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            content.write(zip);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
