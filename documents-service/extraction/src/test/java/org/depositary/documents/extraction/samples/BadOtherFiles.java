package org.depositary.documents.extraction.samples;

import static org.depositary.documents.extraction.structure.ExtractionStatus.CORRUPT;
import static org.depositary.documents.extraction.structure.ExtractionStatus.ENCRYPTED;
import static org.depositary.documents.extraction.structure.ExtractionStatus.NO_TEXT;
import static org.depositary.documents.extraction.structure.ExtractionStatus.OK;
import static org.depositary.documents.extraction.structure.ExtractionStatus.PARTIAL;
import static org.depositary.documents.extraction.structure.ExtractionStatus.TIMEOUT;
import static org.depositary.documents.extraction.structure.ExtractionStatus.TOO_LARGE;
import static org.depositary.documents.extraction.structure.ExtractionStatus.UNSUPPORTED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.depositary.documents.extraction.samples.SamplePdf.Style;
import org.depositary.documents.extraction.structure.ExtractionStatus;

/** Bad PDF files, rich texts, older Office files, plain texts and pages. */
final class BadOtherFiles {

    private static final SampleText TEXT = SampleText.treaty(7, 20);
    private static final String WORDS = "Each ship of the coast carries salt and grain in barrels.";
    private static final ExtractionStatus[] ANY_TEXT = {OK, PARTIAL, CORRUPT, NO_TEXT, TOO_LARGE};

    private final String address;
    private final List<BadFile> files = new ArrayList<>();

    /** @param address of a server that no extraction may contact */
    private BadOtherFiles(String address) {
        this.address = address;
    }

    static List<BadFile> all(String address) {
        var bad = new BadOtherFiles(address);
        bad.addPdf();
        bad.addRichText();
        bad.addOlderOffice();
        bad.addText();
        bad.addPages();
        return bad.files;
    }

    private void addPdf() {
        byte[] pdf = SamplePdf.of(TEXT, Style.GAPS);
        add("encrypted PDF file", "application/pdf", () -> encrypted(pdf), ENCRYPTED);
        for (int percent : new int[] {2, 25, 50, 75, 95, 99}) {
            add("PDF file cut at %d percent".formatted(percent), "application/pdf", () -> cut(pdf, percent), ANY_TEXT);
        }
        for (int seed = 1; seed <= 6; seed++) {
            int number = seed;
            add("PDF file with flipped bytes " + seed, "application/pdf", () -> flip(pdf, number), ANY_TEXT);
        }
        pdf("PDF file with a page tree that loops", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>", "", NO_TEXT, CORRUPT);
        pdf("PDF file with a billion pages", "<</Type/Pages/Kids[]/Count 1000000000>>", "", NO_TEXT, CORRUPT);
        pdf("PDF file without pages", "<</Type/Pages/Kids[]/Count 0>>", "", NO_TEXT, CORRUPT);
        pdf("PDF file with a page without text", page(""), "", NO_TEXT);
        pdf(
                "PDF file with a parent that loops",
                "<</Type/Pages/Parent 2 0 R/Kids[3 0 R]/Count 1>>",
                "",
                NO_TEXT,
                CORRUPT);
        pdf(
                "PDF file with a stream that inflates without end",
                page(""),
                "4 0 obj<</Length 10/Filter/FlateDecode>>" + "stream\n0123456789\nendstream endobj\n",
                NO_TEXT,
                CORRUPT,
                PARTIAL);
        pdf("PDF file with an XFA form", page(""), "", NO_TEXT);
        pdf(
                "PDF file with a link",
                page(""),
                "4 0 obj<</Type/Action/S/URI/URI(%s)>>endobj\n".formatted(address),
                NO_TEXT);
        add("PDF signature and nothing else", "application/pdf", () -> ascii("%PDF-1.7\n"), CORRUPT);
        add("PDF signature and noise", "application/pdf", () -> ascii("%PDF-1.7\n" + noise(5000)), CORRUPT);
    }

    private void pdf(String name, String pages, String more, ExtractionStatus... expected) {
        String form = name.contains("XFA")
                ? "/AcroForm<</Fields[]/XFA(<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"/>)>>/NeedsRendering true"
                : "";
        String file = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R" + form + ">>endobj\n2 0 obj" + pages + "endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n" + more
                + "trailer<</Root 1 0 R/Size 5>>\n%%EOF";
        add(name, "application/pdf", () -> ascii(file), expected);
    }

