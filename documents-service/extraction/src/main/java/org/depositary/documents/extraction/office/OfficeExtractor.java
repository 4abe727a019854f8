package org.depositary.documents.extraction.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParser;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.ExtractionFailure;
import org.depositary.documents.extraction.structure.ExtractionInput;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.documents.extraction.structure.ExtractionTool;
import org.depositary.documents.extraction.structure.Extractor;
import org.depositary.documents.extraction.structure.FileKind;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Extracts Word documents, rich text, OpenDocument texts and EPUB books. Apache Tika reads the file; its events become
 * an HTML page, which is read like any other page. So the same text has the same passages in each of these formats.
 */
public final class OfficeExtractor implements Extractor {

    static final String ENCRYPTED = "The file is encrypted and needs a password.";

    @Override
    public boolean reads(FileKind kind) {
        return switch (kind) {
            case WORD, OLD_WORD, RTF, OPEN_DOCUMENT, EPUB -> true;
            default -> false;
        };
    }

    @Override
    public Optional<String> library() {
        return ExtractionTool.library("tika", Parser.class);
    }

    @Override
    public ExtractedStructure read(ExtractionInput source) {
        if (source.kind() != FileKind.OLD_WORD && source.kind() != FileKind.RTF) {
            ZipLimits.check(source.file(), source.limits(), source.deadline());
        }
        var metadata = new Metadata();
        var page = new OfficePageWriter(source.kind(), source.limits(), source.deadline());
        var text = new OfficeText(page, metadata, source);
        source.progress().register(text::structure);
        return text.structure(parse(source, page, metadata));
    }

    private static Optional<ExtractionFailure> parse(ExtractionInput source, OfficePageWriter page, Metadata metadata) {
        try (InputStream in = open(source)) {
            parser(source.kind()).parse(in, page, metadata, context(source, page));
            return hiddenFailure(metadata);
        } catch (EncryptedDocumentException locked) {
            return Optional.of(new ExtractionFailure(ExtractionStatus.ENCRYPTED, ENCRYPTED));
        } catch (IOException
                | SAXException
                | TikaException
                | RuntimeException
                | OutOfMemoryError
                | StackOverflowError failure) {
            return Optional.of(ExtractionFailure.of(failure));
        }
    }

    /** Tika reads on after a part with invalid XML, and only notes it in the metadata. */
    private static Optional<ExtractionFailure> hiddenFailure(Metadata metadata) {
        boolean invalid = Stream.of(metadata.getValues(TikaCoreProperties.TIKA_META_EXCEPTION_WARNING))
                .anyMatch(warning -> warning.contains("SAXParseException") || warning.contains("XMLStreamException"));
        return invalid
                ? Optional.of(new ExtractionFailure(ExtractionStatus.CORRUPT, ExtractionFailure.INVALID_XML))
                : Optional.empty();
    }

    private static Parser parser(FileKind kind) {
        return switch (kind) {
            case WORD -> new OOXMLParser();
            case OLD_WORD -> new OfficeParser();
            case RTF -> new RTFParser();
            case OPEN_DOCUMENT -> new OpenDocumentParser();
            case EPUB -> new EpubParser();
            default -> throw new IllegalArgumentException(kind.toString());
        };
    }

    private static InputStream open(ExtractionInput source) throws IOException {
        return source.kind() == FileKind.RTF
                ? new RichTextInput(Files.newInputStream(source.file()))
                : TikaInputStream.get(source.file());
    }

    private static ParseContext context(ExtractionInput source, OfficePageWriter page) {
        var office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(true);
        office.setIncludeHeadersAndFooters(false);
        office.setIncludeDeletedContent(false);
        office.setIncludeMoveFromContent(false);
        office.setExtractMacros(false);
        var context = new ParseContext();
        context.set(OfficeParserConfig.class, office);
        context.set(EmbeddedDocumentExtractor.class, new NoEmbeddedDocuments());
        filter(source, page).ifPresent(it -> context.set(SAXParser.class, new FilteringSaxParser(it)));
        return context;
    }

    /** Returns the filter before Tika, for files of which Tika does not tell everything. */
    private static Optional<UnaryOperator<ContentHandler>> filter(ExtractionInput source, OfficePageWriter page) {
        return switch (source.kind()) {
            case WORD -> Optional.of(tika -> new WordNoteFilter(tika, page));
            case OPEN_DOCUMENT -> {
                var styles = OpenDocumentListStyles.of(source.file());
                yield Optional.of(tika -> new OpenDocumentFilter(tika, styles));
            }
            default -> Optional.empty();
        };
    }

    /** Attached files and images are not read: they are not the text of the document. */
    private static final class NoEmbeddedDocuments implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }
}
