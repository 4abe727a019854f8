package org.depositary.documents.extraction.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.ExtractionLimits;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.UnreadableDocumentException;

/**
 * Checks the parts of a ZIP archive before a parser opens it: their number, their paths, and their size after
 * decompression, declared and actual.
 */
final class ZipLimits {

    private static final Pattern OUTSIDE = Pattern.compile("(^|[/\\\\])\\.\\.([/\\\\]|$)|^[/\\\\]|^[A-Za-z]:");
    private static final Pattern ENCRYPTED_TEXT = Pattern.compile("(?i)URI=\"[^\"]*\\.x?html?\"");
    private static final int ENCRYPTION_INDEX = 256 * 1024;

    private final ExtractionLimits limits;
    private final ExtractionDeadline deadline;
    private long inflated;

    private ZipLimits(ExtractionLimits limits, ExtractionDeadline deadline) {
        this.limits = limits;
        this.deadline = deadline;
    }

    /** @throws UnreadableDocumentException if a limit is exceeded, or if the archive is encrypted or damaged */
    static void check(Path file, ExtractionLimits limits, ExtractionDeadline deadline) {
        try (var zip = new ZipFile(file.toFile())) {
            new ZipLimits(limits, deadline).check(zip);
        } catch (IOException damaged) {
            boolean encrypted = String.valueOf(damaged.getMessage()).contains("encrypted");
            throw new UnreadableDocumentException(
                    encrypted ? ExtractionStatus.ENCRYPTED : ExtractionStatus.CORRUPT,
                    encrypted ? OfficeExtractor.ENCRYPTED : "The file is damaged: a part cannot be decompressed.");
        }
    }

    private void check(ZipFile zip) throws IOException {
        if (zip.size() > limits.entries()) {
            throw tooLarge("The file has more than %,d parts.", limits.entries());
        }
        var entries = Collections.list(zip.entries());
        entries.forEach(this::checkDeclared);
        for (var entry : entries) {
            try (var in = zip.getInputStream(entry)) {
                checkActual(in, entry);
            }
        }
    }

    private void checkDeclared(ZipEntry entry) {
        if (OUTSIDE.matcher(entry.getName()).find()) {
            throw new UnreadableDocumentException(
                    ExtractionStatus.CORRUPT, "The file is damaged: the path of a part leads outside the file.");
        }
        if (entry.getSize() > limits.inflated()) {
            throw tooLarge("The file has more than %,d MiB after decompression.", limits.inflated() >> 20);
        }
    }

    private void checkActual(InputStream in, ZipEntry entry) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        var start = new StringBuilder();
        boolean mayTellOfEncryption = entry.getName().startsWith("META-INF/");
        for (int read; (read = in.read(buffer)) >= 0; ) {
            deadline.check();
            inflated += read;
            if (inflated > limits.inflated()) {
                throw tooLarge("The file has more than %,d MiB after decompression.", limits.inflated() >> 20);
            }
            if (mayTellOfEncryption && start.length() < ENCRYPTION_INDEX) {
                start.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        }
        checkEncryption(entry.getName(), start.toString());
    }

    /** OpenDocument lists encrypted parts in its manifest, EPUB in a file of its own. */
    private static void checkEncryption(String name, String content) {
        boolean encrypted = name.equals("META-INF/manifest.xml") && content.contains("encryption-data")
                || name.equals("META-INF/encryption.xml")
                        && ENCRYPTED_TEXT.matcher(content).find();
        if (encrypted) {
            throw new UnreadableDocumentException(ExtractionStatus.ENCRYPTED, OfficeExtractor.ENCRYPTED);
        }
    }

    private static UnreadableDocumentException tooLarge(String reason, long limit) {
        return new UnreadableDocumentException(ExtractionStatus.TOO_LARGE, String.format(Locale.ROOT, reason, limit));
    }
}