    private static String page(String more) {
        return "<</Type/Pages/Kids[3 0 R]/Count 1" + more + ">>";
    }

    private void addRichText() {
        String head = "{\\rtf1\\ansi ";
        String rtf = "application/rtf";
        add("rich text that is not closed", rtf, () -> ascii(head + "Words that stay.\\par {{{"), OK, PARTIAL);
        add(
                "rich text with 100,000 groups",
                rtf,
                () -> ascii(head + "{".repeat(100_000) + "x" + "}".repeat(100_001)),
                ANY_TEXT);
        add("rich text with 100,000 end marks", rtf, () -> ascii(head + "x" + "}".repeat(100_000)), ANY_TEXT);
        add(
                "rich text with huge numbers",
                rtf,
                () -> ascii(head + "\\u99999999999999999999? \\fs-9999999 x}"),
                ANY_TEXT);
        add("rich text with binary data", rtf, () -> ascii(head + "{\\*\\pict\\bin999999999 x} a}"), ANY_TEXT);
        add(
                "rich text with a picture and a template from outside",
                rtf,
                () -> ascii(head
                        + "{\\*\\template %1$s}{\\field{\\*\\fldinst INCLUDEPICTURE \"%1$s\"}} a\\par}"
                                .formatted(address)),
                OK);
        add(
                "rich text with an embedded object",
                rtf,
                () -> ascii(head + "{\\object\\objemb{\\*\\objdata " + "00".repeat(500) + "}} a\\par}"),
                OK);
        add("rich text signature and nothing else", rtf, () -> ascii("{\\rtf"), NO_TEXT, CORRUPT);
        add(
                "rich text of 21 MB",
                rtf,
                () -> ascii(head + "\\pard " + (WORDS + "\\par ").repeat(400_000) + "}"),
                PARTIAL);
    }

    private void addOlderOffice() {
        byte[] signature = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
        add("older Office signature and nothing else", "application/msword", () -> signature, CORRUPT);
        add(
                "older Office signature and noise",
                "application/msword",
                () -> join(signature, ascii(noise(9000))),
                CORRUPT);
        add("older Office signature and zeros", "application/msword", () -> join(signature, new byte[9000]), CORRUPT);
    }

