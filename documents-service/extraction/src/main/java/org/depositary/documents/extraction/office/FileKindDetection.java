package org.depositary.documents.extraction.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.depositary.documents.extraction.structure.DeclaredMediaType;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.FileKind;
import org.depositary.documents.extraction.structure.UnreadableDocumentException;

/** Detects the kind of a file by its content, also by what a ZIP archive or an older Office file contains. */
public final class FileKindDetection {

    private static final int START = 64 * 1024;
    private static final int LARGEST_INDEX = 1024 * 1024;
    private static final String WORD_PART = "wordprocessingml.document.main";
    private static final String WORD_WITH_MACROS = "vnd.ms-word.document.macroenabled.main";
    private static final String WORD_TEMPLATE = "wordprocessingml.template.main";

    private FileKindDetection() {}

    /** @throws UnreadableDocumentException if the file is a damaged container */
    public static FileKind of(Path file, DeclaredMediaType declared) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(START);
        }
        FileKind kind = FileKind.of(start, declared);
        return switch (kind) {
            case ZIP -> inZip(file);
            case OLE -> inOle(file);
            default -> kind;
        };
    }

    private static FileKind inZip(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            String mimeType = part(zip, "mimetype").strip();
            if (mimeType.startsWith("application/epub+zip")) {
                return FileKind.EPUB;
            }
            if (mimeType.startsWith("application/vnd.oasis.opendocument.text")) {
                return FileKind.OPEN_DOCUMENT;
            }
            String contentTypes = part(zip, "[Content_Types].xml").toLowerCase(Locale.ROOT);
            boolean word = contentTypes.contains(WORD_PART)
                    || contentTypes.contains(WORD_WITH_MACROS)
                    || contentTypes.contains(WORD_TEMPLATE);
            return word ? FileKind.WORD : FileKind.ZIP;
        } catch (IOException | IllegalArgumentException damaged) {
            throw new UnreadableDocumentException(
                    ExtractionStatus.CORRUPT, "The file is damaged: its list of parts cannot be read.");
        }
    }

    private static String part(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (var in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(LARGEST_INDEX), StandardCharsets.UTF_8);
        }
    }

    private static FileKind inOle(Path file) {
        try (var ole = new POIFSFileSystem(file.toFile(), true)) {
            if (ole.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableDocumentException(ExtractionStatus.ENCRYPTED, OfficeExtractor.ENCRYPTED);
            }
            return ole.getRoot().hasEntryCaseInsensitive("WordDocument") ? FileKind.OLD_WORD : FileKind.OLE;
        } catch (IOException | RuntimeException damaged) {
            if (damaged instanceof UnreadableDocumentException encrypted) {
                throw encrypted;
            }
            throw new UnreadableDocumentException(
                    ExtractionStatus.CORRUPT, "The file is damaged: its list of parts cannot be read.");
        }
    }
}