    private void addText() {
        String text = "text/plain";
        add("empty file of blanks", text, () -> ascii(" \n".repeat(1000)), NO_TEXT);
        add("NUL bytes", text, () -> new byte[10_000], UNSUPPORTED, NO_TEXT);
        add("NUL bytes between words", text, () -> ascii("word\0word and more words here. ".repeat(50)), OK);
        add("one line of 5 MB", text, () -> ascii("a".repeat(5_000_000)), OK, TOO_LARGE);
        add("one line of 6 MB", text, () -> ascii("ab ".repeat(2_000_000)), PARTIAL);
        add("21 MB of text", text, () -> ascii("a\n".repeat(10_500_000)), PARTIAL, TOO_LARGE);
        add("21 MB of long lines", text, () -> ascii((WORDS + "\n").repeat(400_000)), PARTIAL);
        add("dates that backtrack", text, () -> ascii("1 ".repeat(1_000_000) + "of May"), OK, TIMEOUT);
        add("a byline that backtracks", text, () -> ascii("by " + "A".repeat(390) + "1"), OK);
        add("combining marks", text, () -> "\u0301".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), OK, NO_TEXT);
        add("half of a surrogate pair", text, () -> HexFormat.of().parseHex("eda080".repeat(20)), ANY_TEXT_OR_NONE);
        add(
                "UTF-16 with an odd length",
                text,
                () -> cutOne("Words. ".repeat(50).getBytes(StandardCharsets.UTF_16LE)),
                OK,
                PARTIAL);
        add(
                "a wrong charset",
                text + "; charset=utf-16",
                () -> "Статья 4. Стороны помогают друг другу.".repeat(9).getBytes(Charset.forName("KOI8-R")),
                OK);
        add("random bytes", text, () -> random(100_000), UNSUPPORTED);
        add("an image named as text", text, () -> HexFormat.of().parseHex("89504e470d0a1a0a0000"), UNSUPPORTED);
        add(
                "a program named as PDF file",
                "application/pdf",
                () -> HexFormat.of().parseHex("7f454c4602010100"),
                UNSUPPORTED);
        add("text named as PDF file", "application/pdf", () -> ascii("Only words, whatever the name says."), OK);
        add("a page named as Word document", "application/msword", () -> ascii("<html><p>Only a page."), OK);
        add("a PDF file named as text", text, () -> SamplePdf.of(TEXT, Style.GAPS), OK);
        add("a Word document named as page", "text/html", () -> SampleFiles.docx(TEXT), OK);
        add("a gzip archive", "application/gzip", () -> HexFormat.of().parseHex("1f8b0800000000000003"), UNSUPPORTED);
        add("JSON", "application/json", () -> ascii("{}"), UNSUPPORTED);
    }

    private static final ExtractionStatus[] ANY_TEXT_OR_NONE = {OK, PARTIAL, UNSUPPORTED, NO_TEXT};

    private void addPages() {
        String html = "text/html";
        add("100,000 nested tags", html, () -> ascii("<div>".repeat(100_000) + "x"), OK, TOO_LARGE, TIMEOUT);
        add("300,000 tags", html, () -> ascii("<b>x".repeat(300_000)), PARTIAL);
        add("1,000,000 attributes", html, () -> ascii("<p " + "a=b ".repeat(1_000_000) + ">x"), OK, TOO_LARGE, TIMEOUT);
        add("comments that never end", html, () -> ascii("<!--".repeat(200_000)), NO_TEXT, TOO_LARGE, OK);
        add(
                "a page with scripts, images and frames from outside",
                html,
                () -> ascii(
                        ("<script src='%1$s'></script><link rel=stylesheet href='%1$s'><img src='%1$s'><iframe src='%1$s'>"
                                        + "</iframe><p>Only this.")
                                .formatted(address)),
                OK);
        add(
                "a page that declares a charset that does not exist",
                html,
                () -> ascii("<meta charset=klingon><p>Only this."),
                OK);
        add(
                "a page with a DTD from outside",
                html,
                () -> ascii("<!DOCTYPE html SYSTEM \"%s\"><p>Only this.".formatted(address)),
                OK);
    }

    private void add(String name, String declared, Supplier<byte[]> bytes, ExtractionStatus... expected) {
        files.add(BadFile.of(name, declared, bytes, expected));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] random(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        noise[0] = 1;
        return noise;
    }

    private static String noise(int length) {
        return new String(random(length), StandardCharsets.ISO_8859_1);
    }

    private static byte[] cut(byte[] file, int percent) {
        return Arrays.copyOf(file, file.length * percent / 100);
    }

    private static byte[] cutOne(byte[] file) {
        return Arrays.copyOf(file, file.length - 1);
    }

    private static byte[] flip(byte[] file, int seed) {
        byte[] damaged = file.clone();
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            damaged[100 + random.nextInt(damaged.length - 200)] ^= (byte) (1 + random.nextInt(255));
        }
        return damaged;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] encrypted(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf);
                var out = new ByteArrayOutputStream()) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
